import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'A list of your jobs that programs read: feed readers, job search engines, partners. Nobody is disturbed; who looks, looks.',
  who: 'Job search engines, schools, associations, and a few careful people with a feed reader.',
  norms: [
    'One entry per real, open job. Take it out the day it is filled.',
    'State pay, place, hours and who answers.',
    'The title is what people search: “Night nurse, Porto”, not “Care hero wanted”.',
    'Keep the address of an entry when you change it.',
    'No entry to collect CVs.',
  ],
  speak: [
    'Plain title, first sentence with what, where, how much.',
    'Lists of duties short, of wishes shorter.',
    'Words people use for their work, not yours.',
  ],
  introduce: [
    {
      when: 'list',
      text: 'Night nurse, Porto, 30 hours, 2,100 € a month. Mara answers in the chat on weekdays from 9 to 18.',
      why: 'The entry introduces you: a name and when you are there.',
    },
    {
      when: 'list',
      text: 'Baker, early shift, Ghent. Start at three, home by eleven. Ask Mara what the first week is like.',
      why: 'Says the hard thing first and who to ask.',
    },
  ],
  examples: [
    {
      when: 'list',
      text: 'Electrician, ferry maintenance, Kiel. 40 hours, 3,900 € a month, no night work.',
      why: 'All that is needed to decide whether to read on.',
    },
    {
      when: 'list',
      text: 'Gardener for a school yard, Lyon. Part time, school holidays off.',
      why: 'The reason to like it stands in the title line.',
    },
  ],
  forbids: [
    {
      text: 'Google asks for true, open jobs with a working way to apply, and may take out expired or misleading ones.',
      source: 'https://developers.google.com/search/docs/appearance/structured-data/job-posting',
      asOf: '2025-06',
    },
    {
      text: 'Adverts must not exclude by sex, age, origin, religion, disability or orientation in the EU.',
      source: 'https://eur-lex.europa.eu/eli/dir/2000/78/oj',
      asOf: '2025-06',
    },
    {
      text: 'Under the EU’s pay transparency directive, due in national law by June 2026, applicants learn the pay or its range before the interview.',
      source: 'https://eur-lex.europa.eu/eli/dir/2023/970/oj',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A feed title with your team’s name.',
    'A contact with first name in every entry.',
    'A page behind every entry that shows the same facts.',
  ],
  learn: 'An hour. Kith makes the feed.',
  checklist: [
    { id: 'valid', text: 'Your feed opens in a reader' },
    { id: 'pay', text: 'Every entry states pay and place' },
    { id: 'closed', text: 'Filled jobs are gone' },
    { id: 'titles', text: 'Titles are what people search for' },
    { id: 'contact', text: 'A person with a first name answers' },
  ],
  lingo: [
    { term: 'JobPosting', meaning: 'the vocabulary by which search engines read a job' },
    { term: 'JSON-LD', meaning: 'the way these facts are written into a page' },
    { term: 'aggregator', also: ['aggregators'], meaning: 'a site that collects jobs from others' },
    { term: 'GUID', also: ['guid'], meaning: 'the lasting number of a feed entry' },
    { term: 'validThrough', meaning: 'the day a job ends' },
    { term: 'FTE', also: ['fte'], meaning: 'full-time equivalent: how much of a full week' },
    { term: 'm/f/d', also: ['m/w/d', 'h/f'], meaning: 'open to all genders; usual in Germany and France' },
    {
      term: 'evergreen job',
      also: ['evergreen'],
      meaning: 'an advert that is always open',
      note: 'not for a feed that people trust',
    },
  ],
}
