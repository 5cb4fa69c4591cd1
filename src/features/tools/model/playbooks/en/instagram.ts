import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Pictures of work, and the messages that follow. People get to know your team by sight before they write.',
  who: 'Hairdressers, chefs, carpenters, florists, tattooists, photographers, nurses, apprentices. Under 35 more than over.',
  norms: [
    'They write first, or answer your story. Then you have 24 hours.',
    'Look at the work and say something about it that only someone who looked can say.',
    'Comments first, messages later. A heart alone is nothing.',
    'Don’t tag people to be seen.',
    'Reposting needs a yes and a credit.',
  ],
  speak: [
    'Short, visual, emoji welcome, in comments two or three.',
    'Lower case, first names, no titles.',
    'Answers to stories are the small talk of the place.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'hi lea, mara here! i recruit for small kitchens and it’s my story you answered 😊 thanks for writing',
      why: 'Name, what you do, why they see you.',
    },
    {
      when: 'introduction',
      text: 'Hey, I’m Mara, the recruiter behind this account. Your question about weekends is a good one.',
      why: 'A face for the account.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Third attempt at a laminated brioche: butter at 13 degrees, rested overnight, finally clean layers.',
      text: 'the layers at the cut! resting it overnight really paid off',
      why: 'Shows that you looked and what you saw.',
    },
    {
      when: 'stranger',
      text: 'hi lea, love your work, can we talk?',
      breaks: 'window-closed',
      why: 'It lands among the requests and looks like every other one.',
    },
    {
      when: 'introduction',
      text: 'Hi Lea! We have a vacancy for a pastry chef, interested?',
      breaks: 'job-before-introduction',
      why: 'The first line they ever get from you is a vacancy.',
    },
  ],
  forbids: [
    {
      text: 'Over the API a business may answer within 24 hours after the person’s last message.',
      source: 'https://developers.facebook.com/docs/messenger-platform/instagram',
      asOf: '2025-06',
    },
    {
      text: 'Community standards forbid spam: repetitive comments, bought followers, mass messages.',
      source: 'https://transparency.meta.com/policies/community-standards/spam/',
      asOf: '2025-06',
    },
    {
      text: 'Collecting information by automated means without permission is forbidden.',
      source: 'https://help.instagram.com/581066165581870',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A business or creator account with your face.',
    'Bio: whom you recruit for, where, and one link.',
    'Highlights that show a day at work.',
    'Nine pictures before you follow anyone.',
  ],
  learn: 'A week for the app, two months of pictures until the account looks lived in.',
  checklist: [
    { id: 'bio', text: 'The bio says what you recruit for' },
    { id: 'nine', text: 'There are nine honest pictures' },
    { id: 'highlights', text: 'One highlight shows a working day' },
    { id: 'comments', text: 'You commented on ten pieces of work, about the work' },
    { id: 'stories', text: 'You answer every story reply within a day' },
    { id: 'consent', text: 'Everyone in your pictures said yes' },
  ],
  lingo: [
    { term: 'story', also: ['stories'], meaning: 'a picture or video that vanishes after a day' },
    { term: 'reel', also: ['reels'], meaning: 'a short video' },
    { term: 'highlight', also: ['highlights'], meaning: 'stories kept on the profile' },
    { term: 'DM', also: ['dm', 'dms'], meaning: 'direct message' },
    { term: 'link in bio', meaning: 'the one link on the profile' },
    { term: 'carousel', meaning: 'several pictures in one post' },
    { term: 'collab', also: ['collabs'], meaning: 'a post by two accounts, or working together' },
    { term: 'finsta', meaning: 'someone’s second, private account', note: 'leave it alone' },
    { term: 'requests', meaning: 'where strangers’ messages wait' },
    { term: 'tbt', meaning: 'throwback Thursday: an old picture' },
    { term: 'fyp', meaning: 'the page of suggested videos' },
  ],
}
