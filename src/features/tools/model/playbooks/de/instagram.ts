import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Bilder von der Arbeit, und die Nachrichten danach. Die Leute kennen dein Team vom Sehen, bevor sie schreiben.',
  who: 'Friseure, Köche, Tischler, Floristinnen, Tätowierer, Fotografinnen, Pflegekräfte, Lehrlinge. Öfter unter 35 als darüber.',
  norms: [
    'Sie schreiben zuerst oder antworten auf deine Story. Dann hast du 24 Stunden.',
    'Sieh dir die Arbeit an und sag etwas, das nur sagt, wer hingesehen hat.',
    'Erst Kommentare, dann Nachrichten. Ein Herz allein ist nichts.',
    'Markier niemanden, um gesehen zu werden.',
    'Weiterzeigen braucht ein Ja und den Namen.',
  ],
  speak: [
    'Kurz, bildhaft, Emoji willkommen, im Kommentar zwei oder drei.',
    'Kleinschreibung, Vornamen, keine Titel.',
    'Antworten auf Storys sind das Plaudern des Orts.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'hi lea, mara hier! ich bin recruiterin für kleine küchen und du hast auf meine story geantwortet 😊 danke fürs schreiben',
      why: 'Name, was du tust, warum sie dich sieht.',
    },
    {
      when: 'introduction',
      text: 'Hey, ich bin Mara, die Recruiterin hinter diesem Konto. Deine Frage zu den Wochenenden ist gut.',
      why: 'Ein Gesicht für das Konto.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Dritter Versuch mit laminierter Brioche: Butter bei 13 Grad, über Nacht geruht, endlich saubere Schichten.',
      text: 'diese schichten im anschnitt! die nacht ruhe hat sich gelohnt',
      why: 'Zeigt, dass du hingesehen hast und was du sahst.',
    },
    {
      when: 'stranger',
      text: 'hi lea, tolle arbeit, wollen wir reden?',
      breaks: 'window-closed',
      why: 'Landet bei den Anfragen und sieht aus wie alle anderen.',
    },
    {
      when: 'introduction',
      text: 'Hallo Lea! Wir haben eine offene Stelle für eine Konditorin, hast du Interesse?',
      breaks: 'job-before-introduction',
      why: 'Die erste Zeile, die sie von dir bekommt, ist eine Stelle.',
    },
  ],
  forbids: [
    {
      text: 'Über die Schnittstelle darf ein Geschäftskonto bis 24 Stunden nach der letzten Nachricht antworten.',
      source: 'https://developers.facebook.com/docs/messenger-platform/instagram',
      asOf: '2025-06',
    },
    {
      text: 'Die Gemeinschaftsstandards verbieten Spam: immer gleiche Kommentare, gekaufte Follower, Massennachrichten.',
      source: 'https://transparency.meta.com/policies/community-standards/spam/',
      asOf: '2025-06',
    },
    {
      text: 'Automatisch Informationen zu sammeln ist ohne Erlaubnis verboten.',
      source: 'https://help.instagram.com/581066165581870',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Ein Geschäfts- oder Creator-Konto mit deinem Gesicht.',
    'Bio: für wen und wo du suchst, und ein Link.',
    'Highlights, die einen Arbeitstag zeigen.',
    'Neun Bilder, bevor du jemandem folgst.',
  ],
  learn: 'Eine Woche für die App, zwei Monate Bilder, bis das Konto bewohnt aussieht.',
  checklist: [
    { id: 'bio', text: 'Die Bio sagt, wofür du suchst' },
    { id: 'nine', text: 'Neun ehrliche Bilder sind da' },
    { id: 'highlights', text: 'Ein Highlight zeigt einen Arbeitstag' },
    { id: 'comments', text: 'Du hast zehn Arbeiten kommentiert, und zwar die Arbeit' },
    { id: 'stories', text: 'Du beantwortest jede Antwort auf eine Story am selben Tag' },
    { id: 'consent', text: 'Alle auf deinen Bildern haben ja gesagt' },
  ],
  lingo: [
    { term: 'Story', also: ['stories', 'storys'], meaning: 'ein Bild oder Video, das nach einem Tag verschwindet' },
    { term: 'Reel', also: ['reels'], meaning: 'ein kurzes Video' },
    { term: 'Highlight', also: ['highlights'], meaning: 'Storys, die am Profil bleiben' },
    { term: 'DM', also: ['dm', 'dms'], meaning: 'Direktnachricht' },
    { term: 'Link in Bio', meaning: 'der eine Link am Profil' },
    { term: 'Karussell', also: ['carousel'], meaning: 'mehrere Bilder in einem Beitrag' },
    { term: 'Collab', also: ['collabs'], meaning: 'ein Beitrag von zwei Konten, oder Zusammenarbeit' },
    { term: 'Finsta', meaning: 'das zweite, private Konto', note: 'lass es in Ruhe' },
    { term: 'Anfragen', also: ['requests'], meaning: 'wo die Nachrichten von Fremden warten' },
    { term: 'tbt', meaning: 'ein altes Bild, donnerstags' },
    { term: 'fyp', meaning: 'die Seite mit vorgeschlagenen Videos' },
  ],
}
