import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Was Leute denken, wenn sie Platz dafür haben. Der beste Ort, jemanden zu lesen, und der zu sein, der es getan hat.',
  who: 'Leute vom Fach, die etwas zu sagen haben: Pflegende, Winzer, Ingenieure, Lehrerinnen, Juristen. Wenige, und jeder ist die Zeit wert.',
  norms: [
    'Lies den ganzen Beitrag und einen älteren dazu.',
    'Kommentier die Sache. Bring einen Fall, eine Quelle oder eine Frage mit.',
    'Keine Links auf dich selbst im Kommentar, es sei denn, man fragt.',
    'Mail nur an eine Adresse, die sie dafür nennen, und mit Bezug auf den Beitrag.',
    'Abonnier den Feed und komm wieder. Beim dritten Kommentar kennt man dich.',
  ],
  speak: [
    'In Absätzen, im Ton dessen, der schreibt. Komm ihm entgegen.',
    'Ein Kommentar von drei guten Sätzen ist ein Geschenk.',
    'Widerspruch ist recht, wenn es um die Sache geht.',
  ],
  introduce: [
    {
      when: 'outreach',
      read: 'Frost im Weinberg: um vier Uhr morgens haben wir in den unteren Zeilen Strohballen angezündet und eine Zeile von zehn verloren.',
      text: 'Liebe Li Wen,\n\num vier Uhr morgens Strohballen in den unteren Zeilen anzünden und nur eine Zeile von zehn verlieren: die beste Frostgeschichte, die ich kenne. Ich bin Recruiterin für Weingüter und schicke Leute zu deinem Beitrag.\n\nMara Lind',
      why: 'Die Einzelheit zeigt das Lesen; dein Fach ist genannt, um nichts gebeten.',
    },
    {
      when: 'comment',
      read: 'Frost im Weinberg: um vier Uhr morgens haben wir in den unteren Zeilen Strohballen angezündet und eine Zeile von zehn verloren.',
      text: 'Eine Zeile von zehn, nur mit Stroh. Waren es die unteren, oder zog der Rauch dort ab?',
      why: 'Die erste Vorstellung auf einem Blog ist ein guter Kommentar.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Frost im Weinberg: um vier Uhr morgens haben wir in den unteren Zeilen Strohballen angezündet und eine Zeile von zehn verloren.',
      text: 'Mein Großvater nahm auch Stroh, immer feucht, wegen des Rauchs. Habt ihr die Ballen nass gemacht?',
      why: 'Bringt etwas mit.',
    },
    {
      when: 'outreach',
      read: 'Frost im Weinberg: um vier Uhr morgens haben wir in den unteren Zeilen Strohballen angezündet.',
      text: 'Hallo, ich liebe deinen Blog und deine tollen Beiträge. Ich bin Recruiterin für Weingüter, können wir reden?',
      breaks: 'reading-not-shown',
      why: 'Lob ohne ein Wort aus dem Text.',
    },
    {
      when: 'stranger',
      text: 'Hallo, ich bin Mara, Recruiterin für Weingüter. Darf ich dich etwas fragen?',
      breaks: 'nothing-read',
      why: 'Dreihundert Beiträge, und du hast keinen geöffnet.',
    },
  ],
  forbids: [
    {
      text: 'Ein Blog gehört dem, der ihn schreibt: Text und Bilder sind geschützt, ein kurzes Zitat mit Link ist recht.',
      source: 'https://eur-lex.europa.eu/eli/dir/2001/29/oj',
      asOf: '2025-06',
    },
    {
      text: 'Eine Adresse im Impressum steht dort von Gesetzes wegen, nicht als Einladung zu werben.',
      source: 'https://eur-lex.europa.eu/eli/dir/2000/31/oj',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Ein eigener Blog oder eine Seite: Kommentare verweisen darauf.',
    'Drei Beiträge, die ein Bewerber gern läse.',
    'Ein Bild an deinen Kommentaren (Gravatar).',
    'Ein Feed, der geht.',
  ],
  learn: 'Keine Zeit für das Werkzeug; zwei Monate Lesen für den Kreis.',
  checklist: [
    { id: 'feeds', text: 'Du folgst zehn Blogs in Kith' },
    { id: 'own', text: 'Du hast eine Seite mit drei Beiträgen' },
    { id: 'gravatar', text: 'Deine Kommentare zeigen Bild und Link' },
    { id: 'comments', text: 'Fünf Kommentare von dir fügen etwas hinzu' },
    { id: 'back', text: 'Jemand hat dir geantwortet' },
    { id: 'quote', text: 'Du behältst mit jeder Lektüre den Satz, der hängen blieb' },
  ],
  lingo: [
    { term: 'RSS', also: ['atom', 'feed'], meaning: 'die Liste neuer Beiträge, die Programme lesen' },
    { term: 'Blogroll', meaning: 'die Blogs, die jemand empfiehlt', note: 'der beste Weg zum nächsten' },
    { term: 'Permalink', meaning: 'die bleibende Adresse eines Beitrags' },
    {
      term: 'Webmention',
      also: ['pingback', 'trackback'],
      meaning: 'die Meldung, dass eine andere Seite auf den Beitrag verweist',
    },
    {
      term: 'Gastbeitrag',
      also: ['guest post'],
      meaning: 'ein Beitrag von jemand anderem',
      note: 'das Wort der Linkverkäufer; fang nicht damit an',
    },
    { term: 'Impressum', also: ['imprint'], meaning: 'die Seite, die von Gesetzes wegen sagt, wer etwas betreibt' },
    { term: 'h-card', meaning: 'eine Visitenkarte in der Seite, die Programme lesen' },
    { term: 'Slug', meaning: 'das lesbare Ende einer Adresse' },
    { term: 'zeitlos', also: ['evergreen'], meaning: 'ein Beitrag, der jahrelang nützt' },
    { term: 'IndieWeb', meaning: 'Leute, die mit Absicht eigene Seiten haben' },
  ],
}
