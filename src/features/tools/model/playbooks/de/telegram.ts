import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Schneller persönlicher Chat, große Gruppen und Kanäle. In weiten Teilen Osteuropas, Zentralasiens und am Golf sind die Leute hier.',
  who: 'Fahrer, Bauleute, Kuriere, Seeleute, Studierende, Entwickler, Leute fern der Heimat; örtliche und fachliche Gruppen mit Tausenden.',
  norms: [
    'Bei der Nachricht von Fremden denkt man an Betrug. Komm über eine Gruppe oder über einen Menschen.',
    'Gruppen haben eine angeheftete Nachricht mit Regeln, oft mit einem Stichwort, das Stellen tragen sollen.',
    'Sprach- und runde Videonachrichten sind unter Freunden üblich, nicht in der ersten Woche.',
    'Kanäle reden in eine Richtung; geredet wird in der Gruppe dahinter.',
    'Dein Bot kann nicht zuerst schreiben. Häng seinen Link dorthin, wo man dich sucht.',
  ],
  speak: [
    'Zwei, drei kurze Nachrichten lieber als eine lange.',
    'Sticker sind Antworten. Ein Sticker zurück ist in Ordnung.',
    'Mehrere Sprachen in einer Gruppe; antworte in ihrer.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo, Mara hier, du hast bei meinem Bot auf Start gedrückt. Ich bin Recruiterin für Lkw-Fahrer in Lyon. Frag mich gern alles zu den Strecken.',
      why: 'Erklärt, was sie geöffnet haben und wer dahintersteht.',
    },
    {
      when: 'introduction',
      text: 'Hallo, ich bin Mara aus der Lyoner Fahrergruppe, eine Recruiterin, die dort mitliest. Danke fürs Schreiben!',
      why: 'Woher und was du bist, vor allem anderen.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'Ging es an der Grenze diesmal schneller?',
      why: 'Über ihre Woche. Kostet sie fünf Sekunden.',
    },
    {
      when: 'introduction',
      text: 'Gutes Angebot!!! 3.200 € im Monat, ab morgen, schick die Unterlagen',
      breaks: 'job-before-introduction',
      why: 'Wort für Wort, wie der Betrug anfängt.',
    },
    {
      when: 'stranger',
      text: 'Hallo, ich habe dich in der Fahrergruppe gefunden',
      breaks: 'window-closed',
      why: 'Ein Bot kann keinen Chat öffnen. Sie drücken auf Start.',
    },
  ],
  forbids: [
    {
      text: 'Die Regeln verbieten Spam und Betrug; wen Fremde melden, der kann eingeschränkt werden und dann nur noch Kontakten schreiben.',
      source: 'https://telegram.org/faq_spam',
      asOf: '2025-06',
    },
    {
      text: 'Bots können kein Gespräch beginnen: Menschen schreiben ihnen zuerst.',
      source: 'https://core.telegram.org/bots/faq',
      asOf: '2025-06',
    },
    {
      text: 'Die Bedingungen für Bots verbieten, mehr Daten zu sammeln, als der Bot für seinen Dienst braucht.',
      source: 'https://telegram.org/tos/bot-developers',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Vorname, ein echtes Foto, ein Nutzername, der dein Name ist.',
    'Bio: wofür und wo du suchst, in 70 Zeichen.',
    'Ein Bot mit Beschreibung und einem Starttext von dir.',
    'Die Nummer vor Fremden verborgen.',
  ],
  learn: 'Einen Tag für die App, zwei bis vier Wochen je Gruppe.',
  checklist: [
    { id: 'photo', text: 'Name, Foto und Nutzername sind deine' },
    { id: 'bio', text: 'Deine Bio sagt, wofür du suchst' },
    { id: 'bot', text: 'Der Starttext deines Bots sagt, wer antwortet' },
    { id: 'groups', text: 'Du bist in zwei Gruppen deines Fachs' },
    { id: 'pinned', text: 'Du hast die angehefteten Regeln gelesen' },
    { id: 'answered', text: 'Du hast dort jemandem geholfen' },
    { id: 'privacy', text: 'Deine Nummer ist verborgen' },
  ],
  lingo: [
    { term: 'Kanal', also: ['channel'], meaning: 'Rundfunk in eine Richtung, den man abonniert' },
    { term: 'Supergruppe', also: ['supergroup'], meaning: 'eine Gruppe mit bis zu 200.000 Leuten' },
    { term: 'Admin', also: ['admins'], meaning: 'wer in einer Gruppe Ordnung hält', note: 'frag vor jeder Stelle' },
    { term: 'angeheftet', also: ['pinned', 'pin'], meaning: 'die Nachricht, die oben bleibt; meist die Regeln' },
    { term: 'Bot', also: ['bots'], meaning: 'ein Konto, das ein Programm führt' },
    { term: 'Sticker', meaning: 'ein Bild als Antwort' },
    { term: 'Kreis', also: ['video note', 'videonachricht'], meaning: 'eine kurze runde Videonachricht' },
    { term: 'TG', also: ['tg'], meaning: 'Telegram' },
    { term: 'PN', also: ['pn', 'dm', 'pm'], meaning: 'eine private Nachricht' },
    { term: 'geheimer Chat', also: ['secret chat'], meaning: 'ein verschlüsselter Chat auf zwei Geräten' },
    {
      term: 'zuletzt gesehen',
      also: ['last seen'],
      meaning: 'wann jemand da war',
      note: 'oft verborgen; sag nie, dass du es sahst',
    },
  ],
}
