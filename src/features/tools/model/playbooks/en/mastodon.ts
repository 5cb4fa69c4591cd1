import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Public conversation on many small servers that talk to each other. Slow, kind, and allergic to marketing.',
  who: 'Academics, free-software people, artists, teachers, journalists, librarians, people who left Twitter on purpose.',
  norms: [
    'Each server has rules; some forbid commercial accounts. Pick yours by them.',
    'Describe your pictures. Posts without alt text are passed over.',
    'Content warnings for heavy matters, and capital letters inside hashtags (#NightShift).',
    'Boost more than you post. There is no algorithm; a boost is how things travel.',
    'A follow request may be looked at by hand: fill in your profile first.',
    'Automated posts are marked as such.',
  ],
  speak: [
    'Whole sentences, thoughtful, self-mocking.',
    'Hashtags are how people find things, two or three.',
    'Replies are read by everyone: correct gently.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Li, I’m Mara, I recruit for botanical gardens. Thanks for following back, I’m here for the lichens.',
      why: 'What you do, at once, and why you are there.',
    },
    {
      when: 'post',
      text: '#Introduction Hi, I’m Mara. I recruit gardeners, read about lichens, and answer questions about how hiring works from the inside.',
      why: 'The custom of the place: a post with #Introduction, pinned.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Found Lobaria pulmonaria on an old maple by the river, a sign that the air has been clean for decades.',
      text: 'Lobaria on a maple, so not only on oak! Is the river what keeps it damp enough?',
      why: 'Takes up the find and asks on.',
    },
    {
      when: 'comment',
      read: 'Found Lobaria pulmonaria on an old maple by the river.',
      text: 'Nice! By the way we are hiring gardeners, see our careers page',
      breaks: 'job-before-introduction',
      why: 'You will be blocked, and so may your server.',
    },
    {
      when: 'stranger',
      text: 'Hi Li, do you have a minute?',
      breaks: 'message-before-connected',
      why: 'A private mention from nobody.',
    },
  ],
  forbids: [
    {
      text: 'Server rules differ; many forbid spam and advertising and want bots labelled.',
      source: 'https://mastodon.social/about',
      asOf: '2025-06',
    },
    {
      text: 'Crawling and indexing posts of people who opted out is against custom and, on some servers, against the rules.',
      source: 'https://docs.joinmastodon.org/user/preferences/',
      asOf: '2025-06',
    },
    {
      text: 'Servers listed at joinmastodon.org have agreed to moderate against racism, sexism, homophobia and transphobia.',
      source: 'https://joinmastodon.org/covenant',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Name, picture with alt text, a bio of two sentences.',
    'Four fields: page (verified by rel=me), what you recruit for, pronouns if you like, languages.',
    'A pinned #Introduction.',
    'Suggestions switched on, so that people find you.',
  ],
  learn: 'An evening for the idea of servers, two months for the manners.',
  checklist: [
    { id: 'server', text: 'Your server’s rules allow what you do' },
    { id: 'verified', text: 'Your page is verified by rel=me' },
    { id: 'intro', text: 'Your introduction is pinned' },
    { id: 'alt', text: 'Your last five pictures have alt text' },
    { id: 'hashtags', text: 'You follow five hashtags of your trade' },
    { id: 'replies', text: 'You replied to ten posts, about the post' },
    { id: 'boost', text: 'You boosted more than you posted' },
  ],
  lingo: [
    { term: 'toot', also: ['toots'], meaning: 'a post', note: 'half a joke by now; “post” is fine' },
    { term: 'boost', also: ['boosted', 'boosts'], meaning: 'to pass a post on' },
    { term: 'instance', also: ['instances'], meaning: 'one server' },
    { term: 'fediverse', also: ['fedi'], meaning: 'all servers that talk to each other' },
    { term: 'CW', also: ['content warning'], meaning: 'a line that hides a post until opened' },
    { term: 'alt text', also: ['alt'], meaning: 'a description of a picture for those who don’t see it' },
    { term: 'defederate', also: ['defed', 'defederated'], meaning: 'to cut off another server' },
    { term: 'mutuals', also: ['moots'], meaning: 'people who follow each other' },
    { term: 'unlisted', also: ['quiet public'], meaning: 'public, but not in the big timelines' },
    { term: 'mutual aid', meaning: 'people asking for and giving help' },
    { term: 'birdsite', meaning: 'Twitter' },
    { term: 'reply guy', meaning: 'someone who answers everything, unasked', note: 'don’t be one' },
    { term: 'ActivityPub', meaning: 'the protocol behind it' },
  ],
}
