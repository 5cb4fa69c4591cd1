import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Local life and groups. You are a neighbour with a profession; groups are where you are met.',
  who: 'People from 30 upwards, parents, trades, care, clubs, expatriates; groups for every town and craft.',
  norms: [
    'Groups have rules, often a weekday for job posts. Ask the admin the first time.',
    'Be in the group as yourself, not as a page, unless the rules say otherwise.',
    'A friend request is personal. First a conversation in the group, then the request.',
    'What people show friends is not for your files.',
    'Never comment on family pictures to get attention.',
  ],
  speak: [
    'Warm, chatty, comments of one or two sentences.',
    'First names. Likes and hearts as thanks.',
    'Local words and places matter more than titles.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hi Petra, Mara from the beekeepers group. I recruit for orchards by day. Thank you for accepting!',
      why: 'The group first, the job as a fact about you.',
    },
    {
      when: 'invite',
      read: 'Varroa treatment this autumn: oxalic acid at five degrees, second round skipped because the colony was weak.',
      text: 'Hi Petra, it’s Mara from the beekeepers group. Your oxalic acid notes saved my weak colony, may I add you?',
      why: 'They know who you are and what for.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Varroa treatment this autumn: oxalic acid at five degrees, second round skipped because the colony was weak.',
      text: 'Skipping the second round on a weak colony makes sense. Did they come through the frost?',
      why: 'Helps the talk along and shows that you read it.',
    },
    {
      when: 'stranger',
      text: 'Hi Petra, I saw your profile. Can we chat?',
      breaks: 'message-before-connected',
      why: 'Goes to the hidden requests, and worries people.',
    },
    {
      when: 'room',
      text: 'We’re looking for pickers, good pay, message me',
      breaks: 'broadcast-on-messaging',
      why: 'Not in a group whose rules say no jobs.',
    },
  ],
  forbids: [
    {
      text: 'The terms forbid collecting data by automated means without permission.',
      source: 'https://www.facebook.com/legal/terms',
      asOf: '2025-06',
    },
    {
      text: 'Platform terms forbid using data to decide about employment.',
      source: 'https://developers.facebook.com/terms/',
      asOf: '2025-06',
    },
    {
      text: 'Community standards forbid fake accounts: one person, one profile, under the name used in daily life.',
      source: 'https://transparency.meta.com/policies/community-standards/',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Your own profile, with the work field filled in.',
    'A cover that shows what you do.',
    'Public posts about work, private ones private.',
    'A page for the things that are not personal.',
  ],
  learn: 'You know the site. Three to six weeks per group.',
  checklist: [
    { id: 'work', text: 'Work and page are filled in and public' },
    { id: 'privacy', text: 'You looked at your profile as a stranger' },
    { id: 'groups', text: 'You joined three groups that you like anyway' },
    { id: 'rules', text: 'You wrote down each group’s rule for jobs' },
    { id: 'comments', text: 'You wrote five comments that helped' },
    { id: 'admin', text: 'You introduced yourself to one admin' },
    { id: 'page', text: 'Your page answers within a day' },
  ],
  lingo: [
    { term: 'group', also: ['groups'], meaning: 'a community with members and admins' },
    { term: 'page', meaning: 'the public profile of a firm or project' },
    { term: 'wall', meaning: 'the old word for the timeline of a profile' },
    { term: 'poke', meaning: 'a small hello', note: 'not for recruiters' },
    { term: 'bump', also: ['bumping'], meaning: 'a comment only to bring a post to the top' },
    { term: 'pm sent', also: ['pmed', "pm'd"], meaning: 'I wrote to you in private' },
    { term: 'admin', also: ['admins'], meaning: 'someone who runs a group' },
    { term: 'mutual friends', also: ['mutuals'], meaning: 'people you both know' },
    { term: 'ISO', also: ['iso'], meaning: 'in search of' },
    { term: 'following', also: ['f'], meaning: 'a comment only to be told of answers' },
    { term: 'tag', also: ['tagged'], meaning: 'to name someone so that they are told' },
  ],
}
