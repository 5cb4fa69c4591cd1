import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Ein kurzer Text aufs Telefon, für das, was nicht wartet: „bin zehn Minuten später“, „das Gespräch ist in Raum 4“.',
  who: 'Alle mit Telefon, zuerst Fahrer, Bauleute, Landwirtschaft und Schichtarbeit ohne Netz den ganzen Tag.',
  norms: [
    'Nur an Leute, die dir die Nummer dafür gaben.',
    'Sag in der ersten Nachricht des Tages, wer du bist; vielleicht steht deine Nummer nicht im Telefon.',
    'Eine Sache, ein Text. Wenn es geht, unter 160 Zeichen.',
    'STOPP heißt aufhören, sofort und für immer.',
    'Nicht vor acht, nicht nach neun am Abend.',
  ],
  speak: [
    'Schlicht, ohne Emoji, ohne Links, die man nicht erkennt.',
    'Abkürzungen fangen sie an, nicht du.',
    '„ok“ ist ein ganzes Gespräch.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Ben, Mara hier, Recruiterin für das Depot Hull. Du wolltest eine Nachricht zu den Torzeiten.',
      why: 'Eine Nummer braucht einen Namen und einen Grund.',
    },
    {
      when: 'introduction',
      text: 'Hier ist Mara, ich bin Recruiterin bei Hull Haulage. Danke fürs Schreiben. Anruf oder Text, beides geht.',
      why: 'Überlässt ihnen den nächsten Schritt.',
    },
  ],
  examples: [
    { when: 'talk', text: 'Tor B ist zu, nimm bitte Tor D. Mara', why: 'Nützlich, kurz, nur mit dem Namen darunter.' },
    {
      when: 'stranger',
      text: 'Hallo, bist du Ben?',
      breaks: 'message-before-connected',
      why: 'So fängt von fremder Nummer der Betrug an.',
    },
    {
      when: 'talk',
      text: 'Hallo Ben, ich wollte noch einmal auf unser Gespräch von letzter Woche über das Depot und die Tore und den Parkplatz kommen. Wir haben es uns mit den Leuten vor Ort angesehen. Sie glauben, dass es sich ab dem nächsten Ersten machen lässt. Sie wüssten gern von dir, welches Tor dir am besten passt. Sag mir bitte auch, ob du mit dem Auto oder mit dem Rad kommst, damit ich es den Kollegen dort weitergeben kann. Und dann ist da noch etwas mit der Kantine.',
      breaks: 'too-long',
      why: 'Das ist eine Mail, die die Telefongesellschaft in vier Stücke schneidet.',
    },
  ],
  forbids: [
    {
      text: 'In den USA brauchen werbende Texte vorher eine Einwilligung, und Nummern von Firmen werden bei den Netzen angemeldet.',
      source: 'https://www.fcc.gov/general/telemarketing-and-robocalls',
      asOf: '2025-06',
    },
    {
      text: 'In der EU brauchen unerbetene werbende Texte an Menschen vorher eine Einwilligung.',
      source: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
      asOf: '2025-06',
    },
    {
      text: 'Anbieter verlangen, dass STOPP gilt, und können Absender sperren, die es übergehen.',
      source: 'https://www.twilio.com/en-us/legal/messaging-policy',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Eine Nummer, die man zurückrufen kann.',
    'Eine Ansage mit deinem Namen.',
    'Dieselbe Nummer auf deiner Seite und in deinen Mails.',
  ],
  learn: 'Eine Stunde, und ein Blick auf das Recht des Landes.',
  checklist: [
    { id: 'number', text: 'Deine Nummer ist erreichbar und nennt deinen Namen' },
    { id: 'consent', text: 'Zu jeder Nummer gibt es ein Ja mit Tag und Wortlaut' },
    { id: 'stop', text: 'Du hast STOPP am eigenen Telefon probiert' },
    { id: 'short', text: 'Deine üblichen Texte passen in 160 Zeichen' },
    { id: 'hours', text: 'Nachts geht nichts hinaus' },
  ],
  lingo: [
    {
      term: 'STOPP',
      also: ['stop'],
      meaning: 'das Wort, das alle Texte von dir beendet',
      note: 'Kith setzt dann von selbst „kein Kontakt“',
    },
    { term: 'Segment', also: ['segmente'], meaning: '160 Zeichen (70 mit besonderen); jedes wird bezahlt' },
    { term: 'Kurzwahl', also: ['short code'], meaning: 'eine Absendernummer mit fünf oder sechs Ziffern' },
    { term: 'MMS', meaning: 'ein Text mit Bild' },
    { term: 'RCS', meaning: 'der Nachfolger der SMS, mit Lesezeichen' },
    { term: '10DLC', meaning: 'die Anmeldung für Firmentexte in den USA' },
    { term: 'hdl', meaning: 'hab dich lieb', note: 'nicht von dir' },
    { term: 'kp', meaning: 'kein Plan, oder kein Problem' },
    { term: 'bg', meaning: 'bis gleich' },
    { term: 'omw', meaning: 'bin unterwegs' },
  ],
}
