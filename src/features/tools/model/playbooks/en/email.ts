import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Letters that wait for their reader: the longer answer, documents, the record. And opt-in lists, for people who asked.',
  who: 'Everyone. Academics, doctors, lawyers and public servants answer here and nowhere else.',
  norms: [
    'One matter per mail, with a subject that says which.',
    'Write to an address they publish for contact, or one they gave you. Never to one you worked out.',
    'Two short paragraphs. If it is longer, it was two mails.',
    'A greeting and your name at the end are at home here.',
    'One reminder at most, days later, then silence.',
  ],
  speak: [
    'By country and trade: a surgeon in Munich writes otherwise than a designer in Malmö. Copy their greeting.',
    'Answers between the lines in technical circles, on top elsewhere.',
    'Signature: name, phone, page. No banner, no quotation.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hello Dr Weiss,\n\nI’m Mara Lind, I recruit for two research clinics in the north. Thank you for your answer about the sleep study, it cleared up the part on naps.\n\nBest wishes\nMara Lind',
      why: 'Who you are in the first line, thanks for something real, nothing asked.',
    },
    {
      when: 'introduction',
      text: 'Hi Jo,\n\nMara here, I recruit for museums. Thanks for writing back so quickly.\n\nMara',
      why: 'Short is polite too.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'Hi Jo,\n\nthe exhibition piece you sent is lovely. How long did the restoration of the frame take?\n\nMara',
      why: 'One matter, theirs.',
    },
    {
      when: 'stranger',
      text: 'Hello, I found your address and wanted to get in touch.',
      breaks: 'message-before-connected',
      why: 'They never gave it to you.',
    },
    {
      when: 'list',
      text: 'This month: three night positions in the north, and how rotas are made.',
      why: 'They subscribed to exactly this.',
    },
  ],
  forbids: [
    {
      text: 'In the EU, advertising mail to people needs consent beforehand; a list needs confirmed opt-in and an easy way out.',
      source: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
      asOf: '2025-06',
    },
    {
      text: 'In the US, commercial mail needs a true sender and subject, a postal address and an opt-out honoured within ten business days.',
      source: 'https://www.ftc.gov/business-guidance/resources/can-spam-act-compliance-guide-business',
      asOf: '2025-06',
    },
    {
      text: 'Gmail and Yahoo ask bulk senders for SPF, DKIM, DMARC and one-click unsubscribe.',
      source: 'https://support.google.com/a/answer/81126',
      asOf: '2025-06',
    },
  ],
  profile: [
    'An address with your name at a domain that has a page.',
    'A display name: “Mara Lind”, not “HR Team”.',
    'A signature of three lines.',
    'A photo where the mail program shows one.',
  ],
  learn: 'You can write mails. Half a day for SPF, DKIM and DMARC with whoever runs the domain.',
  checklist: [
    { id: 'name', text: 'The sender’s name is yours' },
    { id: 'signature', text: 'The signature has three lines' },
    { id: 'auth', text: 'SPF, DKIM and DMARC pass' },
    { id: 'subject', text: 'Your last ten subjects say what is inside' },
    { id: 'source', text: 'You know where each address came from' },
    { id: 'unsubscribe', text: 'You tried the unsubscribe link yourself' },
  ],
  lingo: [
    { term: 'CC', also: ['cc'], meaning: 'a copy that everyone sees' },
    { term: 'BCC', also: ['bcc'], meaning: 'a copy that nobody sees' },
    { term: 'double opt-in', also: ['doi'], meaning: 'subscribed, and confirmed by a link in a mail' },
    { term: 'top posting', also: ['top-posting'], meaning: 'writing the answer above the quoted text' },
    { term: 'bounce', also: ['bounced'], meaning: 'a mail that came back' },
    { term: 'EOM', also: ['eom'], meaning: 'end of message: the subject says it all' },
    { term: 'FYI', also: ['fyi'], meaning: 'for your information; no answer needed' },
    { term: 'OOO', also: ['ooo', 'out of office'], meaning: 'away, with an automatic answer' },
    { term: 'deliverability', meaning: 'whether mails reach the inbox' },
    { term: 'nnt', also: ['nntr'], meaning: 'no need to thank, no need to reply' },
    { term: 'EOD', also: ['eod', 'cob'], meaning: 'by the end of the working day' },
    { term: 'WIP', also: ['wip'], meaning: 'not finished yet' },
  ],
}
