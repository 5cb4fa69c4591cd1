import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Fast personal chat, big groups and channels. In much of Eastern Europe, Central Asia and the Gulf it is where people are.',
  who: 'Drivers, builders, couriers, seafarers, students, developers, expatriates; local and trade groups with thousands of members.',
  norms: [
    'A stranger’s message is suspected of being a scam. Come through a group or a person.',
    'Groups have a pinned message with the rules, often with a tag that job posts must carry.',
    'Voice and round video messages are usual between friends, not in the first week.',
    'Channels speak in one direction; comments are in the group behind them.',
    'Your bot can’t write first. Put its link where people look for you.',
  ],
  speak: [
    'Two or three short messages rather than one long one.',
    'Stickers answer. A sticker back is fine.',
    'Several languages in one group; answer in theirs.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi, Mara here, you pressed Start on my bot. I recruit truck drivers for two firms in Lyon. Ask me anything about the routes.',
      why: 'Explains what they opened and who is behind it.',
    },
    {
      when: 'introduction',
      text: 'Hello, I’m Mara from the Lyon drivers group, a recruiter who also reads along. Thanks for writing!',
      why: 'Where from and what you are, before anything else.',
    },
  ],
  examples: [
    { when: 'talk', text: 'Was the border faster this time?', why: 'About their week. Costs them five seconds.' },
    {
      when: 'introduction',
      text: 'Good offer!!! 3,200 € a month, start tomorrow, send documents now',
      breaks: 'job-before-introduction',
      why: 'Word for word how the scams begin.',
    },
    {
      when: 'stranger',
      text: 'Hi, found you in the drivers group',
      breaks: 'window-closed',
      why: 'A bot can’t open a chat. They have to press Start.',
    },
  ],
  forbids: [
    {
      text: 'The terms forbid spam and scams; accounts that strangers report may be limited to writing to contacts.',
      source: 'https://telegram.org/faq_spam',
      asOf: '2025-06',
    },
    {
      text: 'Bots can’t start a conversation: people write to them first.',
      source: 'https://core.telegram.org/bots/faq',
      asOf: '2025-06',
    },
    {
      text: 'The bot developer terms forbid collecting more data of people than the bot needs for its service.',
      source: 'https://telegram.org/tos/bot-developers',
      asOf: '2025-06',
    },
  ],
  profile: [
    'First name, a real photo, a username that is your name.',
    'Bio: what you recruit for and where, in 70 characters.',
    'A bot with a description and a Start message you wrote yourself.',
    'Phone number hidden from strangers.',
  ],
  learn: 'A day for the app, two to four weeks per group.',
  checklist: [
    { id: 'photo', text: 'Name, photo and username are yours' },
    { id: 'bio', text: 'Your bio says what you recruit for' },
    { id: 'bot', text: 'Your bot’s Start message says who answers' },
    { id: 'groups', text: 'You joined two groups of your trade' },
    { id: 'pinned', text: 'You read the pinned rules of each' },
    { id: 'answered', text: 'You helped somebody there' },
    { id: 'privacy', text: 'Your number is hidden' },
  ],
  lingo: [
    { term: 'channel', also: ['channels'], meaning: 'one-way broadcast that people subscribe to' },
    { term: 'supergroup', meaning: 'a group with up to 200,000 members' },
    {
      term: 'admin',
      also: ['admins'],
      meaning: 'someone who keeps a group in order',
      note: 'ask them before you post a job',
    },
    { term: 'pinned', also: ['pin'], meaning: 'the message kept on top; usually the rules' },
    { term: 'bot', also: ['bots'], meaning: 'an account run by a program' },
    { term: 'sticker', also: ['stickers'], meaning: 'a picture used as an answer' },
    { term: 'circle', also: ['video note'], meaning: 'a short round video message' },
    { term: 'TG', also: ['tg'], meaning: 'Telegram' },
    { term: 'DM', also: ['dm', 'pm', 'PM'], meaning: 'a private message' },
    { term: 'secret chat', meaning: 'an encrypted chat on two devices only' },
    { term: 'last seen', meaning: 'when someone was online', note: 'often hidden; don’t mention that you saw it' },
  ],
}
