import type { LandingContent } from '#features/campaigns/model.ts'

export const landing: LandingContent & { title: string } = {
  title: 'Ask about nights',
  lang: 'en',
  heading: 'Ask about the nights before you change your life',
  lead: 'Wards, kitchens, workshops and depots look different at four in the morning. Ask somebody who has been there; you need no CV and no name.',
  why: [
    'You can ask what no advert says: who is on with you, what the ward is like at four, why the last one left.',
    'You write when your shift allows it. The chat waits for you.',
    'You talk to one person who knows the places, and who says when it is not for you.',
  ],
  expect: [
    'You write a line. If somebody is here you see it, and the answer takes a few minutes.',
    'We ask what the next place should do better, and nothing else.',
    'If a place fits, you get its name first. It gets yours when you say so.',
  ],
  never: ['What you earn now', 'Your age, family, health or faith', 'A CV before there is a reason for one'],
  greeting: 'Hello. Ask anything, also the small things.',
  consent: 'What I write here is kept so that it can be answered. I can have it erased at any time.',
  contact: '',
}
