import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Adverts on boards that people open to look for work. Broadcast, and honest about it.',
  who: 'People who look now. Those who are content never see it; for them you have the other tools.',
  norms: [
    'Write for the person, not for the search engine.',
    'Say pay. Adverts without are skipped.',
    'Answer everyone, also with no.',
    'Refresh by changing something true, not by posting it again.',
    'Ask for what you need, not for what you dream of.',
  ],
  speak: [
    'You, not we. Short paragraphs.',
    'The working day in three sentences.',
    'No “rockstar”, no “family”, no “fast-paced”.',
  ],
  introduce: [
    {
      when: 'list',
      text: 'I’m Mara and I recruit for this ward. You can ask me anything in the chat before you apply.',
      why: 'A face in an advert is rare, and works.',
    },
    {
      when: 'list',
      text: 'Questions go to Mara, on weekdays until 18:00. She knows the rota and the bus times.',
      why: 'Makes asking easy.',
    },
  ],
  examples: [
    {
      when: 'list',
      text: 'You look after twelve people at night, together with a colleague. 2,100 € for 30 hours. First week with Ana, who has done it for nine years.',
      why: 'The day, the pay, the person.',
    },
    {
      when: 'list',
      text: 'Forklift driver, Hull, four days a week. You need the licence; everything else you learn here.',
      why: 'One requirement, and it is true.',
    },
  ],
  forbids: [
    {
      text: 'Indeed forbids fees for applicants, repeated posting of the same job, and adverts without a real vacancy.',
      source: 'https://www.indeed.com/legal/jobs-policy',
      asOf: '2025-06',
    },
    {
      text: 'LinkedIn’s job policies forbid discriminatory and misleading adverts.',
      source: 'https://www.linkedin.com/legal/jobs-policies',
      asOf: '2025-06',
    },
    {
      text: 'Several US states ask for pay in the advert; in the EU applicants learn it before the interview, by a directive due in national law by June 2026.',
      source: 'https://eur-lex.europa.eu/eli/dir/2023/970/oj',
      asOf: '2025-06',
    },
  ],
  profile: [
    'An employer page with pictures of the real place.',
    'A named contact.',
    'Answers to reviews, calm ones too.',
  ],
  learn: 'A day per board, and an eye on what it costs.',
  checklist: [
    { id: 'pay', text: 'Pay stands in the first lines' },
    { id: 'day', text: 'A working day is described' },
    { id: 'requirements', text: 'You cut the requirements to what is needed' },
    { id: 'contact', text: 'A named person answers before people apply' },
    { id: 'no', text: 'Everyone gets an answer' },
    { id: 'track', text: 'You know which hires came from which board' },
  ],
  lingo: [
    { term: 'CPC', also: ['ppc', 'pay per click'], meaning: 'you pay for each click' },
    { term: 'sponsored', also: ['sponsored job'], meaning: 'an advert that is shown more often for money' },
    {
      term: 'easy apply',
      also: ['quick apply', '1-click'],
      meaning: 'applying with one press',
      note: 'many, and less meant',
    },
    {
      term: 'knock-out question',
      also: ['killer question', 'screener'],
      meaning: 'a question that ends an application',
      note: 'Kith has none: nobody is rejected by a machine',
    },
    { term: 'ATS', meaning: 'the software that keeps applications' },
    { term: 'req', also: ['requisition'], meaning: 'an approved opening' },
    { term: 'time to fill', also: ['ttf'], meaning: 'days from opening to yes' },
    { term: 'ghost job', also: ['ghost jobs'], meaning: 'an advert without a job behind it' },
    { term: 'aggregator', meaning: 'a board that collects from others' },
    { term: 'DOE', also: ['doe'], meaning: 'pay depends on experience', note: 'people read: low' },
  ],
}
