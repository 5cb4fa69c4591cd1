import type { Industry } from '../industry.ts'

export const care: Industry = {
  id: 'care',
  roles: ['Care assistant', 'Home carer', 'Senior carer', 'Home manager'],
  employers: ['Orchard House', 'Warm Door Care {place}', 'Elderflower Homes', 'Kind Hands Co-op'],
  schools: ['Institute for Social Care {place}', 'Westmoor College'],
  skills: ['dementia care', 'moving and handling', 'palliative care', 'care plans', 'music sessions', 'rota planning'],
  things: ['rota', 'care plan', 'memory box', 'tea trolley', 'home visit', 'hoist check'],
  headlines: ['{role} · dementia and good tea', 'I write about {thing}s and people', '{role} in {place}, by bike'],
  duties: [
    'Visited {n} people a week at home: meals, medication, company.',
    'Wrote care plans with families and trained the team in {skill}.',
    'Ran a home of {n} rooms with a rota that people stayed for.',
  ],
  topics: [
    {
      titles: ['Why she kept asking for her shoes', 'Listening to the same question'],
      lines: [
        'One lady asked for her shoes every day at four, and for months we told her she did not need them.',
        'Then her son said that at four she used to walk to the school gate.',
        'Now at four somebody puts on a coat and walks {n} minutes with her, round the garden.',
        'The evening is calmer for the whole floor, not just for her.',
        'I think most of what we call behaviour is somebody being on time for something.',
      ],
    },
    {
      titles: ['A rota people can live with', 'What we changed in the rota'],
      lines: [
        'We lost four good carers in a year, and every one of them said the same word: rota.',
        'So we put it up six weeks ahead, in pencil for two and in ink for four.',
        'Split shifts went first; they look cheap until you count who leaves.',
        '{mate} now plans with {n} people who each get one day that is never touched.',
        'Sick cover is still hard, and I will not pretend that we solved it.',
      ],
    },
    {
      titles: ['Fifteen minutes is not a visit', 'On the clock at somebody’s kitchen table'],
      lines: [
        'You can wash, dress and feed a person in fifteen minutes, and you can be a stranger to them for years.',
        'I asked for half-hour visits on my round for one month and wrote down what happened.',
        'Falls went down, calls to the office went down, and I finally learned who the man in the photograph is.',
        'The council read it, which I had not expected.',
        'We have kept it for {n} people, and I keep writing things down.',
      ],
    },
    {
      titles: ['Music at lunch', 'What the choir from {place} did to our dining room'],
      lines: [
        'Somebody who has not spoken since spring sang two verses, with the second voice.',
        'We play it low and early, because loud music and soup do not mix.',
        'Families bring the records; the records bring the stories; the stories go into the {thing}.',
        'I have learned {n} songs from before I was born.',
        'It costs nothing except the person who has the time to sit down.',
      ],
    },
  ],
  shorts: [
    'Today somebody taught me how to fold a napkin into a swan. I am {n} years into this job.',
    'New hoist. Same back. Please, check the sling size.',
    'The {thing} is late and everybody is happier for it.',
    'A visit where nothing had to be done. The best one of the week.',
    '“You again?” she said, and smiled. Good enough for me.',
  ],
  talks: ['Four o’clock: reading the day with dementia', 'A rota in pencil', 'What families know'],
  asks: [
    ['are the visits still 15 minutes?', 'half an hour at least, they stopped the short ones'],
    ['do I need a car?', 'no, two of the rounds are by bike and bus'],
    ['is there a night waking shift?', 'yes, but by choice and never more than three in a row'],
  ],
}
