import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'The chat box on your own pages. Someone is reading about you right now and has a question. It is the only tool where they come to you.',
  who: 'People who followed a link, a post or a job feed. Half of them look around on a phone in a break, most never leave a name.',
  norms: [
    'Answer within a minute while the light is green. If you can’t, switch it off; a silent green light is worse than none.',
    'Say your first name in the first line. They are talking to a person, so be one.',
    'Answer the question first. Ask yours afterwards, one at a time.',
    'Never ask for a name, a number or a CV as the price of an answer.',
    'When they go quiet, leave the door open once, then let them read.',
  ],
  speak: [
    'Short and curious, with typos, often without a greeting.',
    'They test you with a small question before the real one: “is it only nights?” is rarely only about nights.',
    'They may write from work. Don’t make them explain why they answer slowly.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi, I’m Mara, I recruit night staff for three clinics here. What would you like to know?',
      why: 'Name, what you do, and the floor is theirs.',
    },
    {
      when: 'introduction',
      text: 'Mara here, the recruiter behind this page. Rota questions are the ones I can answer best.',
      why: 'Says who answers and what you are good for.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'No, days too. Nights are the part people ask about, so the page starts there. Which would suit you?',
      why: 'The answer comes first and the question is about them.',
    },
    {
      when: 'talk',
      text: 'Dear visitor,\nthank you for contacting us about our page.\nKind regards,\nMara Lind',
      breaks: 'letter-style',
      why: 'A letter in a chat box reads like an autoresponder.',
    },
    {
      when: 'introduction',
      text: 'Hello! Please send your CV first, then we can talk about the vacancy.',
      breaks: 'job-before-introduction',
      why: 'They asked a question and got a toll gate, from someone without a name.',
    },
  ],
  forbids: [
    {
      text: 'It is your own box, so the law is the rule: say what is kept, why and for how long, before they write something personal.',
      source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
      asOf: '2025-06',
    },
    {
      text: 'An automatic answer has to be recognisable as one in the EU; don’t let a script pretend to be you.',
      source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Your first name and a real photo, not the logo.',
    'Hours when you are really there, in their time zone.',
    'One line on what people ask you most.',
    'What you never ask for in the chat.',
  ],
  learn: 'An afternoon. Then two weeks of answering until you know the ten questions that always come.',
  checklist: [
    { id: 'own-name', text: 'The box shows your first name and photo' },
    { id: 'hours', text: 'Your hours are set and true' },
    { id: 'away', text: 'You wrote the away line yourself and read it on a phone' },
    { id: 'first-line', text: 'You have a first line that is not “How can I help you?”' },
    { id: 'ten-questions', text: 'You wrote down the ten questions people ask' },
    { id: 'consent', text: 'You read what the box says about data, as a visitor' },
    { id: 'tested', text: 'You chatted with yourself from your own phone' },
  ],
  lingo: [
    {
      term: 'bounce',
      meaning: 'someone who opens one page and leaves',
      note: 'not an insult to you; often they found what they wanted',
    },
    { term: 'landing page', also: ['lander'], meaning: 'the page a link or an ad leads to' },
    { term: 'away message', meaning: 'what the box says while nobody is there' },
    {
      term: 'canned reply',
      also: ['canned response', 'macro'],
      meaning: 'a saved text sent with one press',
      note: 'people notice by the second one',
    },
    { term: 'handover', meaning: 'passing a chat to a colleague' },
    { term: 'ghosting', also: ['ghosted'], meaning: 'stopping to answer without a word' },
    {
      term: 'pre-chat form',
      meaning: 'fields that must be filled in before the first word',
      note: 'most people turn back here',
    },
    { term: 'callback', meaning: 'being phoned later instead of chatting now' },
  ],
}
