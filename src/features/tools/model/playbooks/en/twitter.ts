import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Public talk in short posts. You follow, you answer, they answer; messages are for people who do so already.',
  who: 'Journalists, academics, founders, developers, football and politics. Fewer than there were, still quick to answer.',
  norms: [
    'Follow first, then reply to something with substance.',
    'Reply to the point made, not to the person’s job.',
    'Many accept messages only from people they follow. That is an answer too.',
    'Quote to add something, not to mock.',
    'Never tag people into a vacancy.',
  ],
  speak: [
    'One thought, one post. Dry, fast, often ironic.',
    'Threads for longer matters, numbered.',
    'Hashtags sparingly, one at most.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Noor, Mara here, we talked about ferries and tides last week. I recruit for ports, so it was a good lesson.',
      why: 'Where from, the trade, the thanks.',
    },
    {
      when: 'introduction',
      text: 'Thanks for the follow! I’m Mara, I recruit for harbour crews and mostly ask questions here.',
      why: 'Sets out what they will see from you.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Why ferries turn before docking: the tide sets across the berth and the bow thruster cannot hold against two knots.',
      text: 'So with two knots across the berth the thruster loses? I had always blamed the wind.',
      why: 'Takes up the claim and asks one step further.',
    },
    {
      when: 'stranger',
      text: 'Hi Noor, love your tweets! Quick chat?',
      breaks: 'message-before-connected',
      why: 'Flattery from nowhere, in a box for requests.',
    },
    {
      when: 'comment',
      read: 'Why ferries turn before docking: the tide sets across the berth.',
      text: 'Great thread! We’re hiring captains, check our careers page',
      breaks: 'job-before-introduction',
      why: 'Their thread became your billboard.',
    },
  ],
  forbids: [
    {
      text: 'Rules on manipulation and spam forbid bulk or unsolicited replies, mentions and messages.',
      source: 'https://help.x.com/en/rules-and-policies/platform-manipulation',
      asOf: '2025-06',
    },
    {
      text: 'The developer policy forbids deriving sensitive traits of people and matching accounts to persons off X without their consent.',
      source: 'https://docs.x.com/developer-terms/policy',
      asOf: '2025-06',
    },
    {
      text: 'Reading pages by crawler without consent is against the terms.',
      source: 'https://x.com/en/tos',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Your name and face.',
    'Bio: “recruits for ports” and something human.',
    'A pinned post that says why people write to you.',
    'Messages open to everyone, so that they can start.',
  ],
  learn: 'A week of reading for the tone, two months until people answer you.',
  checklist: [
    { id: 'bio', text: 'Bio and pinned post say what you do' },
    { id: 'list', text: 'You made a private list of 30 people to read' },
    { id: 'replies', text: 'You wrote ten replies that stand without your job' },
    { id: 'acknowledged', text: 'Three people answered or liked one' },
    { id: 'open', text: 'Your messages are open' },
    { id: 'no-tag', text: 'You never tag people into vacancies' },
  ],
  lingo: [
    { term: 'RT', also: ['retweet', 'repost'], meaning: 'to pass a post on' },
    { term: 'QT', also: ['quote tweet', 'quote'], meaning: 'to pass a post on with words of your own' },
    { term: 'DM', also: ['dm', 'dms'], meaning: 'direct message' },
    { term: 'thread', also: ['🧵'], meaning: 'several posts in a row by one person' },
    { term: 'mutuals', also: ['mutual', 'moots'], meaning: 'people who follow each other' },
    { term: 'ratio', also: ['ratioed'], meaning: 'more angry answers than likes' },
    { term: 'subtweet', meaning: 'speaking about someone without naming them' },
    { term: 'TL', also: ['tl', 'timeline'], meaning: 'the stream of posts someone sees' },
    { term: 'ICYMI', also: ['icymi'], meaning: 'in case you missed it' },
    { term: 'h/t', meaning: 'hat tip: thanks for the pointer' },
    { term: 'imo', also: ['imho'], meaning: 'in my opinion' },
    { term: 'fwiw', meaning: 'for what it is worth' },
    { term: 'OP', meaning: 'the person who posted first' },
  ],
}
