import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Discussion by mail with an open archive. Slow, thorough; decades of who said what.',
  who: 'Kernel and standards people, scientists, archivists, genealogists, amateur astronomers, unions.',
  norms: [
    'Read the archive of a month before you write.',
    'Plain text, answers below the quoted lines, the rest cut away.',
    'Reply to the list, not to the person, unless it is private.',
    'Many lists have a -jobs sister, or a rule that a job posting needs [JOB] in the subject. Elsewhere none.',
    'The archive is public and for ever.',
  ],
  speak: [
    'Complete, argued, with references.',
    'Subject lines are precise; a new subject for a new matter.',
    'Names at the end, no slogans in signatures.',
  ],
  introduce: [
    {
      when: 'comment',
      read: 'Variable star estimates: comparison stars within two degrees, and note the colour, for red ones look brighter to the tired eye.',
      text: 'On red ones looking brighter to the tired eye: does a break of ten minutes help?\n\nMara (I recruit for observatories, and observe badly)',
      why: 'Below the point, with a question, and honest in one line.',
    },
    {
      when: 'outreach',
      read: 'Variable star estimates: comparison stars within two degrees, and note the colour, for red ones look brighter to the tired eye.',
      text: 'Hello Edith,\n\nyour note that red ones look brighter to the tired eye explains a year of my wrong estimates. I’m Mara, I recruit for observatories, and wanted to thank you.\n\nMara',
      why: 'Thanks for one exact thing.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Variable star estimates: comparison stars within two degrees.',
      text: 'For comparison stars within two degrees the chart of the association is handy, plate 12.',
      why: 'Adds a source.',
    },
    {
      when: 'outreach',
      read: 'Variable star estimates: comparison stars within two degrees.',
      text: 'Hello, I read your posts on the list and was impressed. I have a position to offer.',
      breaks: 'reading-not-shown',
      why: 'Which posts? Nobody knows, you included.',
    },
    {
      when: 'room',
      text: 'We are hiring an observatory technician, please send your CV.',
      breaks: 'promotes-in-room',
      why: 'The list’s rules say no jobs; try its -jobs sister.',
    },
  ],
  forbids: [
    {
      text: 'Lists follow the netiquette of RFC 1855 and the owner’s own page: as a rule no advertising, no attachments, no crossposting.',
      source: 'https://www.rfc-editor.org/rfc/rfc1855',
      asOf: '2025-06',
    },
    {
      text: 'Debian’s lists forbid advertising and name a fee for it; job offers go to debian-jobs.',
      source: 'https://www.debian.org/MailingLists/',
      asOf: '2025-06',
    },
    {
      text: 'In the EU, advertising mail to people from an archive needs their consent beforehand.',
      source: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
      asOf: '2025-06',
    },
  ],
  profile: ['Your full name in the From line.', 'A signature of two lines after “-- ”.', 'Plain text switched on.'],
  learn: 'An hour for the format, a season for the people.',
  checklist: [
    { id: 'archive', text: 'You read a month of the archive' },
    { id: 'plain', text: 'Your mails go out as plain text' },
    { id: 'below', text: 'You answer below the quoted lines' },
    { id: 'rules', text: 'You know the list’s rule for job postings' },
    { id: 'post', text: 'You wrote one post that others could use' },
    { id: 'import', text: 'You brought the archive (mbox) into Kith' },
  ],
  lingo: [
    { term: 'mbox', meaning: 'a file that holds an archive of mails' },
    { term: 'digest', meaning: 'a day of the list in one mail' },
    { term: 'top posting', also: ['top-posting'], meaning: 'writing the answer above the quoted text; frowned upon' },
    { term: 'OT', also: ['[ot]'], meaning: 'off topic' },
    { term: 'RFC', also: ['rfc'], meaning: 'request for comments: a proposal, or a published standard' },
    { term: 'ANN', also: ['[ann]'], meaning: 'announcement' },
    { term: 'off-list', also: ['offlist'], meaning: 'in private mail' },
    { term: 'crosspost', also: ['crossposting', 'x-post'], meaning: 'one mail to several lists' },
    { term: 'plonk', meaning: 'the sound of being put on an ignore list' },
    { term: 'netiquette', meaning: 'manners online' },
    { term: 'snip', also: ['[snip]'], meaning: 'quoted text was cut here' },
    { term: 'FUD', also: ['fud'], meaning: 'spreading fear and doubt' },
  ],
}
