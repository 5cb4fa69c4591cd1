import type { Industry } from '../industry.ts'

export const laboratory: Industry = {
  id: 'laboratory',
  roles: ['Lab technician', 'Research assistant', 'Scientist', 'Lab manager'],
  employers: ['Brightwater Institute', 'Helix & Pine', 'Food Safety Lab {place}', 'Institute for Cold Chemistry'],
  schools: ['University of Eastmere', 'Polytechnic {place}'],
  skills: ['PCR', 'cell culture', 'HPLC', 'microscopy', 'R', 'GLP', 'water analysis', 'protocol writing'],
  things: ['protocol', 'control', 'pipette', 'freezer list', 'lab notebook', 'negative result'],
  headlines: ['{role} · {skill}, {skill}', '{role}. I publish my negative results', 'Water, cells, patience'],
  duties: [
    'Ran {n} samples a week by HPLC, with controls that would convince my enemies.',
    'Kept the cell culture free of guests for {n} months.',
    'Wrote the protocols and taught {skill} to visiting students.',
  ],
  topics: [
    {
      titles: ['Publish the negative result', 'It did not work, {n} times'],
      lines: [
        'We ran it {n} times and there is nothing there, and that is worth knowing.',
        'Three groups wrote to say that they had also found nothing and had also told nobody.',
        'The control was boring, the effect was boring, the plot is a flat line with honest bars.',
        'I put the raw data beside it, including the day when the incubator was off.',
        'If it saves one doctoral student a winter, it was a good paper.',
      ],
    },
    {
      titles: ['The freezer list', 'What is in box {n}?'],
      lines: [
        'Nobody knew what was in a fifth of our boxes, and everyone was afraid to ask.',
        'We gave it two afternoons, gloves, a hair dryer for the labels and a cake.',
        'Anything without a name and a date has six months, then it goes.',
        'We found a cell line that a colleague in {place} had been looking for since 2015.',
        'The list is a plain file; whoever opens the door writes the line.',
      ],
    },
    {
      titles: ['Protocols that strangers can follow', 'Write it for the night shift'],
      lines: [
        '“Mix gently” means five different things to five people, so write how many times.',
        'I ask somebody from another group to run it while I sit on my hands.',
        'Every place where they look at me becomes a sentence.',
        'Ours went from {n} lines to twice that, and the failures went down by half.',
        'A photograph of the right colour is worth a page.',
      ],
    },
    {
      titles: ['Checking the pipettes', 'Small volumes, large lies'],
      lines: [
        'Two of our {n} pipettes were off by eight per cent, in opposite directions.',
        'It takes a balance, water and one quiet morning.',
        'We do it on the first Monday now, with the radio on.',
        'Half of the “biological variation” of last summer had a serial number.',
        '{mate} wrote a small script in R that draws it, and I have seldom liked a plot so much.',
      ],
    },
  ],
  shorts: [
    'The control worked. I have controls for that control.',
    'Centrifuge balanced with a tube labelled “hope”.',
    '{n} plates poured, radio on, rain over {place}. Happy.',
    'Today I learned that the strange peak was the hand cream of a colleague.',
    'My {thing} has coffee on page {n}. It is reproducible.',
  ],
  talks: ['Nothing, reproducibly', 'Boxes without names', 'How gently is gently?'],
  asks: [
    ['is it a fixed contract?', 'permanent after six months, not project money'],
    ['how many samples a day?', 'about sixty, with one person who only does paperwork'],
    ['can I still publish?', 'yes, one day a week is for your own work'],
  ],
}
