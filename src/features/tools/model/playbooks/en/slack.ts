import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Communities of a profession: a workspace with channels, joined by invitation or form. Work tone, friendly.',
  who: 'Designers, data people, product managers, journalists, non-profits, alumni. They use it at work all day and here in the breaks.',
  norms: [
    'Most communities have #jobs and a rule that jobs go nowhere else, with pay in the post.',
    'Answer in threads. A channel full of loose answers annoys.',
    'Don’t use @channel or @here.',
    'Ask before a direct message; in many communities the code of conduct says so.',
    'Someone’s company workspace is not a community. Never recruit inside it.',
  ],
  speak: [
    'Complete sentences, friendly, one or two emoji. Reactions say “seen” and “thanks”.',
    'One message, one matter; details in the thread.',
    'Time zones are mentioned and respected.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Jo, Mara here from #data-viz. I recruit for public-health teams, and your chart critique was the best thing I read this week.',
      why: 'Channel, work, a true reason.',
    },
    {
      when: 'room',
      text: 'Hi everyone, I’m Mara, I recruit for public-health teams. I’m here for the chart critiques and happy to answer questions about how hiring works inside.',
      why: 'The introduction channel is made for it, and the offer is help.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'How did the talk go? I was curious about the part with the maps.',
      why: 'Takes up what they told you.',
    },
    {
      when: 'room',
      text: 'We’re hiring two analysts, salary 70k, apply at https://jobs.example.org',
      breaks: 'broadcast-on-messaging',
      why: 'Right in #jobs, wrong everywhere else.',
    },
    {
      when: 'stranger',
      text: 'Hi Jo, I saw you in the member list. Do you have a minute to chat?',
      breaks: 'message-before-connected',
      why: 'The member list is not a lead list.',
    },
  ],
  forbids: [
    {
      text: 'The acceptable use policy forbids unsolicited messages and collecting members’ data without their consent.',
      source: 'https://slack.com/acceptable-use-policy',
      asOf: '2025-06',
    },
    {
      text: 'The API terms limit what data of a workspace may be copied and used for.',
      source: 'https://slack.com/terms-of-service/api',
      asOf: '2025-06',
    },
    {
      text: 'The owners of the workspace add rules of their own; they usually stand in a pinned code of conduct.',
      source: 'https://slack.com/terms-of-service/user',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Full name and photo.',
    'Title field: “Recruiter, public health”.',
    'Time zone set.',
    'A link to your page, not to a vacancy.',
  ],
  learn: 'An hour for the app if you know it from work; two to three weeks per community.',
  checklist: [
    { id: 'profile', text: 'Name, photo, title and time zone are filled in' },
    { id: 'conduct', text: 'You read the code of conduct' },
    { id: 'jobs', text: 'You know the rules of #jobs' },
    { id: 'intro', text: 'You wrote in the introductions channel' },
    { id: 'thread', text: 'You helped someone in a thread' },
    { id: 'no-list', text: 'You decided never to work through the member list' },
  ],
  lingo: [
    { term: 'workspace', meaning: 'one Slack community or company' },
    { term: 'thread', also: ['threads'], meaning: 'answers under one message' },
    { term: 'DM', also: ['dm'], meaning: 'direct message' },
    { term: 'huddle', also: ['huddles'], meaning: 'a quick audio call in a channel' },
    { term: 'Connect', also: ['slack connect'], meaning: 'a channel shared between two organisations' },
    { term: 'canvas', meaning: 'a page of notes inside Slack' },
    { term: 'AMA', also: ['ama'], meaning: 'ask me anything: a question hour with one guest' },
    { term: 'tl;dr', also: ['tldr'], meaning: 'too long; here is the short version' },
    { term: 'async', meaning: 'answering later instead of live' },
    { term: 'OOO', also: ['ooo'], meaning: 'out of office' },
    { term: '+1', meaning: 'I agree' },
    { term: 'WFH', also: ['wfh'], meaning: 'working from home' },
  ],
}
