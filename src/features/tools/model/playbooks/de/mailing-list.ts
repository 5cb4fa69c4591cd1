import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Gespräch per Mail mit offenem Archiv. Langsam, gründlich; Jahrzehnte, wer was gesagt hat.',
  who: 'Leute vom Kernel und von Standards, Wissenschaft, Archive, Ahnenforschung, Sternfreunde, Gewerkschaften.',
  norms: [
    'Lies einen Monat Archiv, bevor du schreibst.',
    'Reiner Text, Antwort unter den zitierten Zeilen, der Rest gekürzt.',
    'Antworte der Liste, nicht dem Menschen, wenn es nicht privat ist.',
    'Viele Listen haben eine Schwester für Stellen oder wollen [JOB] im Betreff. Anderswo keine.',
    'Das Archiv ist öffentlich und für immer.',
  ],
  speak: [
    'Ganz, begründet, mit Belegen.',
    'Betreffe sind genau; ein neuer für eine neue Sache.',
    'Der Name am Ende, keine Sprüche in der Signatur.',
  ],
  introduce: [
    {
      when: 'comment',
      read: 'Schätzung veränderlicher Sterne: Vergleichssterne binnen zwei Grad, und die Farbe notieren, denn rote wirken dem müden Auge heller.',
      text: 'Zu den roten, die dem müden Auge heller wirken: hilft eine Pause von zehn Minuten?\n\nMara (Recruiterin für Sternwarten, beobachtet schlecht)',
      why: 'Unter der Stelle, mit einer Frage, in einer Zeile ehrlich.',
    },
    {
      when: 'outreach',
      read: 'Schätzung veränderlicher Sterne: Vergleichssterne binnen zwei Grad, und die Farbe notieren, denn rote wirken dem müden Auge heller.',
      text: 'Hallo Edith,\n\ndass rote dem müden Auge heller wirken, erklärt ein Jahr meiner falschen Schätzungen. Ich bin Mara, Recruiterin für Sternwarten, und wollte dir danken.\n\nMara',
      why: 'Dank für eine genaue Sache.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Schätzung veränderlicher Sterne: Vergleichssterne binnen zwei Grad.',
      text: 'Für Vergleichssterne binnen zwei Grad ist die Karte der Vereinigung praktisch, Tafel 12.',
      why: 'Gibt eine Quelle dazu.',
    },
    {
      when: 'outreach',
      read: 'Schätzung veränderlicher Sterne: Vergleichssterne binnen zwei Grad.',
      text: 'Hallo, ich habe deine Beiträge auf der Liste gelesen und war beeindruckt. Ich habe eine Stelle anzubieten.',
      breaks: 'reading-not-shown',
      why: 'Welche Beiträge? Das weiß niemand, auch du nicht.',
    },
    {
      when: 'room',
      text: 'Wir suchen eine Technikerin für die Sternwarte, bitte schickt euren Lebenslauf.',
      breaks: 'promotes-in-room',
      why: 'Die Regeln der Liste sagen nein; versuch ihre Schwester für Stellen.',
    },
  ],
  forbids: [
    {
      text: 'Listen folgen der Netiquette aus RFC 1855 und der Seite ihrer Betreiber; Werbung, Anhänge und Doppelpost sind meist unerwünscht.',
      source: 'https://www.rfc-editor.org/rfc/rfc1855',
      asOf: '2025-06',
    },
    {
      text: 'Debians Listen verbieten Werbung und nennen dafür eine Gebühr; Stellen gehen an debian-jobs.',
      source: 'https://www.debian.org/MailingLists/',
      asOf: '2025-06',
    },
    {
      text: 'Werbung per Mail an Leute aus einem Archiv braucht in der EU vorher deren Einwilligung.',
      source: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
      asOf: '2025-06',
    },
  ],
  profile: ['Dein voller Name im Absender.', 'Eine Signatur von zwei Zeilen nach „-- “.', 'Reiner Text eingeschaltet.'],
  learn: 'Eine Stunde für die Form, eine Jahreszeit für die Leute.',
  checklist: [
    { id: 'archive', text: 'Du hast einen Monat Archiv gelesen' },
    { id: 'plain', text: 'Deine Mails gehen als reiner Text hinaus' },
    { id: 'below', text: 'Du antwortest unter den zitierten Zeilen' },
    { id: 'rules', text: 'Du kennst die Regel der Liste für Stellen' },
    { id: 'post', text: 'Du hast einen Beitrag geschrieben, der anderen nützt' },
    { id: 'import', text: 'Du hast das Archiv (mbox) nach Kith geholt' },
  ],
  lingo: [
    { term: 'mbox', meaning: 'eine Datei mit einem Archiv von Mails' },
    { term: 'Digest', also: ['sammelmail'], meaning: 'ein Tag der Liste in einer Mail' },
    { term: 'TOFU', also: ['top posting'], meaning: 'Antwort oben, ganzes Zitat darunter; verpönt' },
    { term: 'OT', also: ['[ot]'], meaning: 'gehört nicht hierher' },
    { term: 'RFC', also: ['rfc'], meaning: 'Bitte um Meinungen: ein Vorschlag, oder ein veröffentlichter Standard' },
    { term: 'ANN', also: ['[ann]'], meaning: 'Ankündigung' },
    { term: 'off-list', also: ['pm', 'privat'], meaning: 'in privater Mail' },
    { term: 'Crosspost', also: ['x-post'], meaning: 'eine Mail an mehrere Listen' },
    { term: 'plonk', meaning: 'das Geräusch, wenn jemand auf der Ignorierliste landet' },
    { term: 'Netiquette', meaning: 'Umgangsformen im Netz' },
    { term: 'snip', also: ['[snip]', '[...]'], meaning: 'hier wurde Zitat gekürzt' },
    { term: 'FUD', also: ['fud'], meaning: 'Angst und Zweifel streuen' },
  ],
}
