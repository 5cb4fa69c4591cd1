import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Offener, verschlüsselter Chat mit Räumen und Threads. Gemeinschaften, Hochschulen und Ämter betreiben eigene Server.',
  who: 'Freie Software, Forschung, Studierende, Verwaltungen in Deutschland und Frankreich, Leute aus der IT-Sicherheit.',
  norms: [
    'Räume haben Verhaltensregeln, im Thema oder angeheftet. Sie gelten.',
    'Frag im Raum, bevor du einen Direktchat öffnest.',
    'Antworte in Threads, damit andere folgen können.',
    'Kein @room. Alle werden gerufen, und alle merken sich, von wem.',
    'Spaces ordnen Räume: ein Raum für Stellen liegt vielleicht gleich nebenan. Sieh nach, bevor du schreibst.',
  ],
  speak: [
    'Ganze Sätze, etwas länger als anderswo, mit Links, wo sie helfen.',
    'Reaktionen statt „danke“ und „ok“.',
    'Ändern ist normal: bessere die Nachricht aus, schick keine Korrektur hinterher.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Tom, ich bin Mara, wir kennen uns aus dem Raum für Laborautomation. Ich bin Recruiterin für Forschungslabore, Pumpen sind also mein halber Tag.',
      why: 'Der Raum, die Arbeit, und warum du da bist.',
    },
    {
      when: 'invite',
      text: 'Mara aus dem Raum für Laborautomation. Du hast meine Pumpenfrage beantwortet, ich würde gern in Kontakt bleiben.',
      why: 'Er weiß sofort, warum du fragst.',
    },
  ],
  examples: [
    {
      when: 'room',
      text: 'Mit der langsameren Rampe gibt es keine Blasen mehr, danke. Gehört das in die angehefteten Notizen?',
      why: 'Berichtet zurück und lässt den anderen etwas da.',
    },
    {
      when: 'room',
      text: 'Wir haben eine offene Stelle für eine Laboringenieurin, bewerbt euch hier: https://jobs.example.org/labor',
      breaks: 'broadcast-on-messaging',
      why: 'Die Regeln des Raums sagen nein. Der Stellenraum des Space ist der Ort dafür.',
    },
    {
      when: 'stranger',
      text: 'Hallo Tom, kurze Frage zu deinem Pumpen-Thread?',
      breaks: 'message-before-connected',
      why: 'Ein Direktchat, dem er nie zugestimmt hat. Frag im Thread.',
    },
  ],
  forbids: [
    {
      text: 'Der Verhaltenskodex von matrix.org verbietet Spam und unerwünschte Massennachrichten; andere Server haben eigene Regeln.',
      source: 'https://matrix.org/legal/code-of-conduct/',
      asOf: '2025-06',
    },
    {
      text: 'Wer einen Raum leitet, kann dich über geteilte Listen auf vielen Servern zugleich sperren.',
      source: 'https://spec.matrix.org/latest/client-server-api/#moderation-policy-lists',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Anzeigename mit Vornamen und Arbeit, etwa „Mara (sucht für Labore)“.',
    'Ein Foto, das auch in 32 Pixeln wirkt.',
    'Bestätigte Geräte, damit kein rotes Schild neben deinem Namen steht.',
    'Ein Server, von dem man gehört hat, oder dein eigener.',
  ],
  learn: 'Einen Abend für Programme und Schlüssel, drei Wochen in einem Raum, um jemand zu sein.',
  checklist: [
    { id: 'account', text: 'Du hast ein Konto und den Wiederherstellungsschlüssel notiert' },
    { id: 'verified', text: 'Deine Geräte sind bestätigt' },
    { id: 'name', text: 'Dein Anzeigename sagt, was du tust' },
    { id: 'rules', text: 'Du hast die Verhaltensregeln jedes Raums gelesen' },
    { id: 'thread', text: 'Du hast in einem Thread geantwortet' },
    { id: 'jobs-room', text: 'Du weißt, ob der Space einen Raum für Stellen hat' },
  ],
  lingo: [
    { term: 'MXID', meaning: 'eine Adresse bei Matrix, wie @ana:example.org' },
    { term: 'Homeserver', also: ['hs'], meaning: 'der Server, auf dem ein Konto lebt' },
    { term: 'Space', also: ['spaces'], meaning: 'ein Ordner von Räumen' },
    {
      term: 'Bridge',
      also: ['brücke', 'gebridged'],
      meaning: 'eine Verbindung, die ein anderes Netz nach Matrix trägt',
      note: 'wer darüber kommt, sitzt vielleicht bei Telegram oder IRC',
    },
    { term: 'E2EE', also: ['e2e'], meaning: 'Ende-zu-Ende-Verschlüsselung' },
    {
      term: 'UTD',
      also: ['unable to decrypt'],
      meaning: 'eine Nachricht, die ihr Gerät nicht entschlüsseln konnte',
      note: 'schick sie noch einmal, niemand ist böse',
    },
    { term: 'PL', also: ['power level'], meaning: 'wie viel jemand in einem Raum darf' },
    { term: 'MSC', also: ['mscs'], meaning: 'ein nummerierter Vorschlag, das Protokoll zu ändern' },
    { term: 'Element', meaning: 'das bekannteste Programm für Matrix' },
    { term: 'Synapse', meaning: 'der bekannteste Server für Matrix' },
    { term: 'Föderation', also: ['federation', 'föderiert'], meaning: 'Server verschiedener Leute reden miteinander' },
  ],
}
