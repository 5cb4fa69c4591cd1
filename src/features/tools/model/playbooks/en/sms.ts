import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'A text to the phone, for what can’t wait: “running ten minutes late”, “the interview room moved”.',
  who: 'Everyone with a phone, most of all drivers, builders, farm and shift workers without data all day.',
  norms: [
    'Only to people who gave you the number for this.',
    'Say who you are in every first message of a day; they may not have your number saved.',
    'One matter, one text. Under 160 characters where you can.',
    'STOP means stop, at once and for good.',
    'Not before eight, not after nine in the evening.',
  ],
  speak: [
    'Plain, no emoji, no links they can’t recognise.',
    'Abbreviations are theirs to start.',
    '“ok” is a complete conversation.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Ben, Mara here, recruiter for the Hull depot. You asked me to text you about the gate times.',
      why: 'A number needs a name, and a reason.',
    },
    {
      when: 'introduction',
      text: 'This is Mara, I recruit for Hull Haulage. Thanks for writing. Call or write, both work.',
      why: 'Leaves the next step to them.',
    },
  ],
  examples: [
    { when: 'talk', text: 'Gate B is closed, please use gate D. Mara', why: 'Useful, short, signed with a name only.' },
    {
      when: 'stranger',
      text: 'Hello, are you Ben?',
      breaks: 'message-before-connected',
      why: 'From an unknown number this is how fraud begins.',
    },
    {
      when: 'talk',
      text: 'Hi Ben, I wanted to follow up on our conversation from last week about the depot and the gates and the parking. We looked into it with the site team. They think it can be arranged from the first of next month. They would like to hear from you which gate suits you best. Please also tell me whether you come by car or by bike, so that I can pass it on to the colleagues there in time. There is one more thing about the canteen too.',
      breaks: 'too-long',
      why: 'This is an e-mail cut into four pieces by the phone company.',
    },
  ],
  forbids: [
    {
      text: 'In the US, marketing texts need prior written consent, and business numbers have to be registered with the carriers.',
      source: 'https://www.fcc.gov/general/telemarketing-and-robocalls',
      asOf: '2025-06',
    },
    {
      text: 'In the EU, unsolicited marketing texts to people need consent beforehand.',
      source: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
      asOf: '2025-06',
    },
    {
      text: 'Providers ask that STOP is honoured and may block senders who ignore it.',
      source: 'https://www.twilio.com/en-us/legal/messaging-policy',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A number that can be called back.',
    'A voicemail greeting with your name.',
    'The same number on your page and in your mails.',
  ],
  learn: 'An hour, and an eye on the law of the country.',
  checklist: [
    { id: 'number', text: 'Your number can be called and greets with your name' },
    { id: 'consent', text: 'Each number has a yes with date and words' },
    { id: 'stop', text: 'You tried STOP on your own phone' },
    { id: 'short', text: 'Your usual texts fit into 160 characters' },
    { id: 'hours', text: 'Nothing goes out at night' },
  ],
  lingo: [
    { term: 'STOP', meaning: 'the word that ends all texts from you', note: 'Kith sets do-not-contact by itself' },
    { term: 'segment', also: ['segments'], meaning: '160 characters (70 with special ones); each is paid for' },
    { term: 'short code', meaning: 'a five or six digit sender number' },
    { term: 'MMS', meaning: 'a text with a picture' },
    { term: 'RCS', meaning: 'the successor of SMS with read receipts' },
    { term: '10DLC', meaning: 'the US registration for business texts' },
    { term: 'omw', meaning: 'on my way' },
    { term: 'eta', meaning: 'expected time of arrival' },
    { term: 'ttyl', meaning: 'talk to you later' },
    { term: 'np', meaning: 'no problem' },
  ],
}
