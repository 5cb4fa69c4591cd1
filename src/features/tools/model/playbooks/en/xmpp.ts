import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Instant messaging on open servers, one to one and in rooms. Good for long acquaintances with people who chose their tools with care.',
  who: 'Privacy-minded people, free-software users, system administrators, hobby radio and hackerspace folk; in some hospitals, utilities and armies it is the in-house chat under another name.',
  norms: [
    'A contact request is a question. Say in one line where you know each other from.',
    'Presence is meant: dnd means do not disturb, away means maybe later.',
    'Rooms have a topic and a description; read both, then an evening of talk, before you write.',
    'Encryption with OMEMO is normal. Turn it on if they do.',
    'No link previews, no trackers in links, no “let’s move this to WhatsApp”.',
  ],
  speak: [
    'Several short lines, not one long block; full sentences all the same.',
    'First names or nicks, no titles. Lower case is fine.',
    'Dry humour, exact words. Someone will correct a wrong protocol name, kindly.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Ana, Mara here from the gardening room. I recruit people for greenhouses, so your frost notes are close to my day.',
      why: 'Where from, who, and what you do, in one breath.',
    },
    {
      when: 'invite',
      text: 'Hi, Mara from the gardening room, we talked about frost cloth yesterday.',
      why: 'A request that can be answered without guessing.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'did the second layer of cloth hold last night?',
      why: 'One thought, about their world, easy to answer.',
    },
    {
      when: 'stranger',
      text: 'Hi, I got your address from a friend. Do you have a minute?',
      breaks: 'message-before-connected',
      why: 'Many servers show this as a stranger’s message; some never deliver it.',
    },
    {
      when: 'introduction',
      text: 'Hi Ana, I’m Mara, a recruiter. We are hiring a head gardener and would love to have your CV.',
      breaks: 'job-before-introduction',
      why: 'They accepted a contact, not an offer.',
    },
  ],
  forbids: [
    {
      text: 'Nobody owns the protocol; each server has its own rules, and public ones mostly forbid unsolicited bulk messages.',
      source: 'https://providers.xmpp.net/',
      asOf: '2025-06',
    },
    {
      text: 'Servers can report spam, and some share block lists; that may hit a whole domain.',
      source: 'https://xmpp.org/extensions/xep-0377.html',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A vCard with your name, a photo and a link to your page.',
    'A status line that says what you recruit for, without a slogan.',
    'An address on a server with a good name, best your own domain.',
    'OMEMO keys on every device that you use.',
  ],
  learn: 'Two evenings for the clients, a month in one or two rooms until people know your nick.',
  checklist: [
    { id: 'account', text: 'You have an account on a server whose rules you read' },
    { id: 'vcard', text: 'Name, photo and link stand in your vCard' },
    { id: 'omemo', text: 'OMEMO works between you and a friend' },
    { id: 'room', text: 'You joined one room and read it for a week' },
    { id: 'answered', text: 'You answered somebody’s question there' },
    { id: 'presence', text: 'You set away and dnd as you mean them' },
    { id: 'request', text: 'You sent a contact request with a line on where you know each other from' },
  ],
  lingo: [
    { term: 'JID', also: ['jabber id'], meaning: 'an address on XMPP; looks like an e-mail address' },
    { term: 'Jabber', meaning: 'the older name of XMPP; many still say it' },
    { term: 'MUC', also: ['mucs'], meaning: 'a room with several people (multi-user chat)' },
    { term: 'roster', meaning: 'the contact list' },
    {
      term: 'OMEMO',
      meaning: 'end-to-end encryption used on XMPP',
      note: '“no OMEMO?” is an invitation to switch it on',
    },
    { term: 'XEP', also: ['xeps'], meaning: 'a numbered extension of the protocol' },
    { term: 'dnd', meaning: 'do not disturb' },
    { term: 'resource', meaning: 'the device part after the slash of an address' },
    { term: 'MAM', meaning: 'the server’s message archive', note: 'with it, messages wait for people who are offline' },
    {
      term: 'federation',
      also: ['federated', 'federate'],
      meaning: 'servers of different owners talking to each other',
    },
    { term: 's2s', meaning: 'the connection between two servers' },
    { term: 'nick', also: ['nickname'], meaning: 'the name someone uses in a room' },
  ],
}
