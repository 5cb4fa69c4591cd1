import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Öffentliches Gespräch in kurzen Beiträgen. Du folgst, du antwortest, sie antworten; Nachrichten sind für Leute, die das schon tun.',
  who: 'Presse, Wissenschaft, Gründer, Entwickler, Fußball und Politik. Weniger als früher, noch immer schnell mit einer Antwort.',
  norms: [
    'Erst folgen, dann auf etwas mit Gehalt antworten.',
    'Antworte auf die Aussage, nicht auf den Beruf.',
    'Viele nehmen Nachrichten nur von Leuten, denen sie folgen. Auch das ist eine Antwort.',
    'Zitieren, um etwas hinzuzufügen, nicht zum Spott.',
    'Markier nie jemanden unter einer Stelle.',
  ],
  speak: [
    'Ein Gedanke, ein Beitrag. Trocken, schnell, oft ironisch.',
    'Threads für Längeres, nummeriert.',
    'Hashtags sparsam, höchstens einer.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Noor, Mara hier, wir sprachen letzte Woche über Fähren und Tide. Ich bin Recruiterin für Häfen, es war also eine gute Lehrstunde.',
      why: 'Woher, das Fach, der Dank.',
    },
    {
      when: 'introduction',
      text: 'Danke fürs Folgen! Ich bin Mara, Recruiterin für Hafenleute, und stelle hier meist Fragen.',
      why: 'Sagt, was sie von dir sehen werden.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Warum Fähren vor dem Anlegen drehen: die Tide setzt quer zum Anleger, und das Bugstrahlruder hält gegen zwei Knoten nicht an.',
      text: 'Bei zwei Knoten quer verliert also das Bugstrahlruder? Ich hatte immer den Wind im Verdacht.',
      why: 'Nimmt die Aussage auf und fragt einen Schritt weiter.',
    },
    {
      when: 'stranger',
      text: 'Hallo Noor, deine Beiträge sind super! Kurz reden?',
      breaks: 'message-before-connected',
      why: 'Schmeichelei aus dem Nichts, im Kasten für Anfragen.',
    },
    {
      when: 'comment',
      read: 'Warum Fähren vor dem Anlegen drehen: die Tide setzt quer zum Anleger.',
      text: 'Toller Thread! Wir suchen Kapitäne, schau auf unsere Karriereseite',
      breaks: 'job-before-introduction',
      why: 'Ihr Thread wurde deine Plakatwand.',
    },
  ],
  forbids: [
    {
      text: 'Die Regeln gegen Manipulation und Spam verbieten massenhafte oder unerwünschte Antworten, Erwähnungen und Nachrichten.',
      source: 'https://help.x.com/en/rules-and-policies/platform-manipulation',
      asOf: '2025-06',
    },
    {
      text: 'Die Richtlinie für Entwickler verbietet, heikle Eigenschaften abzuleiten und Konten ohne Einwilligung Menschen außerhalb zuzuordnen.',
      source: 'https://docs.x.com/developer-terms/policy',
      asOf: '2025-06',
    },
    {
      text: 'Seiten ohne Zustimmung durch ein Programm auszulesen verstößt gegen die Bedingungen.',
      source: 'https://x.com/en/tos',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Dein Name und dein Gesicht.',
    'Bio: „sucht Leute für Häfen“ und etwas Menschliches.',
    'Ein angehefteter Beitrag, warum man dir schreibt.',
    'Nachrichten für alle offen, damit sie anfangen können.',
  ],
  learn: 'Eine Woche Lesen für den Ton, zwei Monate, bis man dir antwortet.',
  checklist: [
    { id: 'bio', text: 'Bio und angehefteter Beitrag sagen, was du tust' },
    { id: 'list', text: 'Du hast eine private Liste von 30 Leuten zum Lesen' },
    { id: 'replies', text: 'Zehn Antworten von dir, die ohne deinen Beruf bestehen' },
    { id: 'acknowledged', text: 'Drei Leute haben auf eine reagiert' },
    { id: 'open', text: 'Deine Nachrichten sind offen' },
    { id: 'no-tag', text: 'Du markierst nie jemanden unter einer Stelle' },
  ],
  lingo: [
    { term: 'RT', also: ['retweet', 'repost'], meaning: 'einen Beitrag weitergeben' },
    { term: 'QT', also: ['quote tweet'], meaning: 'weitergeben, mit eigenen Worten dazu' },
    { term: 'DM', also: ['dm', 'dms'], meaning: 'Direktnachricht' },
    { term: 'Thread', also: ['🧵'], meaning: 'mehrere Beiträge einer Person hintereinander' },
    { term: 'Mutuals', also: ['moots'], meaning: 'Leute, die einander folgen' },
    { term: 'Ratio', also: ['ratioed'], meaning: 'mehr wütende Antworten als Herzen' },
    { term: 'Subtweet', also: ['nonmention'], meaning: 'über jemanden reden, ohne den Namen zu nennen' },
    { term: 'TL', also: ['tl', 'timeline'], meaning: 'der Strom von Beiträgen, den jemand sieht' },
    { term: 'ICYMI', meaning: 'falls du es verpasst hast' },
    { term: 'h/t', meaning: 'Dank für den Hinweis' },
    { term: 'mMn', also: ['imo', 'imho'], meaning: 'meiner Meinung nach' },
    { term: 'OP', meaning: 'wer zuerst schrieb' },
  ],
}
