import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Antworten an Leute, die deiner Facebook-Seite schreiben. Schnell und persönlich, zu dem, was sie dort sahen.',
  who: 'Leute aus der Gegend: Handel, Pflege, Handwerk, Fahrer, Eltern nach der Pause. Viele haben kein LinkedIn und werden nie eins haben.',
  norms: [
    'Sie schreiben der Seite zuerst. Deine Seite kann nicht anfangen.',
    'Du hast 24 Stunden nach ihrer letzten Nachricht.',
    'Die Seite zeigt, wie schnell du antwortest. Das ist ein Versprechen.',
    'Nenn einen Vornamen, denn oft antworten mehrere für eine Seite.',
    'Kommentare sind öffentlich: Persönliches gehört in den Chat, wenn sie es wollen.',
  ],
  speak: [
    'Wie eine Nachricht an einen Laden, dem man traut: „gibts das noch?“',
    'Daumen, Herzen, kurze Zeilen. Fotos von Papieren, wenn du nicht bremst.',
    'Manche antworten nach Tagen, als wäre nichts gewesen.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Dana, Mara hier, ich bin die Recruiterin hinter der Bäckerei-Seite. Was möchtest du über die Frühschicht wissen?',
      why: 'Eine Seite hat kein Gesicht, bis du ihr eins gibst.',
    },
    {
      when: 'introduction',
      text: 'Hallo, ich bin Mara, die Recruiterin, die hier antwortet. Gute Frage, die Leute am Ofen fangen um drei an.',
      why: 'Name, Aufgabe, Antwort.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'Fuhren die Busse so früh, als du es probiert hast?',
      why: 'Eine praktische Frage, die zeigt, dass du zugehört hast.',
    },
    {
      when: 'stranger',
      text: 'Hallo Dana, dir gefiel unser Beitrag, wollen wir reden?',
      breaks: 'window-closed',
      why: 'Ein Daumen ist keine Nachricht. Antworte öffentlich auf den Kommentar.',
    },
    {
      when: 'talk',
      text: 'WIR BRAUCHEN DEINE ANTWORT WIRKLICH HEUTE BITTE',
      breaks: 'wrong-register',
      why: 'Großbuchstaben schreien, und dann liest niemand weiter.',
    },
  ],
  forbids: [
    {
      text: 'Nach 24 Stunden seit ihrer letzten Nachricht darf eine Seite nur schicken, was die Nachrichten-Kennzeichen erlauben; Werbung gehört nicht dazu.',
      source: 'https://developers.facebook.com/docs/messenger-platform/policy/policy-overview',
      asOf: '2025-06',
    },
    {
      text: 'Die Plattformbedingungen verbieten, mit den Daten über die Eignung für eine Beschäftigung zu entscheiden.',
      source: 'https://developers.facebook.com/terms/',
      asOf: '2025-06',
    },
    {
      text: 'Stellenanzeigen dürfen in vielen Ländern nicht nach Alter, Geschlecht und Ähnlichem gezielt werden.',
      source: 'https://transparency.meta.com/policies/ad-standards/',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Eine Seite mit einem Namen, nach dem man sucht.',
    'Eine Begrüßung mit deinem Vornamen.',
    'Zeiten und eine Abwesenheitsnachricht.',
    'Ein Knopf „Nachricht senden“.',
  ],
  learn: 'Einen Nachmittag für den Posteingang der Seite, eine Woche für die 24 Stunden.',
  checklist: [
    { id: 'greeting', text: 'Die Begrüßung nennt dich' },
    { id: 'hours', text: 'Abwesenheit und Zeiten sind eingestellt' },
    { id: 'window', text: 'Du weißt, was nach 24 Stunden erlaubt ist' },
    { id: 'names', text: 'Alle, die antworten, nennen ihren Vornamen' },
    { id: 'comments', text: 'Du hast jeden Kommentar des letzten Monats beantwortet' },
  ],
  lingo: [
    { term: 'Seite', also: ['page'], meaning: 'das öffentliche Profil einer Firma oder Sache, keines Menschen' },
    {
      term: 'Posteingang der Seite',
      also: ['page inbox', 'business suite'],
      meaning: 'wo Nachrichten an eine Seite ankommen',
    },
    { term: 'PSID', meaning: 'die Nummer, unter der deine Seite jemanden kennt' },
    {
      term: 'Nachrichten-Kennzeichen',
      also: ['message tag', 'tag'],
      meaning: 'ein Grund, aus dem man nach 24 Stunden schreiben darf',
    },
    { term: 'gesehen', also: ['seen'], meaning: 'die Nachricht wurde gelesen' },
    {
      term: 'Nachrichtenanfrage',
      also: ['message request'],
      meaning: 'wo die Nachrichten von Fremden warten, oft für immer',
    },
    { term: 'Reaktion', also: ['reaction'], meaning: 'ein Emoji auf einer Nachricht' },
    { term: 'pn', also: ['pm', 'pn raus'], meaning: 'lass uns privat weiterreden' },
  ],
}
