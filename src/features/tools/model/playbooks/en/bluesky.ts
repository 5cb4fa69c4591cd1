import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Short public posts with feeds that people build for each other. Quick to answer, friendly to newcomers who give something.',
  who: 'Journalists, scientists, illustrators, game people, librarians; whole circles of research moved here together.',
  norms: [
    'Find the feeds and starter packs of your trade before you post.',
    'Alt text on pictures; many hide posts without it.',
    'Block lists are shared. One pushy week and you are on several.',
    'People choose who may message them. Respect a closed inbox and reply in public.',
    'Quote posts for adding, never for pointing at someone.',
  ],
  speak: [
    'Light, witty, up to 300 characters.',
    'Reply in the thread, one thought.',
    'Few hashtags, many inside jokes.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Sam, Mara here from the heron thread. I recruit for nature reserves, nice to meet you properly.',
      why: 'Thread, name, trade.',
    },
    {
      when: 'post',
      text: 'Hello! I’m Mara, I recruit rangers and bird people, and I’m here for herons. Ask me how hiring works on the inside.',
      why: 'A first post people can answer.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Heron colony count: 41 nests, nine more than last spring, all on the island since the mink raft was removed.',
      text: 'Nine more nests only from removing the mink raft? That’s a strong case for the next meeting.',
      why: 'Has the number, and a thought of your own.',
    },
    {
      when: 'stranger',
      text: 'Hi Sam, great posts, can I ask you something?',
      breaks: 'message-before-connected',
      why: 'You haven’t spoken in public yet.',
    },
    {
      when: 'comment',
      read: 'Heron colony count: 41 nests, nine more than last spring.',
      text: 'Would you be open to a new role? We have a ranger vacancy.',
      breaks: 'job-before-introduction',
      why: 'Under their count, in front of everyone.',
    },
  ],
  forbids: [
    {
      text: 'The community guidelines forbid spam: repeated unwanted interactions, mass mentions and inauthentic accounts.',
      source: 'https://bsky.social/about/support/community-guidelines',
      asOf: '2025-06',
    },
    {
      text: 'Chat follows each person’s setting: everyone, people they follow, or nobody.',
      source: 'https://docs.bsky.app/docs/api/chat-bsky-convo-get-convo-availability',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Your own domain as handle.',
    'Picture, banner, two lines on what you recruit for.',
    'A pinned post.',
    'Chat open to everyone, so that they can start.',
  ],
  learn: 'A day, then six weeks of replying.',
  checklist: [
    { id: 'handle', text: 'Your handle is your domain' },
    { id: 'pinned', text: 'A post about what you do is pinned' },
    { id: 'feeds', text: 'You follow three feeds of your trade' },
    { id: 'starter', text: 'You went through a starter pack by reading, not by follow-all' },
    { id: 'replies', text: 'You replied to ten posts, about the post' },
    { id: 'alt', text: 'Your pictures have alt text' },
  ],
  lingo: [
    { term: 'skeet', also: ['skeets'], meaning: 'a post, jokingly' },
    { term: 'starter pack', also: ['starter packs'], meaning: 'a list of accounts to follow at once' },
    { term: 'feed', also: ['feeds', 'custom feed'], meaning: 'a stream of posts by a rule that somebody wrote' },
    { term: 'labeler', also: ['labeller', 'labels'], meaning: 'a service that puts marks on posts or accounts' },
    { term: 'DID', meaning: 'the number behind a handle; stays when the handle changes' },
    { term: 'PDS', meaning: 'the server that keeps someone’s posts' },
    { term: 'AT Protocol', also: ['atproto', 'atmosphere'], meaning: 'the protocol behind it' },
    { term: 'moots', also: ['mutuals'], meaning: 'people who follow each other' },
    { term: 'mod list', also: ['blocklist', 'block list'], meaning: 'a shared list of accounts to hide' },
    { term: 'nuclear block', meaning: 'a block hides the whole exchange for everyone' },
    { term: 'QRT', also: ['quote post'], meaning: 'to pass a post on with words of your own' },
  ],
}
