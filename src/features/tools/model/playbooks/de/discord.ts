import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Gemeinschaften um ein Spiel, ein Werkzeug, eine Schule oder ein Handwerk: Textkanäle, Sprache, Threads. Erst bist du Mitglied.',
  who: 'Studierende, Spiele- und Webentwickler, Zeichner, Leute mit freier Software, Hobbys vom Stricken bis zur Rakete. Jünger als anderswo, aus Gewohnheit unter Pseudonym.',
  norms: [
    'Lies #regeln und wähl deine Rollen, bevor du schreibst.',
    'Jeder Kanal hat ein Thema. Einen für Stellen gibt es öfter, als man denkt; anderswo sind Stellen unerwünscht.',
    'Frag offen einen Moderator, bevor du als Recruiter auftrittst.',
    'Keine privaten Nachrichten an Leute, mit denen du nie sprachst. Viele Server sperren dafür.',
    'Pseudonyme sind Namen. Such nie nach dem im Ausweis.',
  ],
  speak: [
    'Schnell, verspielt, klein geschrieben. Reaktionen mehr als Antworten.',
    'Memes gehören dem Server: lern seine, bevor du eins benutzt.',
    'Threads für Längeres.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'hey kiro, mara hier aus dem shader-kanal, ich bin die recruiterin, die nach wasser gefragt hat. danke fürs schreiben!',
      why: 'Welcher Kanal, was du tust, keine Maske.',
    },
    {
      when: 'room',
      text: 'hi, ich bin mara, recruiterin für kleine studios, und will hier lernen, wie shader gehen. wo fangen leute an?',
      why: 'Ehrlich im Vorstellungskanal, mit einer Frage, die man gern beantwortet.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'wie hast du den schaum am rand hinbekommen?',
      why: 'Redet über die Arbeit, die gezeigt wurde.',
    },
    {
      when: 'room',
      text: 'Unser Studio sucht eine Shader-Künstlerin, schreibt mir für Details',
      breaks: 'broadcast-on-messaging',
      why: 'In einem Kanal ohne Stellen kostet dich das den Server.',
    },
    {
      when: 'stranger',
      text: 'hi kiro, hab deine bilder auf dem server gesehen, hast du kurz zeit?',
      breaks: 'message-before-connected',
      why: 'Über Nachrichten von Fremden klagen Mitglieder am meisten.',
    },
  ],
  forbids: [
    {
      text: 'Die Richtlinie für Entwickler verbietet, Daten aus der Schnittstelle für Entscheidungen über Beschäftigung zu nutzen.',
      source: 'https://support-dev.discord.com/hc/en-us/articles/8563934450327-Discord-Developer-Policy',
      asOf: '2025-06',
    },
    {
      text: 'Die Community-Richtlinien verbieten Spam, unerwünschte Massennachrichten voran.',
      source: 'https://discord.com/guidelines',
      asOf: '2025-06',
    },
    {
      text: 'Ein normales Konto von einem Programm führen zu lassen („Self-Bot“) ist verboten und kann das Konto kosten.',
      source: 'https://support.discord.com/hc/en-us/articles/115002192352-Automated-User-Accounts-Self-Bots',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Ein Anzeigename, den man aussprechen kann.',
    'Über mich: „Recruiterin für kleine Studios, lerne hier“, mit Link.',
    'Rollen und Pronomen je Server, wo es sie gibt.',
    'Direktnachrichten von Servermitgliedern erlaubt, damit sie zuerst schreiben können.',
  ],
  learn: 'Einen Abend für die App; einen Monat je Server.',
  checklist: [
    { id: 'about', text: 'Über mich sagt, dass du Recruiter bist' },
    { id: 'rules', text: 'Du hast #regeln gelesen und Rollen gewählt' },
    { id: 'intro', text: 'Du hast dich dort vorgestellt, wo man es tut' },
    { id: 'mod', text: 'Du hast einen Moderator gefragt, was Recruiter dürfen' },
    { id: 'helped', text: 'Du hast in einem Thread geholfen' },
    { id: 'voice', text: 'Du hast bei einem Sprach- oder Bühnenabend zugehört' },
  ],
  lingo: [
    { term: 'Server', also: ['guild'], meaning: 'eine Gemeinschaft; keine Maschine' },
    { term: 'Mod', also: ['mods', 'moderator'], meaning: 'wer Ordnung hält' },
    {
      term: 'Rolle',
      also: ['role', 'rollen'],
      meaning: 'ein Zeichen, das Kanäle öffnet oder eine Farbe gibt',
      note: 'keine Stelle!',
    },
    { term: 'Boost', also: ['booster'], meaning: 'ein bezahltes Geschenk an den Server' },
    { term: 'Nitro', meaning: 'die bezahlte Mitgliedschaft' },
    { term: 'Ping', also: ['gepingt'], meaning: 'jemanden mit @ rufen' },
    { term: 'VC', also: ['vc'], meaning: 'Sprachkanal' },
    { term: 'Self-Bot', meaning: 'ein Nutzerkonto, das ein Programm führt; verboten' },
    { term: 'pog', also: ['poggers'], meaning: 'großartig!' },
    { term: 'afk', meaning: 'nicht am Rechner' },
    { term: 'lfg', meaning: 'sucht Leute, um etwas zusammen zu tun' },
    { term: 'Raid', meaning: 'viele Konten fluten einen Server zugleich' },
    { term: 'gg', meaning: 'gutes Spiel; gut gemacht' },
  ],
}
