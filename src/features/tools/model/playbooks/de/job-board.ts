import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Anzeigen auf Börsen, die man öffnet, um Arbeit zu suchen. Rundfunk, und ehrlich damit.',
  who: 'Leute, die jetzt suchen. Zufriedene sehen es nie; für sie hast du die anderen Werkzeuge.',
  norms: [
    'Schreib für den Menschen, nicht für die Suchmaschine.',
    'Nenn das Geld. Anzeigen ohne werden übergangen.',
    'Antworte allen, auch mit nein.',
    'Erneuere durch eine wahre Änderung, nicht durch noch einmal einstellen.',
    'Verlang, was du brauchst, nicht, wovon du träumst.',
  ],
  speak: [
    'Du, nicht wir. Kurze Absätze.',
    'Der Arbeitstag in drei Sätzen.',
    'Kein „Rockstar“, keine „Familie“, kein „dynamisches Umfeld“.',
  ],
  introduce: [
    {
      when: 'list',
      text: 'Ich bin Mara und suche Leute für diese Station. Frag mich im Chat alles, bevor du dich bewirbst.',
      why: 'Ein Gesicht in einer Anzeige ist selten und wirkt.',
    },
    {
      when: 'list',
      text: 'Fragen an Mara, werktags bis 18 Uhr. Sie kennt den Dienstplan und die Busse.',
      why: 'Macht das Fragen leicht.',
    },
  ],
  examples: [
    {
      when: 'list',
      text: 'Nachts siehst du nach zwölf Leuten, zusammen mit einer Kollegin. 2.100 € für 30 Stunden. Die erste Woche mit Ana, die es seit neun Jahren macht.',
      why: 'Der Tag, das Geld, der Mensch.',
    },
    {
      when: 'list',
      text: 'Staplerfahrer, Hull, vier Tage die Woche. Du brauchst den Schein; alles andere lernst du hier.',
      why: 'Eine Bedingung, und sie stimmt.',
    },
  ],
  forbids: [
    {
      text: 'Indeed verbietet Gebühren für Bewerber, mehrfaches Einstellen derselben Stelle und Anzeigen ohne echte Stelle.',
      source: 'https://www.indeed.com/legal/jobs-policy',
      asOf: '2025-06',
    },
    {
      text: 'LinkedIns Regeln für Stellen verbieten benachteiligende und irreführende Anzeigen.',
      source: 'https://www.linkedin.com/legal/jobs-policies',
      asOf: '2025-06',
    },
    {
      text: 'Mehrere US-Bundesstaaten verlangen das Gehalt in der Anzeige; in der EU erfahren Bewerber es nach der Richtlinie, umzusetzen bis Juni 2026, vor dem Gespräch.',
      source: 'https://eur-lex.europa.eu/eli/dir/2023/970/oj',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Eine Firmenseite mit Bildern vom wirklichen Ort.',
    'Ein Mensch mit Namen.',
    'Antworten auf Bewertungen, auch ruhige.',
  ],
  learn: 'Einen Tag je Börse, und ein Auge auf die Kosten.',
  checklist: [
    { id: 'pay', text: 'Das Geld steht in den ersten Zeilen' },
    { id: 'day', text: 'Ein Arbeitstag ist beschrieben' },
    { id: 'requirements', text: 'Du hast die Bedingungen auf das Nötige gekürzt' },
    { id: 'contact', text: 'Ein Mensch mit Namen antwortet vor der Bewerbung' },
    { id: 'no', text: 'Alle bekommen eine Antwort' },
    { id: 'track', text: 'Du weißt, welche Einstellung von welcher Börse kam' },
  ],
  lingo: [
    { term: 'CPC', also: ['ppc', 'pay per click'], meaning: 'du zahlst je Klick' },
    { term: 'gesponsert', also: ['sponsored'], meaning: 'eine Anzeige, die für Geld öfter gezeigt wird' },
    {
      term: 'Schnellbewerbung',
      also: ['easy apply', '1-klick'],
      meaning: 'Bewerben mit einem Druck',
      note: 'viele, und weniger ernst',
    },
    {
      term: 'K.-o.-Frage',
      also: ['knock-out question', 'killerfrage'],
      meaning: 'eine Frage, die eine Bewerbung beendet',
      note: 'Kith hat keine: keine Maschine lehnt jemanden ab',
    },
    { term: 'ATS', meaning: 'das Programm, in dem Bewerbungen liegen' },
    { term: 'Req', also: ['requisition'], meaning: 'eine genehmigte Stelle' },
    { term: 'Time-to-fill', also: ['ttf'], meaning: 'Tage von der Öffnung bis zum Ja' },
    { term: 'Geisterstelle', also: ['ghost job'], meaning: 'eine Anzeige ohne Stelle dahinter' },
    { term: 'Aggregator', meaning: 'eine Börse, die von anderen sammelt' },
    { term: 'VB', also: ['vhb', 'doe'], meaning: 'Bezahlung ist Verhandlungssache', note: 'gelesen wird: wenig' },
  ],
}
