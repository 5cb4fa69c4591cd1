import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Der Chat der privaten Nummer. Für Leute, die dich kennen und schnelle Antworten wollen; nie, um jemanden zu finden.',
  who: 'In Deutschland fast alle. Pflege, Logistik, Handel und Gastronomie leben darin.',
  norms: [
    'Sie schreiben zuerst, oder sie haben klar gesagt, dass du darfst.',
    'Nach ihrer letzten Nachricht hast du 24 Stunden; danach nur eine genehmigte Vorlage.',
    'Die Familie steht in derselben Liste. Abend und Sonntag gehören ihnen.',
    'Sprachnachrichten: ihre anhören, deine schreiben.',
    'Blaue Haken werden gesehen. Antworte, oder sag, wann.',
  ],
  speak: [
    'Kurz, herzlich, Emoji in Maßen. „ok 👍“ ist eine ganze Antwort.',
    'Meist du; siezt dich jemand, bleib beim Sie.',
    'Ein Foto vom Dienstplan statt einer Beschreibung.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Samira, hier ist Mara, die Recruiterin von der Nachtdienst-Seite. Danke für deine Nachricht, was möchtest du wissen?',
      why: 'Sie sehen nur eine Nummer, deshalb Name und Ort zuerst.',
    },
    {
      when: 'introduction',
      text: 'Hallo, ich bin Mara, ich suche Leute für die Kliniken im Norden. Der Dienstplan steht immer vier Wochen vorher.',
      why: 'Wer, was, und die Antwort, um die es ging.',
    },
  ],
  examples: [
    { when: 'talk', text: 'Wie war die erste Nacht auf der neuen Station?', why: 'So fragt jemand, der mitdenkt.' },
    {
      when: 'stranger',
      text: 'Hallo, ich habe deine Nummer aus einer Liste und wollte mich melden.',
      breaks: 'window-closed',
      why: 'Keine Einwilligung, kein Fenster. Eine Meldung kann deine Nummer sperren.',
    },
    {
      when: 'talk',
      text: 'Liebe Samira,\nvielen Dank für dein Interesse.\nMit freundlichen Grüßen\nMara Lind',
      breaks: 'letter-style',
      why: 'In WhatsApp unterschreibt niemand.',
    },
  ],
  forbids: [
    {
      text: 'Die Business-Richtlinie verlangt, dass die Person ihre Nummer gegeben und zugestimmt hat, und einen Weg hinaus.',
      source: 'https://business.whatsapp.com/policy',
      asOf: '2025-06',
    },
    {
      text: 'Massen- und automatische Nachrichten von gewöhnlichen Konten sind verboten und führen zur Sperre.',
      source: 'https://faq.whatsapp.com/5957850900902049',
      asOf: '2025-06',
    },
    {
      text: 'Werbung per Nachricht ohne vorherige Einwilligung ist in Deutschland unzulässig (§ 7 UWG).',
      source: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Unternehmensprofil mit deinem Namen vor dem der Firma.',
    'Dein Foto.',
    'Zeiten, Adresse, Link zu deiner Seite.',
    'Eine Abwesenheitsnachricht in den Sprachen, die du sprichst.',
  ],
  learn: 'Die App kennst du. Eine Woche für Vorlagen und die 24 Stunden.',
  checklist: [
    { id: 'business', text: 'Dein Unternehmensprofil ist vollständig' },
    { id: 'opt-in', text: 'Zu jeder Nummer gibt es eine Einwilligung mit Datum' },
    { id: 'window', text: 'Du weißt, was nach 24 Stunden erlaubt ist' },
    { id: 'away', text: 'Die Abwesenheitsnachricht sagt, wann du wieder da bist' },
    { id: 'evening', text: 'Du hast Ruhezeiten mit dir ausgemacht' },
    { id: 'voice', text: 'Du hörst Sprachnachrichten und antwortest schriftlich' },
  ],
  lingo: [
    { term: 'blaue Haken', also: ['blue ticks'], meaning: 'die Nachricht wurde gelesen' },
    { term: 'zuletzt online', meaning: 'wann jemand da war', note: 'sprich es nie an' },
    {
      term: 'Broadcast-Liste',
      also: ['broadcast'],
      meaning: 'eine Nachricht an viele, die privat aussieht',
      note: 'erreicht nur, wer deine Nummer gespeichert hat',
    },
    {
      term: 'Vorlage',
      also: ['template', 'hsm'],
      meaning: 'ein von WhatsApp genehmigter Text für die Zeit nach den 24 Stunden',
    },
    { term: 'Opt-in', meaning: 'ihr klares Ja zum Angeschriebenwerden' },
    { term: 'Sprachi', also: ['sprachnachricht', 'voice'], meaning: 'eine gesprochene Nachricht' },
    { term: 'vllt', also: ['vlt'], meaning: 'vielleicht' },
    { term: 'lg', also: ['glg'], meaning: 'liebe Grüße' },
    { term: 'kp', meaning: 'kein Plan' },
    { term: 'hdl', meaning: 'hab dich lieb', note: 'nichts für Recruiter' },
  ],
}
