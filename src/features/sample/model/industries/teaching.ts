import type { Industry } from '../industry.ts'

export const teaching: Industry = {
  id: 'teaching',
  roles: ['Teaching assistant', 'Teacher', 'Head of department', 'Head teacher'],
  employers: ['Hillcrest Primary', 'Gymnasium am Fluss', 'Open Door School {place}', 'Evening College {place}'],
  schools: ['Teacher Training College {place}', 'University of Eastmere'],
  skills: ['maths', 'reading support', 'special needs', 'lesson planning', 'drama', 'parents’ evenings', 'physics'],
  things: ['lesson plan', 'reading corner', 'fractions', 'parents’ evening', 'school trip', 'seating plan'],
  headlines: ['{role} · {skill}, year {n}', '{role} who writes about {thing}s', 'Teaching in {place} since forever'],
  duties: [
    'Taught {skill} to classes of {n} and ran the homework club.',
    'Built the reading programme that four other schools now use.',
    'Led a department of {n} and taught half a timetable.',
  ],
  topics: [
    {
      titles: ['Fractions with bread', 'Cutting the loaf before the rule'],
      lines: [
        'I brought {n} loaves and one knife, and did not say the word denominator until Thursday.',
        'They fought about what is fair, which is the same thing.',
        'Somebody proved that six twelfths is a half because otherwise she would have got less.',
        'The rule arrived on the board as their sentence and not as mine.',
        'We ate the proof.',
      ],
    },
    {
      titles: ['Ten quiet minutes', 'Silent reading, every day, me too'],
      lines: [
        'After lunch we all read for ten minutes, and I read too, on a chair, in front of them.',
        'No report, no worksheet, no stars; you may stop a book that bores you.',
        'In September {n} of them turned pages at random, and by spring they asked for more time.',
        'One boy read the same comic eleven times and then wrote one.',
        'It is the only thing I do that inspectors, parents and children all like.',
      ],
    },
    {
      titles: ['The meeting with the angry father', 'Parents’ evening, chairs at a corner'],
      lines: [
        'I put the chairs at a corner of the table, not across it.',
        'I begin with something his daughter did, one detail that only a person who looks at her can know.',
        'Then I am quiet, for much longer than is comfortable.',
        'He was not angry with us, it turned out, but with a letter we had sent him on {place} paper.',
        'We rewrote {n} letters that month.',
      ],
    },
    {
      titles: ['Marking less', 'What happened when I stopped marking everything'],
      lines: [
        'I used to take home {n} books a night and write the same sentence in nineteen of them.',
        'Now I read them all, write nothing, and teach the nineteen together next morning.',
        'The four who need their own sentence get me beside them for five minutes.',
        'I sleep, and they improve, and it took me years to dare.',
        '{mate} tried it in chemistry, with the same result and fewer explosions.',
      ],
    },
  ],
  shorts: [
    'Today’s best answer to “why does ice float?”: “so the fish have a roof”.',
    'School trip to {place}. {n} out, {n} back. I am lying down.',
    'A former pupil held the door of the bus for me. She drives it.',
    'Glue sticks: gone. Mystery: eternal.',
    'My {thing} survived until nine fifteen.',
  ],
  talks: ['Bread before denominators', 'Reading in front of them', 'Marking less, teaching more'],
  asks: [
    ['how many lessons a week?', 'twenty-two, and one afternoon is yours for planning'],
    ['is it a mixed-age class?', 'years three and four together, with an assistant'],
    ['what about the holidays?', 'yours, apart from two days in august'],
  ],
}
