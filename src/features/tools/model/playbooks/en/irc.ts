import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Channels by topic, live and plain text. You earn a name here by being around and being useful; private talk comes much later.',
  who: 'Free-software developers, operators, scientists, radio amateurs, old friends who never left. Many are connected day and night and read later.',
  norms: [
    'Read the topic. It holds the rules, and it is the first thing people check that you did.',
    'Don’t ask to ask. Ask, then wait; an answer may take hours.',
    'Don’t message people privately without asking in the channel first.',
    'No pasting of many lines: use a paste site and give the link.',
    'No job posts unless the topic says so. Some projects have a channel of their own for it.',
    'Don’t greet each person, don’t say that you are away, don’t leave and come back ten times.',
  ],
  speak: [
    'One line, one thought. Lower case, few emoji, no greeting ceremonies.',
    'To speak to someone, put the nick first: “ana: that worked”.',
    'Direct, not rude. “that’s wrong, see the manual” is help.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'hi, mara from #welding, thanks for the tip on flux. i recruit welders for a living, so i listen more than i talk there',
      why: 'The channel, the thanks, and no secret about your work.',
    },
    {
      when: 'room',
      text: 'mara here, i recruit for shipyards but i’m only here to learn. which gas do you use for thin sheet?',
      why: 'Open about who you are, nothing offered, a real question.',
    },
  ],
  examples: [
    {
      when: 'room',
      text: 'ana: the slower feed did it, no more burn-through. thanks',
      why: 'Says that the help helped. That is how you become someone.',
    },
    {
      when: 'room',
      text: 'Hi all, we are hiring welders in Rotterdam, great pay, message me!',
      breaks: 'broadcast-on-messaging',
      why: 'Off topic by the rules; expect to be kicked before the second line.',
    },
    {
      when: 'stranger',
      text: 'hi ana, may i ask you something?',
      breaks: 'message-before-connected',
      why: 'A private message out of nowhere. Ask in the channel whether it is all right.',
    },
  ],
  forbids: [
    {
      text: 'Libera.Chat forbids spam and unsolicited advertising, in channels and in private messages.',
      source: 'https://libera.chat/policies/',
      asOf: '2025-06',
    },
    {
      text: 'OFTC keeps its services for free-software projects and asks people not to harass others; its operators decide.',
      source: 'https://www.oftc.net/NetworkPolicies/',
      asOf: '2025-06',
    },
    {
      text: 'Publishing what people say in a channel without telling them is against the rules of many channels.',
      source: 'https://libera.chat/guides/guidelines',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A registered nick that you keep for years.',
    'A realname field with your name and a link; /whois shows it.',
    'A cloak or a bouncer, so that you don’t flicker in and out.',
  ],
  learn: 'A day for the commands, a month of reading before the channel thinks of you as one of theirs.',
  checklist: [
    { id: 'nick', text: 'Your nick is registered with NickServ' },
    { id: 'realname', text: 'Your realname field says who you are' },
    { id: 'topic', text: 'You read the topic and the linked rules of each channel' },
    { id: 'lurk', text: 'You read along for a week without writing' },
    { id: 'help', text: 'You answered a question there' },
    { id: 'paste', text: 'You used a paste site instead of flooding' },
    { id: 'stay', text: 'You stay connected, by bouncer or by Kith' },
  ],
  lingo: [
    { term: 'lurk', also: ['lurking', 'lurker'], meaning: 'to read without writing', note: 'polite for newcomers' },
    { term: 'op', also: ['chanop', 'ops'], meaning: 'someone who keeps order in a channel; marked with @' },
    { term: 'kick', also: ['kicked'], meaning: 'to be removed from a channel; you may come back' },
    { term: 'ban', also: ['banned', 'kickban'], meaning: 'to be kept out of a channel' },
    { term: 'netsplit', meaning: 'servers lost each other, so half the channel seems to leave at once' },
    { term: 'bouncer', also: ['bnc', 'znc'], meaning: 'a program that stays connected for someone' },
    { term: 'afk', meaning: 'away from keyboard' },
    { term: 'brb', meaning: 'be right back' },
    { term: 'ping', meaning: 'to call someone by their nick', note: '“ping” without a question annoys; say what for' },
    { term: 'query', also: ['/query'], meaning: 'a private conversation' },
    { term: 'NickServ', meaning: 'the service that guards nicks' },
    { term: 'cloak', meaning: 'a made-up host name that hides where someone connects from' },
    { term: 'RTFM', meaning: 'read the manual, said without patience' },
    { term: 'ot', also: ['offtopic'], meaning: 'off topic' },
    { term: 'k-line', also: ['klined'], meaning: 'to be banned from the whole server' },
  ],
}
