import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'The private phone number’s chat. For people who already know you and want quick answers; never a place to find people.',
  who: 'Nearly everyone in Latin America, India, Southern Europe, Germany and much of Africa; care, logistics, retail and hospitality live in it.',
  norms: [
    'They write first, or said clearly that you may.',
    'You have 24 hours after their last message; after that only an approved template.',
    'Family is in the same list. Evenings and Sundays are theirs.',
    'Voice messages: listen to theirs, write yours.',
    'Blue ticks are seen. Answer, or say when you will.',
  ],
  speak: [
    'Short, warm, emoji in measure. “ok 👍” is a full answer.',
    'First names from the first line in most countries; in Germany ask with the form they use.',
    'A photo of the roster instead of a description.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Samira, this is Mara, the recruiter from the night-shift page. Thanks for writing, what would you like to know?',
      why: 'They only see a number, so name and place come first.',
    },
    {
      when: 'introduction',
      text: 'Hello, I’m Mara, I recruit for the clinics in the north. You asked about rotas: they come out four weeks ahead.',
      why: 'Who, what, and the answer they came for.',
    },
  ],
  examples: [
    { when: 'talk', text: 'How was the first night on the new ward?', why: 'Something a friend asks.' },
    {
      when: 'stranger',
      text: 'Hello, I have your number from a list and wanted to say hi.',
      breaks: 'window-closed',
      why: 'No opt-in, no window. Their report can close your number.',
    },
    {
      when: 'talk',
      text: 'Dear Samira,\nthank you for your interest.\nBest regards,\nMara Lind',
      breaks: 'letter-style',
      why: 'Nobody signs on WhatsApp.',
    },
  ],
  forbids: [
    {
      text: 'The business messaging policy asks for a number given by the person and their opt-in, and for a way out.',
      source: 'https://business.whatsapp.com/policy',
      asOf: '2025-06',
    },
    {
      text: 'Outside the 24 hours after their last message only approved templates may be sent.',
      source: 'https://developers.facebook.com/docs/whatsapp/conversation-types',
      asOf: '2025-06',
    },
    {
      text: 'Bulk or automated messaging from ordinary accounts is forbidden and leads to a ban.',
      source: 'https://faq.whatsapp.com/5957850900902049',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Business profile with your name before the firm’s.',
    'Your photo.',
    'Hours, address, link to your page.',
    'An away message in the languages you speak.',
  ],
  learn: 'You know the app. A week to learn templates and the 24 hours.',
  checklist: [
    { id: 'business', text: 'Your business profile is complete' },
    { id: 'opt-in', text: 'Every number has an opt-in with a date' },
    { id: 'window', text: 'You know what you may send after 24 hours' },
    { id: 'away', text: 'Your away message says when you are back' },
    { id: 'evening', text: 'You agreed with yourself on quiet hours' },
    { id: 'voice', text: 'You can listen to voice messages and answer in writing' },
  ],
  lingo: [
    { term: 'blue ticks', also: ['blue tick'], meaning: 'the message was read' },
    { term: 'last seen', meaning: 'when someone was online', note: 'never mention it' },
    { term: 'status', meaning: 'pictures that vanish after a day' },
    {
      term: 'broadcast list',
      also: ['broadcast'],
      meaning: 'one message to many, seen as a private one',
      note: 'only reaches people who saved your number',
    },
    { term: 'template', also: ['hsm'], meaning: 'a text approved by WhatsApp for use outside the 24 hours' },
    { term: 'opt-in', also: ['opted in'], meaning: 'their clear yes to being written to' },
    { term: 'voice note', also: ['vn', 'voicenote'], meaning: 'a recorded message' },
    { term: 'WA', also: ['wa', 'wapp'], meaning: 'WhatsApp' },
    { term: 'community', meaning: 'several groups under one roof' },
    { term: 'seen', also: ['left on read'], meaning: 'read, but not answered' },
  ],
}
