import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Open, encrypted chat with rooms and threads. Communities, universities and public offices run their own servers.',
  who: 'Free-software communities, researchers, students, public administrations in Germany and France, security people.',
  norms: [
    'Rooms have a code of conduct in the topic or pinned. It counts.',
    'Ask in the room before you open a direct chat.',
    'Use threads and replies, so that others can follow.',
    'Don’t use @room. Everyone is notified, and everyone remembers by whom.',
    'Spaces group rooms: a jobs room may be right beside the one you are in. Look before you post.',
  ],
  speak: [
    'Full sentences, a little longer than in other chats, with code or links where they help.',
    'Reactions instead of “thanks” and “ok”.',
    'Edits are normal: fix the message, don’t send the correction.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Tom, I’m Mara, we met in the lab-automation room. I recruit for research labs, so pumps are half my day.',
      why: 'The room, the work, and why you are there.',
    },
    {
      when: 'invite',
      text: 'Mara from the lab-automation room. You answered my pump question, so I’d like to stay in touch.',
      why: 'They know at once why you ask.',
    },
  ],
  examples: [
    {
      when: 'room',
      text: 'Tried the slower ramp you described: no more bubbles. Should that go into the pinned notes?',
      why: 'Reports back and leaves something for the others.',
    },
    {
      when: 'room',
      text: 'We have an open position for a lab engineer, apply here: https://jobs.example.org/lab',
      breaks: 'broadcast-on-messaging',
      why: 'The room’s norms say no jobs. The jobs room of the space is where it belongs.',
    },
    {
      when: 'stranger',
      text: 'Hi Tom, quick question about your pump thread?',
      breaks: 'message-before-connected',
      why: 'A direct chat they never agreed to. Ask in the thread.',
    },
  ],
  forbids: [
    {
      text: 'The matrix.org terms and code of conduct forbid spam and unsolicited mass messages; other servers have their own.',
      source: 'https://matrix.org/legal/code-of-conduct/',
      asOf: '2025-06',
    },
    {
      text: 'Room moderators can ban you on many servers at once through shared policy lists.',
      source: 'https://spec.matrix.org/latest/client-server-api/#moderation-policy-lists',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Display name with your first name and what you do, for example “Mara (recruits for labs)”.',
    'A photo that works at 32 pixels.',
    'Verified devices, so that no red shield stands beside your name.',
    'A server people have heard of, or your own.',
  ],
  learn: 'An evening for clients and keys, three weeks in a room to be somebody.',
  checklist: [
    { id: 'account', text: 'You have an account and wrote down the recovery key' },
    { id: 'verified', text: 'Your devices are verified' },
    { id: 'name', text: 'Your display name says what you do' },
    { id: 'rules', text: 'You read the code of conduct of each room' },
    { id: 'thread', text: 'You answered in a thread' },
    { id: 'jobs-room', text: 'You know whether the space has a jobs room' },
  ],
  lingo: [
    { term: 'MXID', meaning: 'an address on Matrix, like @ana:example.org' },
    { term: 'homeserver', also: ['hs'], meaning: 'the server someone’s account lives on' },
    { term: 'space', also: ['spaces'], meaning: 'a folder of rooms' },
    {
      term: 'bridge',
      also: ['bridged'],
      meaning: 'a connection that carries another network into Matrix',
      note: 'a bridged person may be on Telegram or IRC',
    },
    { term: 'E2EE', also: ['e2e'], meaning: 'end-to-end encryption' },
    {
      term: 'UTD',
      also: ['unable to decrypt'],
      meaning: 'a message that their device could not decrypt',
      note: 'send it again, don’t be offended',
    },
    { term: 'PL', also: ['power level'], meaning: 'how much someone may do in a room' },
    { term: 'MSC', also: ['mscs'], meaning: 'a numbered proposal to change the protocol' },
    { term: 'Element', meaning: 'the best-known app for Matrix' },
    { term: 'Synapse', meaning: 'the best-known server for Matrix' },
    { term: 'federation', also: ['federated'], meaning: 'servers of different owners talking to each other' },
  ],
}
