/** RFC 3463's codes in words that say what to do. */
const bySubject: Readonly<Record<string, string>> = {
  '1.1': 'This address does not exist. Check how it is written.',
  '1.2': 'The domain of this address takes no mail. Check how it is written.',
  '1.3': 'This address is not written as an address should be.',
  '1.6': 'This person has moved to another address.',
  '1.10': 'The domain of this address says that it takes no mail.',
  '2.0': 'The mailbox can not take mail.',
  '2.1': 'This mailbox is switched off.',
  '2.2': 'The mailbox is full. Try again in some days, or another way.',
  '2.3': 'The mail is larger than the mailbox takes.',
  '3.4': 'The mail is larger than the other side takes. Send the file as a link.',
  '4.1': 'The other mail server does not answer.',
  '4.4': 'There is no way to the mail server of this address.',
  '4.7': 'The other mail server could not be reached for days.',
  '7.0': 'The other side refused the mail by its own rules.',
  '7.1': 'The other side does not take mail from you, or took this one for spam.',
  '7.26':
    'The other side can not tell that the mail is yours: SPF and DKIM of your domain are not set up. Ask whoever runs your mail.',
  '7.509': 'The other side can not tell that the mail is yours (DMARC). Ask whoever runs your mail.',
  '7.515': 'The other side can not tell that the mail is yours (SPF, DKIM, DMARC). Ask whoever runs your mail.',
}

const byWords: readonly (readonly [RegExp, string])[] = [
  [/mailbox (?:is )?full|over ?quota|quota exceeded|storage/i, '2.2'],
  [
    /user unknown|unknown user|no such (?:user|recipient|mailbox|person)|does(?: not|n['’]t) exist|address (?:not found|rejected)|mailbox (?:not found|unavailable)|recipient (?:unknown|rejected|not found)|invalid (?:recipient|mailbox)|not our customer/i,
    '1.1',
  ],
  [/too (?:large|big)|exceeds? .{0,40}size|size limit/i, '3.4'],
  [/spam|blocked|blacklist|block ?list|spamhaus|reputation|policy|content rejected/i, '7.1'],
  [/spf|dkim|dmarc|unauthenticated/i, '7.26'],
  [/(?:host|domain) (?:not found|unknown|does not exist)|no mx|nxdomain|name service error/i, '1.2'],
  [/timed? ?out|connection refused|unreachable/i, '4.4'],
]

/** A refusal in words, with the server's own behind it. */
export function refusalText(status: string | undefined, said: string): string {
  const subject = status?.replace(/^[245]\./, '')
  const generic =
    subject === undefined ||
    subject === '0.0' ||
    subject === '7.0' ||
    subject === '2.0' ||
    subject === '5.0' ||
    subject === '1.0'
  const words = byWords.find(([pattern]) => pattern.test(said))?.[1]
  const key = generic ? (words ?? subject ?? '') : bySubject[subject] ? subject : (words ?? subject)
  const text = bySubject[key] ?? 'The other side refused the mail.'
  const own = said.replaceAll(/\s+/g, ' ').trim()
  return own === '' ? text : `${text} Its mail server says: “${own.slice(0, 240)}”`
}
