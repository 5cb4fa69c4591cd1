import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Eine Liste deiner Stellen, die Programme lesen: Feedleser, Jobsuchmaschinen, Partner. Niemand wird gestört; wer hinsieht, sieht hin.',
  who: 'Jobsuchmaschinen, Schulen, Verbände, und ein paar sorgfältige Leute mit Feedleser.',
  norms: [
    'Ein Eintrag je echter, offener Stelle. Nimm ihn heraus, sobald sie besetzt ist.',
    'Nenn Geld, Ort, Stunden und wer antwortet.',
    'Der Titel ist, was Leute suchen: „Nachtpflege, Porto“, nicht „Pflegeheld gesucht“.',
    'Behalt die Adresse eines Eintrags, wenn du ihn änderst.',
    'Kein Eintrag, nur um Lebensläufe zu sammeln.',
  ],
  speak: [
    'Schlichter Titel, im ersten Satz was, wo und wie viel.',
    'Aufgaben kurz, Wünsche kürzer.',
    'Die Wörter der Leute für ihre Arbeit, nicht deine.',
  ],
  introduce: [
    {
      when: 'list',
      text: 'Nachtpflege, Porto, 30 Stunden, 2.100 € im Monat. Mara antwortet werktags von 9 bis 18 Uhr im Chat.',
      why: 'Der Eintrag stellt dich vor: ein Name, und wann du da bist.',
    },
    {
      when: 'list',
      text: 'Bäcker, Frühschicht, Gent. Um drei anfangen, um elf zu Hause. Frag Mara, wie die erste Woche ist.',
      why: 'Sagt das Harte zuerst, und wen man fragt.',
    },
  ],
  examples: [
    {
      when: 'list',
      text: 'Elektrikerin, Fährwartung, Kiel. 40 Stunden, 3.900 € im Monat, keine Nachtarbeit.',
      why: 'Alles, um zu entscheiden, ob man weiterliest.',
    },
    {
      when: 'list',
      text: 'Gärtner für einen Schulhof, Lyon. Teilzeit, in den Ferien frei.',
      why: 'Der Grund, es zu mögen, steht im Titel.',
    },
  ],
  forbids: [
    {
      text: 'Google will wahre, offene Stellen mit einem Weg, sich zu bewerben; abgelaufene und irreführende können herausgenommen werden.',
      source: 'https://developers.google.com/search/docs/appearance/structured-data/job-posting',
      asOf: '2025-06',
    },
    {
      text: 'In der EU dürfen Anzeigen nicht nach Religion, Weltanschauung, Behinderung, Alter oder sexueller Ausrichtung ausschließen; nach Geschlecht und Herkunft ebenso wenig.',
      source: 'https://eur-lex.europa.eu/eli/dir/2000/78/oj',
      asOf: '2025-06',
    },
    {
      text: 'Nach der EU-Richtlinie zur Entgelttransparenz, umzusetzen bis Juni 2026, erfahren Bewerber vor dem Gespräch das Entgelt oder seine Spanne.',
      source: 'https://eur-lex.europa.eu/eli/dir/2023/970/oj',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Ein Feedtitel mit dem Namen deines Teams.',
    'Ein Mensch mit Vornamen in jedem Eintrag.',
    'Hinter jedem Eintrag eine Seite mit denselben Angaben.',
  ],
  learn: 'Eine Stunde. Den Feed macht Kith.',
  checklist: [
    { id: 'valid', text: 'Dein Feed öffnet sich in einem Leser' },
    { id: 'pay', text: 'Jeder Eintrag nennt Geld und Ort' },
    { id: 'closed', text: 'Besetzte Stellen sind weg' },
    { id: 'titles', text: 'Titel sind, was Leute suchen' },
    { id: 'contact', text: 'Ein Mensch mit Vornamen antwortet' },
  ],
  lingo: [
    { term: 'JobPosting', meaning: 'das Vokabular, mit dem Suchmaschinen eine Stelle lesen' },
    { term: 'JSON-LD', meaning: 'wie diese Angaben in einer Seite stehen' },
    { term: 'Aggregator', also: ['aggregatoren'], meaning: 'eine Seite, die Stellen von anderen sammelt' },
    { term: 'GUID', also: ['guid'], meaning: 'die bleibende Nummer eines Eintrags' },
    { term: 'validThrough', meaning: 'der Tag, an dem eine Stelle endet' },
    { term: 'VZÄ', also: ['fte'], meaning: 'Vollzeitäquivalent: wie viel einer ganzen Woche' },
    { term: 'm/w/d', also: ['m/f/d', 'w/m/d'], meaning: 'offen für alle Geschlechter' },
    {
      term: 'Dauerstelle',
      also: ['evergreen'],
      meaning: 'eine Anzeige, die immer offen ist',
      note: 'nicht in einen Feed, dem man trauen soll',
    },
  ],
}
