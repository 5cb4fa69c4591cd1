import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Profile von Musikern und Szenen, heute meist ein Archiv. Gut, um zu erfahren, was jemand gemacht hat, und wer um ihn war.',
  who: 'Musiker, Labels, Tonleute, Veranstalter, Komiker; viele Seiten sind Jahre alt, und ihre Leute wohnen anderswo.',
  norms: [
    'Hör hin, bevor du schreibst. Die Lieder sind das Profil.',
    'Sieh auf das Datum des letzten Beitrags; eine Seite, die zehn Jahre schläft, ist kein Kontakt.',
    'Kommentare sind öffentlich und bleiben. Schreib, was du in fünf Jahren dort sehen magst.',
    'Die obersten Freunde sind die Karte einer Szene, keine Liste zum Abarbeiten.',
    'Sag, wo man dich sonst erreicht.',
  ],
  speak: [
    'Bandsprache: Auftritte, Besetzungen, Geräte. Locker.',
    'Für das Hinzufügen bedankt man sich noch.',
    'Auch die Seite spricht: Farben, Lieder, wer oben steht.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'hey Rick, Mara hier, danke fürs adden! ich bin recruiterin für bühnenleute, abends findet man mich meist am mischpult',
      why: 'Der Brauch des Orts, dein Name, was ihr gemeinsam habt.',
    },
    {
      when: 'invite',
      read: 'Live aus Leeds, auf einem Vierspurgerät aufgenommen, weil das Pult beim Soundcheck starb.',
      text: 'Hallo Rick, Mara hier. Leeds auf dem Vierspurgerät, nachdem das Pult starb, ist eine großartige Geschichte. Addest du mich?',
      why: 'Zeigt, dass du gehört und gelesen hast.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Live aus Leeds, auf einem Vierspurgerät aufgenommen, weil das Pult beim Soundcheck starb.',
      text: 'Dass das Pult starb, hört kein Mensch. Woher kam das Vierspurgerät so schnell?',
      why: 'Das fragt nur, wer zugehört hat.',
    },
    {
      when: 'stranger',
      text: 'hey Rick, coole seite, lass uns reden',
      breaks: 'message-before-connected',
      why: 'Sagt nichts, zu jemandem, der dich nicht kennt.',
    },
    {
      when: 'introduction',
      text: 'Hallo Rick, ich habe eine Stelle für einen Tontechniker auf Tour, tolles Gehalt.',
      breaks: 'job-before-introduction',
      why: 'Beim Hinzufügen ging es um Musik.',
    },
  ],
  forbids: [
    {
      text: 'Die Nutzungsbedingungen verbieten unerwünschte werbende Nachrichten und das automatische Sammeln von Profilen.',
      source: 'https://myspace.com/pages/terms',
      asOf: '2025-06',
    },
    {
      text: 'Lieder und Bilder gehören denen, die sie gemacht haben; eine Seite für dich zu sichern gibt kein Recht, sie zu veröffentlichen.',
      source: 'https://myspace.com/pages/terms',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Ein Name und ein Bild.',
    'Eine Zeile, die sagt, für wen du suchst.',
    'Drei Lieder, die du wirklich magst.',
    'Ein Link dahin, wo du heute bist.',
  ],
  learn: 'Einen Abend. Die Szene dahinter braucht länger.',
  checklist: [
    { id: 'page', text: 'Deine Seite hat Bild, Zeile und Link' },
    { id: 'listen', text: 'Du hast fünf Bands der Szene gehört' },
    { id: 'dates', text: 'Du hast vor dem Schreiben nachgesehen, wie alt eine Seite ist' },
    { id: 'comment', text: 'Du hast einen Kommentar zu einem Lied hinterlassen' },
    { id: 'elsewhere', text: 'Du hast gefunden, wo der Mensch heute ist' },
  ],
  lingo: [
    { term: 'Top 8', also: ['top8', 'top friends'], meaning: 'die Freunde, die zuerst an einer Seite stehen' },
    { term: 'danke fürs adden', also: ['thanks for the add', 'tfta'], meaning: 'danke, dass du mich angenommen hast' },
    { term: 'Bulletin', also: ['bulletins'], meaning: 'eine Nachricht an alle Freunde' },
    { term: 'Gig', also: ['gigs', 'mucke'], meaning: 'ein Auftritt', note: 'kein Stellenangebot' },
    { term: 'Line-up', also: ['lineup', 'besetzung'], meaning: 'wer in einer Band oder an einem Abend spielt' },
    { term: 'Demo', meaning: 'eine erste Aufnahme' },
    { term: 'FOH', also: ['foh'], meaning: 'der Ton, den das Publikum hört' },
    { term: 'Backline', meaning: 'Verstärker und Schlagzeug auf der Bühne' },
    { term: 'Load-in', also: ['load in'], meaning: 'alles hineintragen' },
    { term: 'EP', meaning: 'eine kurze Platte' },
  ],
}
