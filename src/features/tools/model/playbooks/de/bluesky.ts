import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Kurze öffentliche Beiträge, mit Feeds, die Leute füreinander bauen. Schnelle Antworten, freundlich zu Neuen, die etwas geben.',
  who: 'Presse, Wissenschaft, Zeichner, Spieleleute, Bibliotheken; ganze Forschungskreise sind gemeinsam hergezogen.',
  norms: [
    'Such die Feeds und Starterpakete deines Fachs, bevor du schreibst.',
    'Bildtext an Bildern; viele blenden sonst aus.',
    'Sperrlisten werden geteilt. Eine aufdringliche Woche, und du stehst auf mehreren.',
    'Jeder wählt, wer ihm schreiben darf. Achte einen geschlossenen Posteingang und antworte öffentlich.',
    'Zitieren, um hinzuzufügen, nie um auf jemanden zu zeigen.',
  ],
  speak: [
    'Leicht, witzig, bis 300 Zeichen.',
    'Antworte im Thread, ein Gedanke.',
    'Wenige Hashtags, viele Insiderwitze.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Sam, Mara hier aus dem Reiher-Thread. Ich bin Recruiterin für Naturschutzgebiete, schön, dich richtig kennenzulernen.',
      why: 'Thread, Name, Fach.',
    },
    {
      when: 'post',
      text: 'Hallo! Ich bin Mara, ich suche Rangerinnen und Vogelleute und bin wegen der Reiher hier. Fragt mich, wie Einstellen von innen geht.',
      why: 'Ein erster Beitrag, auf den man antworten kann.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Zählung der Reiherkolonie: 41 Nester, neun mehr als im letzten Frühjahr, alle auf der Insel, seit das Nerzfloß weg ist.',
      text: 'Neun mehr als im letzten Frühjahr: kam das nur durch das Nerzfloß?',
      why: 'Hat die Zahl und fragt einen Schritt weiter.',
    },
    {
      when: 'stranger',
      text: 'Hallo Sam, tolle Beiträge, darf ich dich etwas fragen?',
      breaks: 'message-before-connected',
      why: 'Öffentlich habt ihr noch nie gesprochen.',
    },
    {
      when: 'comment',
      read: 'Zählung der Reiherkolonie: 41 Nester, neun mehr als im letzten Frühjahr.',
      text: 'Wärst du offen für eine neue Stelle? Wir suchen eine Rangerin.',
      breaks: 'job-before-introduction',
      why: 'Unter ihrer Zählung, vor allen.',
    },
  ],
  forbids: [
    {
      text: 'Die Community-Richtlinien verbieten Spam: wiederholte unerwünschte Kontakte, Massenerwähnungen, unechte Konten.',
      source: 'https://bsky.social/about/support/community-guidelines',
      asOf: '2025-06',
    },
    {
      text: 'Der Chat folgt der Einstellung jedes Menschen: alle, die, denen man folgt, oder niemand.',
      source: 'https://docs.bsky.app/docs/api/chat-bsky-convo-get-convo-availability',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Deine eigene Domain als Handle.',
    'Bild, Banner, zwei Zeilen, wofür du suchst.',
    'Ein angehefteter Beitrag.',
    'Der Chat für alle offen, damit sie anfangen können.',
  ],
  learn: 'Einen Tag, dann sechs Wochen Antworten.',
  checklist: [
    { id: 'handle', text: 'Dein Handle ist deine Domain' },
    { id: 'pinned', text: 'Ein Beitrag über deine Arbeit ist angeheftet' },
    { id: 'feeds', text: 'Du folgst drei Feeds deines Fachs' },
    { id: 'starter', text: 'Du bist ein Starterpaket lesend durchgegangen, nicht mit „allen folgen“' },
    { id: 'replies', text: 'Du hast auf zehn Beiträge geantwortet, zur Sache' },
    { id: 'alt', text: 'Deine Bilder haben Bildtext' },
  ],
  lingo: [
    { term: 'Skeet', also: ['skeets'], meaning: 'ein Beitrag, im Scherz' },
    { term: 'Starterpaket', also: ['starter pack'], meaning: 'eine Liste von Konten, denen man auf einmal folgt' },
    {
      term: 'Feed',
      also: ['feeds', 'custom feed'],
      meaning: 'ein Strom von Beiträgen nach einer Regel, die jemand schrieb',
    },
    { term: 'Labeler', also: ['labels'], meaning: 'ein Dienst, der Beiträge oder Konten kennzeichnet' },
    { term: 'DID', meaning: 'die Nummer hinter einem Handle; bleibt, wenn es wechselt' },
    { term: 'PDS', meaning: 'der Server, der die Beiträge hält' },
    { term: 'AT Protocol', also: ['atproto'], meaning: 'das Protokoll dahinter' },
    { term: 'Moots', also: ['mutuals'], meaning: 'Leute, die einander folgen' },
    {
      term: 'Sperrliste',
      also: ['blocklist', 'mod list'],
      meaning: 'eine geteilte Liste von Konten, die man ausblendet',
    },
    { term: 'nuclear block', meaning: 'eine Sperre verbirgt den ganzen Wortwechsel für alle' },
    { term: 'QRT', also: ['zitat', 'quote post'], meaning: 'weitergeben mit eigenen Worten' },
  ],
}
