import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Long-lived questions and answers on one subject. Old threads are a memory of who knows what.',
  who: 'Enthusiasts and professionals side by side: machinists, sailors, midwives, model builders, Hacker News readers.',
  norms: [
    'Search before you ask. The answer from 2014 is still right.',
    'One thread, one subject; the right subforum.',
    'Fill in your profile before the first post; newcomers are looked up.',
    'A jobs section or a monthly thread may exist (“Who is hiring?”). Elsewhere no jobs.',
    'Report back how it ended. That is what people remember.',
  ],
  speak: [
    'Paragraphs with pictures and part numbers.',
    'Signatures and ranks tell how long someone is around.',
    'Blunt about wrong advice, patient with beginners who did their part.',
  ],
  introduce: [
    {
      when: 'comment',
      read: 'Chatter on a small lathe: tightened the gibs, slower feed, and a sandbag in the stand did more than both.',
      text: 'A sandbag in the stand! I recruit machinists and nobody ever told me that one. Does the weight matter, or that it’s loose?',
      why: 'Open about what you do, and a real question.',
    },
    {
      when: 'outreach',
      read: 'Chatter on a small lathe: tightened the gibs, slower feed, and a sandbag in the stand did more than both.',
      text: 'Hi Otto, the sandbag in the stand did more for my neighbour’s lathe than new gibs. I’m Mara, I recruit machinists. Thank you for writing it up.',
      why: 'Reports back, says who you are, asks nothing.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Chatter on a small lathe: tightened the gibs, slower feed, and a sandbag in the stand did more than both.',
      text: 'Tried the sandbag with 20 kg. The chatter is gone below 600 turns, above it is still there.',
      why: 'The most welcome answer: it worked, and here is where it ends.',
    },
    {
      when: 'outreach',
      read: 'Chatter on a small lathe: tightened the gibs, slower feed.',
      text: 'Hello, I saw your profile and have an interesting position for you.',
      breaks: 'reading-not-shown',
      why: 'Twelve years of posts and you mention none.',
    },
    {
      when: 'room',
      text: 'Our company is hiring machinists now, apply at https://jobs.example.org',
      breaks: 'promotes-in-room',
      why: 'Goes in the jobs section, or nowhere.',
    },
  ],
  forbids: [
    {
      text: 'Each forum has its own rules; Hacker News, for one, asks not to be used primarily for promotion.',
      source: 'https://news.ycombinator.com/newsguidelines.html',
      asOf: '2025-06',
    },
    {
      text: 'On Hacker News, hiring posts go into the monthly thread, by the company itself, one per company.',
      source: 'https://news.ycombinator.com/submitted?id=whoishiring',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A name you keep; it is your reputation.',
    'Location and trade.',
    'A signature of one line, with “recruits machinists”.',
    'A picture, best of your own bench, boat or bike.',
  ],
  learn: 'A day for the rules, half a year to be an old hand.',
  checklist: [
    { id: 'rules', text: 'You read the rules and the sticky threads' },
    { id: 'profile', text: 'Trade and location stand in your profile' },
    { id: 'search', text: 'You searched before your first question' },
    { id: 'answer', text: 'You answered or reported back' },
    { id: 'jobs', text: 'You know where jobs may be posted' },
    { id: 'weeks', text: 'You looked in for four weeks running' },
  ],
  lingo: [
    { term: 'OP', also: ['op'], meaning: 'the person who began the thread' },
    { term: 'sticky', also: ['stickies'], meaning: 'a thread kept on top' },
    { term: 'necro', also: ['necropost', 'necroing'], meaning: 'answering a thread that slept for years' },
    { term: 'bump', meaning: 'a post only to bring a thread up' },
    { term: 'mod', also: ['mods'], meaning: 'someone who keeps order' },
    { term: 'lurker', also: ['lurking', 'delurk'], meaning: 'someone who reads without writing' },
    { term: 'FTFY', also: ['ftfy'], meaning: 'fixed that for you' },
    { term: 'karma', also: ['rep'], meaning: 'points for good posts' },
    { term: 'AFAIK', also: ['afaik'], meaning: 'as far as I know' },
    { term: 'IANAL', also: ['ianal'], meaning: 'I am not a lawyer' },
    { term: 'YMMV', also: ['ymmv'], meaning: 'your results may differ' },
    { term: 'Show HN', meaning: 'a post on Hacker News that shows something self-made' },
    { term: 'sockpuppet', also: ['sock'], meaning: 'a second account of the same person' },
  ],
}
