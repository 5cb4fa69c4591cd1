import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Work histories and work talk. You are expected here as a recruiter, which is why only what you read sets you apart.',
  who: 'Office professions, management, sales, engineering, consulting. Few nurses, drivers and cooks, and those look in twice a year.',
  norms: [
    'A job in the first message is normal, if the message shows that you read something they wrote or made.',
    'Not the headline, not the employer, not “your impressive background”.',
    'A connection note has 300 characters, on free accounts 200. Use them or leave them; never a template.',
    'Comments count more than likes. Three honest ones open more doors than thirty notes.',
    'One follow-up, a week later, with something new. Then leave it.',
    '“Open to work” may be visible to recruiters only: never mention it where colleagues read.',
  ],
  speak: [
    'Polite, complete, a little formal by country. First names in English, more careful in German.',
    'Posts are long; answers should not be.',
    'People are tired of being sold to. Plain words are noticed.',
  ],
  introduce: [
    {
      when: 'outreach',
      read: 'What we changed in our cold chain: two loggers per pallet, and drivers who may refuse a load above eight degrees.',
      text: 'Hi Ana, letting drivers refuse a load above eight degrees is the first cold-chain rule I’ve seen that trusts them. I’m Mara, I recruit for food logistics. How did the shippers take it?',
      why: 'Something only a reader knows, who you are, a question.',
    },
    {
      when: 'invite',
      read: 'What we changed in our cold chain: two loggers per pallet, and drivers who may refuse a load above eight degrees.',
      text: 'Hi Ana, your two loggers per pallet settled an argument we had here. I’m Mara, I recruit for food logistics.',
      why: 'Fits into the note and is about them.',
    },
  ],
  examples: [
    {
      when: 'outreach',
      read: 'What we changed in our cold chain: two loggers per pallet, and drivers who may refuse a load above eight degrees.',
      text: 'Hi Ana, the rule that drivers may refuse a warm load stayed with me. We’re looking for someone who would bring that to a dairy in Porto. May I tell you about the role?',
      why: 'Here a job may be named, because the reading is shown.',
    },
    {
      when: 'outreach',
      read: 'What we changed in our cold chain: two loggers per pallet.',
      text: 'Hi Ana, I came across your impressive profile and think you would be a great fit for a role.',
      breaks: 'reading-not-shown',
      why: 'Could go to anyone, and does, a thousand times a day.',
    },
    {
      when: 'stranger',
      text: 'Hi Ana, I’m Mara and I recruit for food logistics. Shall we connect?',
      breaks: 'nothing-read',
      why: 'Honest, but you haven’t opened a thing she wrote.',
    },
  ],
  forbids: [
    {
      text: 'The user agreement forbids scraping, crawlers, browser plug-ins that copy profiles, and automated messages (8.2).',
      source: 'https://www.linkedin.com/legal/user-agreement',
      asOf: '2025-06',
    },
    {
      text: 'Professional community policies forbid untargeted or repeated unwanted messages.',
      source: 'https://www.linkedin.com/legal/professional-community-policies',
      asOf: '2025-06',
    },
    {
      text: 'Too many unanswered invitations limit the account, for a week or for good.',
      source: 'https://www.linkedin.com/help/linkedin/answer/a551012',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Headline: whom you recruit for, not “Talent Ninja”.',
    'About: how you work, what you never do, how to reach you.',
    'Featured: your page and two posts worth reading.',
    'A photo taken this decade.',
    'Recommendations by people you placed, and by some you didn’t.',
  ],
  learn: 'You are there already. A month to change from sending to reading.',
  checklist: [
    { id: 'headline', text: 'Your headline says whom you recruit for' },
    { id: 'about', text: 'About says how you work, in the first person' },
    { id: 'featured', text: 'Your page is among Featured' },
    { id: 'read', text: 'You read before each message this week' },
    { id: 'comments', text: 'You wrote five comments with a thought in them' },
    { id: 'templates', text: 'You deleted your templates' },
    { id: 'export', text: 'You exported your connections and brought them into Kith' },
  ],
  lingo: [
    { term: 'InMail', also: ['inmails'], meaning: 'a paid message to someone you are not connected with' },
    { term: '1st', also: ['1st degree', 'first-degree'], meaning: 'directly connected' },
    { term: '2nd', also: ['2nd degree'], meaning: 'connected through one person' },
    { term: 'SSI', meaning: 'a score that LinkedIn gives for selling', note: 'means little' },
    {
      term: 'open to work',
      also: ['otw', '#opentowork'],
      meaning: 'a sign that somebody looks for work',
      note: 'may be hidden from their employer; keep it so',
    },
    { term: 'creator mode', meaning: 'a profile that asks for followers instead of connections' },
    { term: 'LION', meaning: 'someone who connects with everybody' },
    {
      term: 'endorsement',
      also: ['endorsements', 'endorsed'],
      meaning: 'a click that says someone can do something',
      note: 'weak evidence',
    },
    { term: 'recommendation', also: ['recommendations'], meaning: 'a written reference on the profile' },
    { term: 'pod', also: ['engagement pod'], meaning: 'people who like each other’s posts by agreement' },
    { term: 'ATS', meaning: 'the software that companies keep applications in' },
    { term: 'JD', also: ['jd'], meaning: 'job description' },
    { term: 'comp', also: ['tc', 'total comp'], meaning: 'pay with everything' },
  ],
}
