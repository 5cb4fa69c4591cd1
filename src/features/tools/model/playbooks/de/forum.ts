import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Langlebige Fragen und Antworten zu einer Sache. Alte Fäden sind das Gedächtnis, wer was weiß.',
  who: 'Liebhaber und Leute vom Fach nebeneinander: Zerspanung, Segeln, Hebammen, Modellbau, Leser von Hacker News.',
  norms: [
    'Such, bevor du fragst. Die Antwort von 2014 stimmt noch.',
    'Ein Faden, ein Thema; im richtigen Unterforum.',
    'Füll vor dem ersten Beitrag dein Profil aus; Neue werden angesehen.',
    'Vielleicht gibt es einen Bereich oder einen Monatsfaden für Stellen. Anderswo keine.',
    'Berichte, wie es ausging. Das merkt man sich.',
  ],
  speak: [
    'In Absätzen, mit Bildern und Teilenummern.',
    'Signaturen und Ränge sagen, wie lange jemand da ist.',
    'Schroff gegen falschen Rat, geduldig mit Anfängern, die ihren Teil taten.',
  ],
  introduce: [
    {
      when: 'comment',
      read: 'Rattern an einer kleinen Drehbank: Leisten nachgestellt, Vorschub langsamer, und ein Sandsack im Gestell half mehr als beides.',
      text: 'Ein Sandsack im Gestell! Ich bin Recruiterin für Zerspaner, und das hat mir noch keiner gesagt. Zählt das Gewicht, oder dass er lose ist?',
      why: 'Offen über deinen Beruf, und eine echte Frage.',
    },
    {
      when: 'outreach',
      read: 'Rattern an einer kleinen Drehbank: Leisten nachgestellt, Vorschub langsamer, und ein Sandsack im Gestell half mehr als beides.',
      text: 'Hallo Otto, der Sandsack im Gestell hat der Drehbank meines Nachbarn mehr geholfen als neue Leisten. Ich bin Mara, Recruiterin für Zerspaner. Danke, dass du es aufgeschrieben hast.',
      why: 'Berichtet zurück, sagt, wer du bist, bittet um nichts.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Rattern an einer kleinen Drehbank: Leisten nachgestellt, Vorschub langsamer, und ein Sandsack im Gestell half mehr als beides.',
      text: 'Den Sandsack mit 20 kg probiert. Unter 600 Umdrehungen ist das Rattern weg, darüber noch da.',
      why: 'Die liebste Antwort: es ging, und hier hört es auf.',
    },
    {
      when: 'outreach',
      read: 'Rattern an einer kleinen Drehbank: Leisten nachgestellt, Vorschub langsamer.',
      text: 'Hallo, ich habe dein Profil gesehen und eine spannende Position für dich.',
      breaks: 'reading-not-shown',
      why: 'Zwölf Jahre Beiträge, und du nennst keinen.',
    },
    {
      when: 'room',
      text: 'Unsere Firma stellt jetzt Zerspaner ein, bewerbt euch unter https://jobs.example.org',
      breaks: 'promotes-in-room',
      why: 'Gehört in den Stellenbereich, oder nirgends hin.',
    },
  ],
  forbids: [
    {
      text: 'Jedes Forum hat eigene Regeln; Hacker News etwa bittet, es nicht vor allem zur Werbung zu nutzen.',
      source: 'https://news.ycombinator.com/newsguidelines.html',
      asOf: '2025-06',
    },
    {
      text: 'Bei Hacker News gehören Stellen in den monatlichen Faden „Who is hiring?“, von der Firma selbst, eine je Firma.',
      source: 'https://news.ycombinator.com/submitted?id=whoishiring',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Ein Name, den du behältst; er ist dein Ruf.',
    'Ort und Fach.',
    'Eine Signatur von einer Zeile, mit „sucht Zerspaner“.',
    'Ein Bild, am besten deine Werkbank, dein Boot oder dein Rad.',
  ],
  learn: 'Einen Tag für die Regeln, ein halbes Jahr zum alten Hasen.',
  checklist: [
    { id: 'rules', text: 'Du hast Regeln und angeheftete Fäden gelesen' },
    { id: 'profile', text: 'Fach und Ort stehen im Profil' },
    { id: 'search', text: 'Du hast vor der ersten Frage gesucht' },
    { id: 'answer', text: 'Du hast geantwortet oder zurückberichtet' },
    { id: 'jobs', text: 'Du weißt, wo Stellen stehen dürfen' },
    { id: 'weeks', text: 'Du hast vier Wochen hintereinander hineingesehen' },
  ],
  lingo: [
    { term: 'TE', also: ['op', 'threadersteller'], meaning: 'wer den Faden begann' },
    { term: 'Sticky', also: ['angepinnt'], meaning: 'ein Faden, der oben bleibt' },
    { term: 'Leichenschänder', also: ['necro', 'necropost'], meaning: 'wer einen Faden weckt, der Jahre schlief' },
    { term: 'schieb', also: ['bump', 'push'], meaning: 'ein Beitrag nur, um einen Faden hochzuholen' },
    { term: 'Mod', also: ['mods'], meaning: 'wer Ordnung hält' },
    { term: 'Lurker', also: ['mitleser'], meaning: 'wer liest, ohne zu schreiben' },
    { term: 'FTFY', also: ['ftfy'], meaning: 'hab es für dich berichtigt' },
    { term: 'Karma', also: ['rep'], meaning: 'Punkte für gute Beiträge' },
    { term: 'SuFu', also: ['sufu'], meaning: 'die Suche; „nimm die SuFu“ heißt: das wurde schon gefragt' },
    { term: 'IANAL', also: ['ianal'], meaning: 'ich bin kein Jurist' },
    { term: 'YMMV', also: ['ymmv'], meaning: 'bei dir kann es anders sein' },
    { term: 'Show HN', meaning: 'ein Beitrag bei Hacker News, der Selbstgemachtes zeigt' },
    { term: 'Sockenpuppe', also: ['sockpuppet', 'doppelaccount'], meaning: 'ein zweites Konto desselben Menschen' },
  ],
}
