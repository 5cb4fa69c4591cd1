import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Communities around a game, a tool, a school or a craft: text channels, voice, threads. You are a member first.',
  who: 'Students, game and web developers, artists, open-source users, hobbyists from knitting to rockets. Younger than elsewhere, pseudonymous by habit.',
  norms: [
    'Read #rules and pick your roles before you write.',
    'Each channel has one subject. A jobs or showcase channel exists more often than you think; elsewhere job talk is off.',
    'Ask a moderator before you recruit, in the open.',
    'No private messages to members you never spoke with. Many servers ban for it.',
    'Pseudonyms are names. Never look for the legal one.',
  ],
  speak: [
    'Quick, playful, lower case. Emoji reactions more than answers.',
    'Memes belong to the server: learn its own before you use one.',
    'Threads for longer matters.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'hey kiro, mara here from the shader channel, i’m the recruiter who asked about water. thanks for writing!',
      why: 'Which channel, what you do, no mask.',
    },
    {
      when: 'room',
      text: 'hi, i’m mara, a recruiter for small studios, here to learn how shaders work. where do beginners start?',
      why: 'Honest in the introductions channel and with a question people like to answer.',
    },
  ],
  examples: [
    {
      when: 'room',
      text: 'that foam trick is lovely, does it survive on a phone?',
      why: 'Talks about the work that was shown.',
    },
    {
      when: 'room',
      text: 'Our studio is hiring a shader artist, dm me for details',
      breaks: 'broadcast-on-messaging',
      why: 'In a channel without jobs this costs you the server.',
    },
    {
      when: 'stranger',
      text: 'hi kiro, saw your art in the server, got a minute?',
      breaks: 'message-before-connected',
      why: 'Strangers’ messages are what members complain about most.',
    },
  ],
  forbids: [
    {
      text: 'The developer policy forbids using data from Discord’s API for decisions about employment.',
      source: 'https://support-dev.discord.com/hc/en-us/articles/8563934450327-Discord-Developer-Policy',
      asOf: '2025-06',
    },
    {
      text: 'Community guidelines forbid spam, and unsolicited bulk messages in particular.',
      source: 'https://discord.com/guidelines',
      asOf: '2025-06',
    },
    {
      text: 'Automating a normal user account (“self-bot”) is forbidden and can cost the account.',
      source: 'https://support.discord.com/hc/en-us/articles/115002192352-Automated-User-Accounts-Self-Bots',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A display name people can say.',
    'About me: “recruiter for small studios, here to learn”, with a link.',
    'Per-server roles and pronouns where the server has them.',
    'Direct messages from server members allowed, so that they can write first.',
  ],
  learn: 'An evening for the app; a month per server.',
  checklist: [
    { id: 'about', text: 'About me says that you recruit' },
    { id: 'rules', text: 'You read #rules and picked roles' },
    { id: 'intro', text: 'You introduced yourself where that is done' },
    { id: 'mod', text: 'You asked a moderator what recruiters may do' },
    { id: 'helped', text: 'You helped someone in a thread' },
    { id: 'voice', text: 'You listened in a voice or stage event' },
  ],
  lingo: [
    { term: 'server', also: ['guild'], meaning: 'a community; not a machine' },
    { term: 'mod', also: ['mods', 'moderator'], meaning: 'someone who keeps order' },
    { term: 'role', also: ['roles'], meaning: 'a tag that opens channels or shows a colour', note: 'not a job!' },
    { term: 'boost', also: ['booster', 'boosting'], meaning: 'a paid gift to the server' },
    { term: 'Nitro', meaning: 'the paid membership' },
    { term: 'ping', also: ['pinged'], meaning: 'to notify someone with @' },
    { term: 'VC', also: ['vc'], meaning: 'voice channel' },
    { term: 'self-bot', meaning: 'a user account run by a program; forbidden' },
    { term: 'pog', also: ['poggers'], meaning: 'great!' },
    { term: 'AFK', also: ['afk'], meaning: 'away from keyboard' },
    { term: 'lfg', meaning: 'looking for group, people to do something with' },
    { term: 'raid', meaning: 'many accounts flooding a server at once' },
    { term: 'gg', meaning: 'good game; well done' },
  ],
}
