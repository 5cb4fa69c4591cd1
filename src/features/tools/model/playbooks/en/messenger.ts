import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Answers to people who write to your Facebook page. Quick and personal, tied to what they saw on the page.',
  who: 'Local people: retail, care, trades, drivers, parents returning to work. Many have no LinkedIn and never will.',
  norms: [
    'They write to the page first. Your page can’t start.',
    'You have 24 hours after their last message.',
    'The page shows how fast you answer. It is a promise.',
    'Sign with a first name, as several people may answer for one page.',
    'Comments under a post are public: take personal matters into the chat, by their wish.',
  ],
  speak: [
    'Like a text to a shop they trust: “is this still open?”',
    'Thumbs, hearts, short lines. Photos of documents unless you stop them.',
    'People answer days later and go on as if nothing happened.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Dana, Mara here, I recruit for the bakery page you wrote to. What would you like to know about early shifts?',
      why: 'A page has no face until you give it one.',
    },
    {
      when: 'introduction',
      text: 'Hello, I’m Mara, the recruiter who answers this page. Good question, the oven team starts at three.',
      why: 'Name, role, answer.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'Did the buses run that early when you tried?',
      why: 'A practical question that shows you listened.',
    },
    {
      when: 'stranger',
      text: 'Hi Dana, you liked our post, shall we talk?',
      breaks: 'window-closed',
      why: 'A like is not a message. Answer the comment in public.',
    },
    {
      when: 'talk',
      text: 'WE REALLY NEED YOUR ANSWER TODAY PLEASE',
      breaks: 'wrong-register',
      why: 'Capitals shout, and they will stop reading.',
    },
  ],
  forbids: [
    {
      text: 'Outside 24 hours after their last message a page may send only what its message tags allow; promotion is not among them.',
      source: 'https://developers.facebook.com/docs/messenger-platform/policy/policy-overview',
      asOf: '2025-06',
    },
    {
      text: 'Platform terms forbid using data to decide about employment eligibility.',
      source: 'https://developers.facebook.com/terms/',
      asOf: '2025-06',
    },
    {
      text: 'In many countries job adverts may not be aimed by age, gender and similar traits.',
      source: 'https://transparency.meta.com/policies/ad-standards/',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A page with a name people search for.',
    'A greeting line with your first name.',
    'Hours and an away message.',
    'A button that says “Send message”.',
  ],
  learn: 'An afternoon for the page inbox, a week for the 24 hours.',
  checklist: [
    { id: 'greeting', text: 'The greeting names you' },
    { id: 'hours', text: 'Away message and hours are set' },
    { id: 'window', text: 'You know what is allowed after 24 hours' },
    { id: 'names', text: 'Everyone who answers signs with a first name' },
    { id: 'comments', text: 'You answered every comment of the last month' },
  ],
  lingo: [
    { term: 'page', meaning: 'the public profile of a firm or project, not of a person' },
    { term: 'page inbox', also: ['business suite'], meaning: 'where a page’s messages arrive' },
    { term: 'PSID', meaning: 'the number by which your page knows a person' },
    { term: 'message tag', also: ['tag'], meaning: 'a reason for which writing after 24 hours is allowed' },
    { term: 'seen', meaning: 'the message was read' },
    {
      term: 'message request',
      also: ['message requests', 'other folder'],
      meaning: 'where strangers’ messages wait, often for ever',
    },
    { term: 'reaction', also: ['react'], meaning: 'an emoji put on a message' },
    { term: 'pm me', also: ['pm sent', 'pmd'], meaning: 'let us go on in private' },
  ],
}
