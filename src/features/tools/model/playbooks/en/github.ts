import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Work that can be read: code, reviews, issues, documentation. You read here; you talk elsewhere, or by taking part.',
  who: 'Developers, scientists with code, technical writers, designers of open projects. Also teachers and city councils with data.',
  norms: [
    'Issues and pull requests are for the project. Never for recruiting.',
    'Don’t mail an address from a commit or profile: the terms forbid it and everyone knows.',
    'Read a review or a discussion, not the green squares. Much good work is private.',
    'Stars and followers tell little.',
    'A fixed typo or a good bug report is a fair way to be known.',
  ],
  speak: [
    'Exact and short. Versions, steps, what you expected.',
    'Thanks are welcome, flattery is noise.',
    'Jokes stay in the commit messages.',
  ],
  introduce: [
    {
      when: 'comment',
      read: 'Fix flaky timezone test: the runner sits in UTC, the fixture was written in Lisbon during summer time.',
      text: 'Same here with a fixture from summer time, pinning the zone helped. Thanks for writing down the cause.',
      why: 'Taking part comes before introducing.',
    },
    {
      when: 'outreach',
      read: 'Fix flaky timezone test: the runner sits in UTC, the fixture was written in Lisbon during summer time.',
      text: 'Hi Rui, the fixture written in Lisbon during summer time made me laugh, we lost a day to the same thing. I’m Mara, I recruit for a rail-data team. No need to answer.',
      why: 'The detail is real, and it is easy to ignore.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'The parser drops the last line when the file has no newline at the end; repro with an attached file.',
      text: 'I can reproduce it on 2.4 with the attached file. With a newline at the end it works.',
      why: 'Saves the maintainer ten minutes.',
    },
    {
      when: 'outreach',
      read: 'The parser drops the last line when the file has no newline at the end.',
      text: 'Hi Rui, your GitHub is really impressive. Interested in a new challenge?',
      breaks: 'reading-not-shown',
      why: 'Says that you looked at nothing.',
    },
    {
      when: 'stranger',
      text: 'Hi Rui, I’m Mara, I recruit developers. Can we talk?',
      breaks: 'nothing-read',
      why: 'Hundreds of lines are public. Open one.',
    },
  ],
  forbids: [
    {
      text: 'The acceptable use policies forbid using information from GitHub, scraped or not, for spam, and selling it to recruiters and job boards.',
      source: 'https://docs.github.com/en/site-policy/acceptable-use-policies/github-acceptable-use-policies',
      asOf: '2025-06',
    },
    {
      text: 'They also forbid bulk unsolicited promotion in issues, pull requests and discussions.',
      source: 'https://docs.github.com/en/site-policy/acceptable-use-policies/github-acceptable-use-policies',
      asOf: '2025-06',
    },
    {
      text: 'API use is limited per hour and must not be spread over accounts to get round it.',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Your real name and “recruiter” in the bio. Hiding it is worse.',
    'A profile README: what you look for, what you never do.',
    'A few contributions of your own: typos, translations, reports.',
  ],
  learn: 'Two days to read issues and reviews with profit; longer for the code, and you needn’t.',
  checklist: [
    { id: 'bio', text: 'Your bio says that you recruit' },
    { id: 'readme', text: 'You have a profile README' },
    { id: 'vocabulary', text: 'You can explain issue, pull request, review and release' },
    { id: 'report', text: 'You sent one useful report or fix' },
    { id: 'read', text: 'You read a whole review before you judged someone' },
    { id: 'no-mail', text: 'No address in Kith comes from a commit' },
  ],
  lingo: [
    { term: 'PR', also: ['prs', 'pull request'], meaning: 'a proposed change, open for discussion' },
    { term: 'LGTM', also: ['lgtm'], meaning: 'looks good to me: the change is fine' },
    { term: 'WIP', also: ['wip', 'draft'], meaning: 'work in progress' },
    { term: 'repo', also: ['repos', 'repository'], meaning: 'a project with its history' },
    { term: 'fork', also: ['forked'], meaning: 'a copy to work on', note: 'a fork is no sign of skill' },
    { term: 'maintainer', also: ['maintainers'], meaning: 'someone who looks after a project' },
    { term: 'CI', meaning: 'automatic tests at every change' },
    { term: 'nit', also: ['nits', 'nitpick'], meaning: 'a small remark in a review' },
    { term: 'rebase', also: ['rebased'], meaning: 'to put changes on top of the newest state' },
    { term: 'upstream', meaning: 'the original project' },
    { term: 'repro', also: ['reproduce'], meaning: 'steps that show a fault' },
    { term: 'bikeshedding', also: ['bikeshed'], meaning: 'a long debate about a small matter' },
    { term: 'dogfooding', also: ['dogfood'], meaning: 'using one’s own product' },
    { term: 'good first issue', meaning: 'a task for newcomers' },
    { term: 'rtfm', meaning: 'read the manual' },
    { term: 'ack', also: ['nack'], meaning: 'agreed (nack: not agreed)' },
  ],
}
