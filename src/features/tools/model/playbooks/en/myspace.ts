import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Profiles of musicians and scenes, today mostly an archive. Good for finding out what somebody made, and for the names around them.',
  who: 'Musicians, labels, sound engineers, promoters, comedians; many pages are years old and their owners live elsewhere.',
  norms: [
    'Listen before you write. The songs are the profile.',
    'Check the date of the last post; a page asleep for ten years is not a contact.',
    'Comments are public and stay. Write what you would like to see there in five years.',
    'Top friends are a map of a scene, not a list to work through.',
    'Say where else you can be reached.',
  ],
  speak: [
    'Band talk: gigs, line-ups, gear. Relaxed, with slang.',
    'Thanks for the add is still said.',
    'The page itself speaks: colours, songs, who is on top.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'hey Rick, Mara here, thanks for the add! i’m a recruiter for stage crews, most evenings you find me near the mixing desk',
      why: 'The custom of the place, your name, what you have in common.',
    },
    {
      when: 'invite',
      read: 'Live set from Leeds, recorded on a four-track because the desk died during sound check.',
      text: 'Hi Rick, Mara here. Recording the Leeds set on a four-track after the desk died is a great story. Add me?',
      why: 'Shows that you listened and read.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Live set from Leeds, recorded on a four-track because the desk died during sound check.',
      text: 'Nobody would hear that the desk died. Where did the four-track come from so fast?',
      why: 'A question only a listener asks.',
    },
    {
      when: 'stranger',
      text: 'hey Rick, cool page, let’s talk',
      breaks: 'message-before-connected',
      why: 'Says nothing, to someone who doesn’t know you.',
    },
    {
      when: 'introduction',
      text: 'Hi Rick, I have a job for a sound engineer on tour, great salary.',
      breaks: 'job-before-introduction',
      why: 'The add was about music.',
    },
  ],
  forbids: [
    {
      text: 'The terms of use forbid unsolicited commercial messages and automated collection of profiles.',
      source: 'https://myspace.com/pages/terms',
      asOf: '2025-06',
    },
    {
      text: 'Songs and pictures belong to those who made them; saving a page for your own reading is not a right to publish it.',
      source: 'https://myspace.com/pages/terms',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A name and a picture.',
    'A headline that says you recruit and for whom.',
    'Three songs you like, truly.',
    'A link to where you are today.',
  ],
  learn: 'An evening. The scene behind it takes longer.',
  checklist: [
    { id: 'page', text: 'Your page has a picture, a headline and a link' },
    { id: 'listen', text: 'You listened to five bands of the scene' },
    { id: 'dates', text: 'You checked how old a page is before you wrote' },
    { id: 'comment', text: 'You left a comment about a song' },
    { id: 'elsewhere', text: 'You found where the person is active today' },
  ],
  lingo: [
    { term: 'top 8', also: ['top8', 'top friends'], meaning: 'the friends shown first on a page' },
    { term: 'thanks for the add', also: ['tfta', 'add me'], meaning: 'thanks for accepting me as a friend' },
    { term: 'bulletin', also: ['bulletins'], meaning: 'a notice to all friends' },
    { term: 'gig', also: ['gigs'], meaning: 'a concert', note: 'not a job offer' },
    { term: 'line-up', also: ['lineup'], meaning: 'who plays in a band or on an evening' },
    { term: 'demo', meaning: 'a first recording' },
    { term: 'FOH', also: ['foh'], meaning: 'front of house: the sound the audience hears' },
    { term: 'backline', meaning: 'amplifiers and drums on stage' },
    { term: 'load-in', also: ['load in'], meaning: 'carrying everything in' },
    { term: 'EP', meaning: 'a short record' },
  ],
}
