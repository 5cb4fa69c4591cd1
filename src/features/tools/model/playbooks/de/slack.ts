import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Gemeinschaften eines Berufs: ein Workspace mit Kanälen, betreten auf Einladung oder per Formular. Arbeitston, freundlich.',
  who: 'Gestaltung, Daten, Produkt, Journalismus, gemeinnützige Arbeit, Ehemalige. Bei der Arbeit benutzen sie es den ganzen Tag und hier in den Pausen.',
  norms: [
    'Die meisten haben #jobs und die Regel, dass Stellen nur dorthin gehören, mit Gehalt im Text.',
    'Antworte in Threads. Ein Kanal voller loser Antworten nervt.',
    'Kein @channel und kein @here.',
    'Frag vor einer Direktnachricht; oft steht das in den Verhaltensregeln.',
    'Der Workspace einer Firma ist keine Gemeinschaft. Wirb nie darin ab.',
  ],
  speak: [
    'Ganze Sätze, freundlich, ein, zwei Emoji. Reaktionen sagen „gesehen“ und „danke“.',
    'Eine Nachricht, eine Sache; Einzelheiten in den Thread.',
    'Zeitzonen werden genannt und geachtet.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Jo, Mara hier aus #data-viz. Ich bin Recruiterin für Teams im Gesundheitswesen, und danke für deine Hilfe mit den Diagrammen.',
      why: 'Kanal, Arbeit, ein wahrer Grund.',
    },
    {
      when: 'room',
      text: 'Hallo zusammen, ich bin Mara, Recruiterin im Gesundheitswesen. Ich bin wegen der Diagrammkritiken hier.',
      why: 'Der Vorstellungskanal ist dafür da, und nichts wird angeboten.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'Wie lief es am Donnerstag auf der Bühne?',
      why: 'Nimmt auf, was sie erzählt hat.',
    },
    {
      when: 'room',
      text: 'Wir suchen zwei Analystinnen, Gehalt 70.000 €, bewerbt euch unter https://jobs.example.org',
      breaks: 'broadcast-on-messaging',
      why: 'In #jobs richtig, überall sonst falsch.',
    },
    {
      when: 'stranger',
      text: 'Hallo Jo, ich habe dich in der Mitgliederliste gesehen. Hast du kurz Zeit?',
      breaks: 'message-before-connected',
      why: 'Die Mitgliederliste ist keine Kontaktliste.',
    },
  ],
  forbids: [
    {
      text: 'Die Nutzungsregeln verbieten unerwünschte Nachrichten und das Sammeln von Daten der Mitglieder ohne deren Einwilligung.',
      source: 'https://slack.com/acceptable-use-policy',
      asOf: '2025-06',
    },
    {
      text: 'Die Bedingungen der Schnittstelle begrenzen, wofür Daten eines Workspace kopiert und benutzt werden dürfen.',
      source: 'https://slack.com/terms-of-service/api',
      asOf: '2025-06',
    },
    {
      text: 'Wem der Workspace gehört, setzt eigene Regeln dazu; meist stehen sie angeheftet.',
      source: 'https://slack.com/terms-of-service/user',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Voller Name und Foto.',
    'Titel: „Recruiterin, Gesundheitswesen“.',
    'Zeitzone eingestellt.',
    'Ein Link auf deine Seite, nicht auf eine Stelle.',
  ],
  learn: 'Eine Stunde für die App, wenn du sie von der Arbeit kennst; zwei, drei Wochen je Gemeinschaft.',
  checklist: [
    { id: 'profile', text: 'Name, Foto, Titel und Zeitzone sind da' },
    { id: 'conduct', text: 'Du hast die Verhaltensregeln gelesen' },
    { id: 'jobs', text: 'Du kennst die Regeln von #jobs' },
    { id: 'intro', text: 'Du hast dich im Vorstellungskanal gemeldet' },
    { id: 'thread', text: 'Du hast in einem Thread geholfen' },
    { id: 'no-list', text: 'Du hast beschlossen, die Mitgliederliste nie abzuarbeiten' },
  ],
  lingo: [
    { term: 'Workspace', meaning: 'eine Gemeinschaft oder Firma bei Slack' },
    { term: 'Thread', also: ['threads'], meaning: 'Antworten unter einer Nachricht' },
    { term: 'DM', also: ['dm'], meaning: 'Direktnachricht' },
    { term: 'Huddle', also: ['huddles'], meaning: 'ein schnelles Gespräch mit Ton im Kanal' },
    { term: 'Connect', also: ['slack connect'], meaning: 'ein Kanal, den zwei Häuser teilen' },
    { term: 'Canvas', meaning: 'eine Seite mit Notizen in Slack' },
    { term: 'AMA', also: ['ama'], meaning: 'eine Fragestunde mit einem Gast' },
    { term: 'tl;dr', also: ['tldr'], meaning: 'zu lang; hier das Kurze' },
    { term: 'async', meaning: 'später antworten statt gleich' },
    { term: 'OOO', also: ['ooo'], meaning: 'nicht im Büro' },
    { term: '+1', meaning: 'sehe ich auch so' },
    { term: 'WFH', also: ['wfh'], meaning: 'arbeitet von zu Hause' },
  ],
}
