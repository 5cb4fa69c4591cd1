import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Briefe, die auf ihren Leser warten: die längere Antwort, Unterlagen, das Protokoll. Und Listen für Leute, die darum baten.',
  who: 'Alle. Wissenschaft, Ärzte, Anwälte und Ämter antworten hier und sonst nirgends.',
  norms: [
    'Eine Sache je Mail, mit einem Betreff, der sagt welche.',
    'Schreib an eine Adresse, die sie zum Schreiben nennen oder dir gaben. Nie an eine erratene.',
    'Zwei kurze Absätze. Was länger ist, waren zwei Mails.',
    'Anrede und Name am Ende sind hier zu Hause.',
    'Höchstens eine Erinnerung, nach Tagen, dann Ruhe.',
  ],
  speak: [
    'Nach Land und Fach: eine Chirurgin in München schreibt anders als ein Gestalter in Malmö. Übernimm ihre Anrede.',
    'In technischen Kreisen antwortet man zwischen den Zeilen, anderswo darüber.',
    'Signatur: Name, Telefon, Seite. Kein Banner, kein Spruch.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Jo,\n\nich bin Mara Lind, Recruiterin für zwei Forschungskliniken im Norden. Danke für deine Antwort zur Schlafstudie, jetzt verstehe ich den Teil mit den Nickerchen.\n\nViele Grüße\nMara Lind',
      why: 'In der ersten Zeile, wer du bist, Dank für etwas Echtes, um nichts gebeten.',
    },
    {
      when: 'introduction',
      text: 'Hallo Jo,\n\nMara hier, ich bin Recruiterin für Museen. Danke, dass du so schnell geantwortet hast.\n\nMara',
      why: 'Kurz ist auch höflich.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'Hallo Jo,\n\ndas Stück, das du geschickt hast, ist wunderschön. Wie lange hat die Arbeit am Rahmen gedauert?\n\nMara',
      why: 'Eine Sache, ihre.',
    },
    {
      when: 'stranger',
      text: 'Hallo, ich habe deine Adresse gefunden und wollte mich melden.',
      breaks: 'message-before-connected',
      why: 'Sie haben sie dir nie gegeben.',
    },
    {
      when: 'list',
      text: 'Diesen Monat: drei Nachtstellen im Norden, und wie Dienstpläne entstehen.',
      why: 'Genau das haben sie abonniert.',
    },
  ],
  forbids: [
    {
      text: 'In der EU braucht Werbung per Mail an Menschen vorher eine Einwilligung; eine Liste braucht eine bestätigte Anmeldung und einen leichten Ausgang.',
      source: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
      asOf: '2025-06',
    },
    {
      text: 'In den USA braucht werbende Mail wahren Absender und Betreff, eine Postadresse und eine Abmeldung, die binnen zehn Werktagen gilt.',
      source: 'https://www.ftc.gov/business-guidance/resources/can-spam-act-compliance-guide-business',
      asOf: '2025-06',
    },
    {
      text: 'Gmail und Yahoo verlangen von großen Absendern SPF, DKIM, DMARC und die Abmeldung mit einem Druck.',
      source: 'https://support.google.com/a/answer/81126',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Eine Adresse mit deinem Namen, unter einer Domain mit Seite.',
    'Als Absender „Mara Lind“, nicht „HR-Team“.',
    'Eine Signatur von drei Zeilen.',
    'Ein Foto, wo das Mailprogramm eins zeigt.',
  ],
  learn: 'Mails kannst du. Einen halben Tag für SPF, DKIM und DMARC, mit dem, der die Domain betreibt.',
  checklist: [
    { id: 'name', text: 'Der Absendername ist deiner' },
    { id: 'signature', text: 'Die Signatur hat drei Zeilen' },
    { id: 'auth', text: 'SPF, DKIM und DMARC bestehen' },
    { id: 'subject', text: 'Deine letzten zehn Betreffe sagen, was drin ist' },
    { id: 'source', text: 'Du weißt von jeder Adresse, woher sie kam' },
    { id: 'unsubscribe', text: 'Du hast den Abmeldelink selbst probiert' },
  ],
  lingo: [
    { term: 'CC', also: ['cc'], meaning: 'eine Kopie, die alle sehen' },
    { term: 'BCC', also: ['bcc'], meaning: 'eine Kopie, die niemand sieht' },
    { term: 'Double-Opt-in', also: ['doi'], meaning: 'angemeldet und durch einen Link bestätigt' },
    { term: 'TOFU', also: ['top posting'], meaning: 'Antwort oben, ganzes Zitat darunter' },
    { term: 'Bounce', also: ['bounced'], meaning: 'eine Mail, die zurückkam' },
    { term: 'EOM', also: ['eom'], meaning: 'der Betreff sagt alles' },
    { term: 'zK', also: ['fyi', 'z. K.'], meaning: 'zur Kenntnis; keine Antwort nötig' },
    { term: 'OOO', also: ['ooo', 'abwesenheitsnotiz'], meaning: 'weg, mit selbsttätiger Antwort' },
    { term: 'Zustellbarkeit', also: ['deliverability'], meaning: 'ob Mails im Posteingang ankommen' },
    {
      term: 'MfG',
      also: ['mfg'],
      meaning: 'mit freundlichen Grüßen',
      note: 'abgekürzt klingt es wie ein Achselzucken',
    },
    { term: 'EOD', also: ['eod'], meaning: 'bis zum Ende des Arbeitstags' },
    { term: 'WIP', also: ['wip'], meaning: 'noch nicht fertig' },
  ],
}
