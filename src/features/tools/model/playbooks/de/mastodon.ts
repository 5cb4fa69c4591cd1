import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Öffentliches Gespräch auf vielen kleinen Servern, die miteinander reden. Langsam, freundlich, empfindlich gegen Werbung.',
  who: 'Wissenschaft, freie Software, Kunst, Schule, Presse, Bibliotheken, Leute, die Twitter mit Absicht verließen.',
  norms: [
    'Jeder Server hat Regeln; manche verbieten gewerbliche Konten. Such deinen danach aus.',
    'Beschreib deine Bilder. Beiträge ohne Bildtext übergeht man.',
    'Inhaltswarnungen für Schweres, und Großbuchstaben in Hashtags (#NachtSchicht).',
    'Teile mehr, als du schreibst. Kein Algorithmus trägt etwas weiter, nur Leute.',
    'Eine Folgeanfrage sieht sich vielleicht ein Mensch an: füll vorher dein Profil aus.',
    'Selbsttätige Beiträge sind als solche gezeichnet.',
  ],
  speak: [
    'Ganze Sätze, nachdenklich, mit Selbstspott.',
    'Über Hashtags findet man etwas, zwei oder drei.',
    'Antworten lesen alle: berichtige sanft.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Li, ich bin Mara, Recruiterin für botanische Gärten. Danke fürs Zurückfolgen, ich bin wegen der Flechten hier.',
      why: 'Gleich, was du tust, und warum du da bist.',
    },
    {
      when: 'post',
      text: '#NeuHier Hallo, ich bin Mara. Ich suche Gärtnerinnen, lese über Flechten und beantworte Fragen, wie Einstellen von innen geht.',
      why: 'Der Brauch des Orts: ein Beitrag mit #NeuHier, angeheftet.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Lobaria pulmonaria an einem alten Ahorn am Fluss gefunden, ein Zeichen, dass die Luft seit Jahrzehnten sauber ist.',
      text: 'Lobaria am Ahorn, also nicht nur an Eichen! Hält der Fluss es dort feucht genug?',
      why: 'Nimmt den Fund auf und fragt weiter.',
    },
    {
      when: 'comment',
      read: 'Lobaria pulmonaria an einem alten Ahorn am Fluss gefunden.',
      text: 'Schön! Übrigens suchen wir Gärtner, schau auf unsere Karriereseite',
      breaks: 'job-before-introduction',
      why: 'Man wird dich sperren, vielleicht deinen Server gleich mit.',
    },
    {
      when: 'stranger',
      text: 'Hallo Li, hast du kurz Zeit?',
      breaks: 'message-before-connected',
      why: 'Eine private Erwähnung von niemandem.',
    },
  ],
  forbids: [
    {
      text: 'Die Regeln der Server unterscheiden sich; viele verbieten Spam und Werbung und wollen Bots gezeichnet sehen.',
      source: 'https://mastodon.social/about',
      asOf: '2025-06',
    },
    {
      text: 'Beiträge von Leuten zu sammeln, die das abgestellt haben, ist gegen den Brauch und auf manchen Servern gegen die Regeln.',
      source: 'https://docs.joinmastodon.org/user/preferences/',
      asOf: '2025-06',
    },
    {
      text: 'Server, die joinmastodon.org nennt, haben zugesagt, gegen Rassismus, Sexismus, Homo- und Transfeindlichkeit vorzugehen.',
      source: 'https://joinmastodon.org/covenant',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Name, Bild mit Bildtext, eine Bio von zwei Sätzen.',
    'Vier Felder: Seite (bestätigt durch rel=me), wofür du suchst, Pronomen, wenn du magst, Sprachen.',
    'Ein angehefteter Beitrag #NeuHier.',
    'Vorschläge eingeschaltet, damit man dich findet.',
  ],
  learn: 'Einen Abend für die Sache mit den Servern, zwei Monate für die Sitten.',
  checklist: [
    { id: 'server', text: 'Die Regeln deines Servers erlauben, was du tust' },
    { id: 'verified', text: 'Deine Seite ist durch rel=me bestätigt' },
    { id: 'intro', text: 'Deine Vorstellung ist angeheftet' },
    { id: 'alt', text: 'Deine letzten fünf Bilder haben Bildtext' },
    { id: 'hashtags', text: 'Du folgst fünf Hashtags deines Fachs' },
    { id: 'replies', text: 'Du hast auf zehn Beiträge geantwortet, zur Sache' },
    { id: 'boost', text: 'Du hast mehr geteilt als geschrieben' },
  ],
  lingo: [
    { term: 'Tröt', also: ['toot', 'tröts'], meaning: 'ein Beitrag', note: 'halb ein Scherz; „Beitrag“ geht auch' },
    { term: 'Boost', also: ['geboostet', 'boosten'], meaning: 'einen Beitrag weitergeben' },
    { term: 'Instanz', also: ['instance'], meaning: 'ein Server' },
    { term: 'Fediverse', also: ['fedi', 'fediversum'], meaning: 'alle Server, die miteinander reden' },
    {
      term: 'CW',
      also: ['content warning', 'inhaltswarnung'],
      meaning: 'eine Zeile, hinter der ein Beitrag verborgen ist',
    },
    {
      term: 'Bildtext',
      also: ['alt text', 'alt-text'],
      meaning: 'die Beschreibung eines Bilds für die, die es nicht sehen',
    },
    { term: 'deföderieren', also: ['defederate', 'defed'], meaning: 'einen anderen Server abschneiden' },
    { term: 'Mutuals', also: ['moots'], meaning: 'Leute, die einander folgen' },
    { term: 'ungelistet', also: ['unlisted'], meaning: 'öffentlich, aber nicht in den großen Strömen' },
    { term: 'Mutual Aid', meaning: 'Leute bitten um Hilfe und geben sie' },
    { term: 'Vogelseite', also: ['birdsite'], meaning: 'Twitter' },
    { term: 'Reply Guy', meaning: 'wer auf alles antwortet, ungefragt', note: 'sei keiner' },
    { term: 'ActivityPub', meaning: 'das Protokoll dahinter' },
  ],
}
