import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Lebensläufe und Gespräche über Arbeit. Hier rechnet man mit dir als Recruiter; deshalb unterscheidet dich nur, was du gelesen hast.',
  who: 'Büroberufe, Führung, Vertrieb, Technik, Beratung. Wenige aus Pflege, Transport und Küche, und die schauen zweimal im Jahr hinein.',
  norms: [
    'Eine Stelle in der ersten Nachricht ist normal, wenn die Nachricht zeigt, dass du etwas von ihnen gelesen hast.',
    'Nicht die Überschrift, nicht der Arbeitgeber, nicht „dein beeindruckender Werdegang“.',
    'Die Zeile zur Vernetzung hat 300 Zeichen, ohne Bezahlkonto 200. Nutz sie oder lass sie; nie eine Vorlage.',
    'Kommentare zählen mehr als Likes. Drei ehrliche öffnen mehr als dreißig Anfragen.',
    'Einmal nachfassen, nach einer Woche, mit etwas Neuem. Dann Ruhe.',
    '„Offen für Arbeit“ ist oft nur für Recruiter sichtbar: sprich es nie an, wo Kollegen mitlesen.',
  ],
  speak: [
    'Höflich und in ganzen Sätzen. Du und Sie gehen durcheinander: nimm, was sie selbst schreiben, im Zweifel Sie.',
    'Beiträge sind lang; Antworten sollten es nicht sein.',
    'Alle sind es leid, etwas verkauft zu bekommen. Einfache Worte fallen auf.',
  ],
  introduce: [
    {
      when: 'outreach',
      read: 'Unsere Kühlkette: zwei Datenlogger je Palette, und Fahrer dürfen eine Ladung über acht Grad ablehnen.',
      text: 'Hallo Frau Ruiz, dass Fahrer eine Ladung über acht Grad ablehnen dürfen, habe ich noch nirgends gelesen. Ich bin Mara Lind und suche Leute für Lebensmittel-Logistik. Wie haben die Versender reagiert?',
      why: 'Etwas, das nur weiß, wer gelesen hat, wer du bist, und eine Frage.',
    },
    {
      when: 'invite',
      read: 'Unsere Kühlkette: zwei Datenlogger je Palette, und Fahrer dürfen eine Ladung über acht Grad ablehnen.',
      text: 'Hallo Frau Ruiz, die zwei Datenlogger je Palette haben hier einen Streit entschieden. Ich bin Mara Lind, Recruiterin für Lebensmittel-Logistik.',
      why: 'Passt in die Zeile und handelt von ihnen.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Unsere Kühlkette: zwei Datenlogger je Palette, und Fahrer dürfen eine Ladung über acht Grad ablehnen.',
      text: 'Zwei Datenlogger je Palette: liegt der zweite oben oder in der Mitte?',
      why: 'Eine Frage, die weiterführt.',
    },
    {
      when: 'outreach',
      read: 'Unsere Kühlkette: zwei Datenlogger je Palette.',
      text: 'Hallo Frau Ruiz, Ihr Profil hat mich sehr beeindruckt. Ich habe eine spannende Position für Sie.',
      breaks: 'reading-not-shown',
      why: 'Könnte an alle gehen, und geht an alle.',
    },
    {
      when: 'stranger',
      text: 'Hallo Frau Ruiz, ich bin Mara Lind und suche Leute für Logistik. Wollen wir uns vernetzen?',
      breaks: 'nothing-read',
      why: 'Ehrlich, aber du hast nichts von ihr aufgeschlagen.',
    },
  ],
  forbids: [
    {
      text: 'Die Nutzervereinbarung verbietet Auslesen, Crawler, Erweiterungen, die Profile kopieren, und automatische Nachrichten (8.2).',
      source: 'https://www.linkedin.com/legal/user-agreement',
      asOf: '2025-06',
    },
    {
      text: 'Die Community-Richtlinien verbieten ungezielte und wiederholte unerwünschte Nachrichten.',
      source: 'https://www.linkedin.com/legal/professional-community-policies',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Überschrift: für wen du suchst, nicht „Talent Ninja“.',
    'Info: wie du arbeitest, was du nie tust, wie man dich erreicht.',
    'Im Fokus: deine Seite und zwei Beiträge, die sich lohnen.',
    'Ein Foto aus diesem Jahrzehnt.',
  ],
  learn: 'Du bist schon da. Einen Monat, um vom Senden zum Lesen zu kommen.',
  checklist: [
    { id: 'headline', text: 'Die Überschrift sagt, für wen du suchst' },
    { id: 'about', text: 'Die Info sagt in der Ich-Form, wie du arbeitest' },
    { id: 'featured', text: 'Deine Seite steht im Fokus' },
    { id: 'read', text: 'Diese Woche hast du vor jeder Nachricht gelesen' },
    { id: 'comments', text: 'Fünf Kommentare mit einem Gedanken darin' },
    { id: 'templates', text: 'Du hast deine Vorlagen gelöscht' },
    { id: 'export', text: 'Deine Kontakte sind exportiert und in Kith' },
  ],
  lingo: [
    { term: 'InMail', meaning: 'eine bezahlte Nachricht an jemanden ohne Verbindung' },
    { term: '1. Grad', also: ['1st', '1st degree'], meaning: 'direkt verbunden' },
    { term: '2. Grad', also: ['2nd', '2nd degree'], meaning: 'über eine Person verbunden' },
    {
      term: 'Open to work',
      also: ['otw', '#opentowork'],
      meaning: 'ein Zeichen, dass jemand Arbeit sucht',
      note: 'oft vor dem Arbeitgeber verborgen; so soll es bleiben',
    },
    { term: 'SSI', meaning: 'eine Kennzahl von LinkedIn fürs Verkaufen', note: 'sagt wenig' },
    {
      term: 'Kenntnisse bestätigen',
      also: ['endorsement', 'endorsements'],
      meaning: 'ein Klick, der sagt, dass jemand etwas kann',
      note: 'ein schwacher Beleg',
    },
    { term: 'Pod', also: ['engagement pod'], meaning: 'Leute, die einander nach Absprache liken' },
    { term: 'ATS', meaning: 'das Programm, in dem Firmen Bewerbungen führen' },
    { term: 'JD', also: ['jd'], meaning: 'Stellenbeschreibung' },
    { term: 'LION', meaning: 'jemand, der sich mit allen vernetzt' },
  ],
}
