import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Das Leben am Ort, und Gruppen. Du bist ein Nachbar mit Beruf; in Gruppen trifft man dich.',
  who: 'Leute ab 30, Eltern, Handwerk, Pflege, Vereine, Leute fern der Heimat; Gruppen für jeden Ort und jedes Fach.',
  norms: [
    'Gruppen haben Regeln, oft einen Wochentag für Stellen. Frag beim ersten Mal die Leitung.',
    'Sei als du selbst in der Gruppe, nicht als Seite, wenn die Regeln nichts anderes sagen.',
    'Eine Freundschaftsanfrage ist persönlich. Erst ein Gespräch in der Gruppe, dann die Anfrage.',
    'Was Leute Freunden zeigen, gehört nicht in deine Ablage.',
    'Kommentier nie Familienbilder, um aufzufallen.',
  ],
  speak: [
    'Warm, gesprächig, Kommentare von ein, zwei Sätzen.',
    'Vornamen. Daumen und Herzen als Dank.',
    'Orte und Wörter von hier zählen mehr als Titel.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Petra, Mara aus der Imkergruppe. Tagsüber bin ich Recruiterin für Obsthöfe. Danke fürs Annehmen!',
      why: 'Die Gruppe zuerst, der Beruf als etwas über dich.',
    },
    {
      when: 'invite',
      read: 'Varroa-Behandlung in diesem Herbst: Oxalsäure bei fünf Grad, die zweite Runde ausgelassen, weil das Volk schwach war.',
      text: 'Hallo Petra, hier ist Mara aus der Imkergruppe. Deine Notizen zur Oxalsäure haben mein schwaches Volk gerettet, darf ich dich hinzufügen?',
      why: 'Sie weiß, wer du bist und wozu.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Varroa-Behandlung in diesem Herbst: Oxalsäure bei fünf Grad, die zweite Runde ausgelassen, weil das Volk schwach war.',
      text: 'Beim schwachen Volk die zweite Runde auslassen leuchtet mir ein. Kam es durch den Frost?',
      why: 'Bringt das Gespräch weiter und zeigt, dass du gelesen hast.',
    },
    {
      when: 'stranger',
      text: 'Hallo Petra, ich habe dein Profil gesehen. Können wir reden?',
      breaks: 'message-before-connected',
      why: 'Landet bei den verborgenen Anfragen und macht Sorgen.',
    },
    {
      when: 'room',
      text: 'Wir suchen Erntehelfer, gute Bezahlung, schreibt mir',
      breaks: 'broadcast-on-messaging',
      why: 'In vielen Gruppen nur an einem Wochentag erlaubt, in dieser nie.',
    },
  ],
  forbids: [
    {
      text: 'Die Nutzungsbedingungen verbieten, ohne Erlaubnis automatisch Daten zu sammeln.',
      source: 'https://www.facebook.com/legal/terms',
      asOf: '2025-06',
    },
    {
      text: 'Die Plattformbedingungen verbieten, mit den Daten über die Eignung für eine Beschäftigung zu entscheiden.',
      source: 'https://developers.facebook.com/terms/',
      asOf: '2025-06',
    },
    {
      text: 'Die Gemeinschaftsstandards verbieten falsche Konten und verlangen den Namen, den man im Alltag trägt.',
      source: 'https://transparency.meta.com/policies/community-standards/',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Dein eigenes Profil, mit ausgefülltem Beruf.',
    'Ein Titelbild, das zeigt, was du tust.',
    'Beiträge zur Arbeit öffentlich, Privates privat.',
    'Eine Seite für alles, was nicht persönlich ist.',
  ],
  learn: 'Die Seite kennst du. Drei bis sechs Wochen je Gruppe.',
  checklist: [
    { id: 'work', text: 'Beruf und Seite sind ausgefüllt und öffentlich' },
    { id: 'privacy', text: 'Du hast dein Profil als Fremder angesehen' },
    { id: 'groups', text: 'Du bist in drei Gruppen, die du ohnehin magst' },
    { id: 'rules', text: 'Du hast die Regel jeder Gruppe für Stellen notiert' },
    { id: 'comments', text: 'Du hast fünf Kommentare geschrieben, die halfen' },
    { id: 'admin', text: 'Du hast dich einer Gruppenleitung vorgestellt' },
    { id: 'page', text: 'Deine Seite antwortet am selben Tag' },
  ],
  lingo: [
    { term: 'Gruppe', also: ['group', 'gruppen'], meaning: 'eine Gemeinschaft mit Mitgliedern und Leitung' },
    { term: 'Seite', also: ['page'], meaning: 'das öffentliche Profil einer Firma oder Sache' },
    { term: 'Chronik', also: ['pinnwand', 'wall'], meaning: 'die Beiträge an einem Profil' },
    { term: 'anstupsen', also: ['poke'], meaning: 'ein kleines Hallo', note: 'nicht für Recruiter' },
    { term: 'schieb', also: ['bump', 'push', 'up'], meaning: 'ein Kommentar nur, um einen Beitrag nach oben zu holen' },
    { term: 'PN', also: ['pn', 'pn raus', 'pm'], meaning: 'ich habe dir privat geschrieben' },
    { term: 'Admin', also: ['admins'], meaning: 'wer eine Gruppe leitet' },
    { term: 'gemeinsame Freunde', also: ['mutuals'], meaning: 'Leute, die ihr beide kennt' },
    { term: 'ISO', also: ['iso'], meaning: 'suche' },
    { term: 'folge', also: ['f', 'abo'], meaning: 'ein Kommentar nur, um Antworten zu erfahren' },
    { term: 'markieren', also: ['tag', 'taggen'], meaning: 'jemanden nennen, damit er es erfährt' },
  ],
}
