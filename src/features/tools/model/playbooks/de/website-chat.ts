import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Der Chat auf deinen eigenen Seiten. Gerade liest jemand über dich und hat eine Frage. Nur hier kommen die Leute zu dir.',
  who: 'Leute, die einem Link, einem Beitrag oder einer Anzeige gefolgt sind. Die Hälfte sieht sich in der Pause am Handy um, die meisten nennen nie einen Namen.',
  norms: [
    'Antworte binnen einer Minute, solange das Licht grün ist. Sonst schalt es aus; ein stummes grünes Licht ist schlimmer als keins.',
    'Sag in der ersten Zeile deinen Vornamen.',
    'Beantworte zuerst die Frage. Deine Fragen kommen danach, eine nach der anderen.',
    'Verlang nie Namen, Nummer oder Lebenslauf als Preis für eine Antwort.',
    'Werden sie still, lass einmal die Tür offen und dann in Ruhe lesen.',
  ],
  speak: [
    'Kurz und neugierig, mit Tippfehlern, oft ohne Anrede.',
    'Vor der eigentlichen Frage kommt eine kleine: „nur nachts?“ meint selten nur die Nacht.',
    'Sie schreiben vielleicht von der Arbeit. Frag nicht, warum es dauert.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo, ich bin Mara, ich suche Nachtdienste für drei Kliniken hier. Was möchtest du wissen?',
      why: 'Name, was du tust, und sie haben das Wort.',
    },
    {
      when: 'introduction',
      text: 'Mara hier, die Recruiterin hinter dieser Seite. Mit Dienstplänen kenne ich mich am besten aus.',
      why: 'Sagt, wer antwortet und wofür du gut bist.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'Nein, tags auch. Nach der Nacht fragen nur die meisten zuerst. Was wäre dir lieber?',
      why: 'Erst die Antwort, dann eine Frage nach ihnen.',
    },
    {
      when: 'talk',
      text: 'Sehr geehrte Besucherin,\nvielen Dank für Ihre Anfrage.\nMit freundlichen Grüßen\nMara Lind',
      breaks: 'letter-style',
      why: 'Ein Brief im Chat liest sich wie ein Automat.',
    },
    {
      when: 'introduction',
      text: 'Hallo! Bitte schick zuerst deinen Lebenslauf, dann reden wir über die Stelle.',
      breaks: 'job-before-introduction',
      why: 'Sie haben gefragt und eine Schranke bekommen, von jemandem ohne Namen.',
    },
  ],
  forbids: [
    {
      text: 'Es ist dein eigener Chat, also gilt das Gesetz: sag vorher, was gespeichert wird, wozu und wie lange.',
      source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
      asOf: '2025-06',
    },
    {
      text: 'Eine automatische Antwort muss in der EU als solche zu erkennen sein.',
      source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Dein Vorname und ein echtes Foto, nicht das Logo.',
    'Zeiten, zu denen du wirklich da bist.',
    'Eine Zeile dazu, was man dich am häufigsten fragt.',
    'Was du im Chat nie verlangst.',
  ],
  learn: 'Einen Nachmittag. Dann zwei Wochen antworten, bis du die zehn Fragen kennst, die immer kommen.',
  checklist: [
    { id: 'own-name', text: 'Der Chat zeigt deinen Vornamen und dein Foto' },
    { id: 'hours', text: 'Deine Zeiten stehen da und stimmen' },
    { id: 'away', text: 'Den Satz für die Abwesenheit hast du selbst geschrieben' },
    { id: 'first-line', text: 'Dein erster Satz ist nicht „Wie kann ich helfen?“' },
    { id: 'ten-questions', text: 'Die zehn häufigsten Fragen sind aufgeschrieben' },
    { id: 'consent', text: 'Du hast als Besucher gelesen, was über Daten dasteht' },
    { id: 'tested', text: 'Du hast dir selbst vom Handy geschrieben' },
  ],
  lingo: [
    {
      term: 'Absprung',
      also: ['bounce'],
      meaning: 'jemand öffnet eine Seite und geht',
      note: 'oft, weil gefunden ist, was gesucht war',
    },
    { term: 'Landingpage', also: ['landing page'], meaning: 'die Seite, auf die ein Link oder eine Anzeige führt' },
    {
      term: 'Textbaustein',
      also: ['canned reply'],
      meaning: 'ein gespeicherter Text auf Knopfdruck',
      note: 'beim zweiten fällt es auf',
    },
    { term: 'Übergabe', also: ['handover'], meaning: 'ein Chat geht an jemand anderen im Team' },
    { term: 'ghosten', also: ['ghosting', 'geghostet'], meaning: 'ohne ein Wort nicht mehr antworten' },
    {
      term: 'Vorab-Formular',
      also: ['pre-chat form'],
      meaning: 'Felder, die vor dem ersten Wort auszufüllen sind',
      note: 'hier kehren die meisten um',
    },
    { term: 'Rückruf', meaning: 'später angerufen werden statt jetzt zu schreiben' },
    { term: 'Quereinstieg', also: ['quereinsteiger', 'quereinsteigerin'], meaning: 'aus einem anderen Beruf kommen' },
  ],
}
