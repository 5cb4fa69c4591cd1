import type { Industry } from '../industry.ts'

export const farming: Industry = {
  id: 'farming',
  roles: ['Farm hand', 'Herd keeper', 'Vineyard manager', 'Farm manager'],
  employers: ['Long Meadow Farm', 'Weingut Talblick', 'Rowan Dairy', 'Huerta Alta {place}'],
  schools: ['Agricultural College {place}', 'School of Viticulture'],
  skills: ['pruning', 'milking', 'soil care', 'machinery', 'irrigation', 'lambing', 'orchard work', 'cheese making'],
  things: ['frost', 'cover crop', 'milking parlour', 'hedge', 'vine', 'hay'],
  headlines: ['{role} · {skill} and early mornings', '{role} near {place}', 'Cows, hedges, weather'],
  duties: [
    'Kept a herd of {n} with one other person and a good dog.',
    'Pruned and trained {n} hectares of vines by hand.',
    'Changed the farm to cover crops and wrote down what it cost.',
  ],
  topics: [
    {
      titles: ['Frost in the vineyard', 'Minus three at five in the morning'],
      lines: [
        'The forecast said plus one and the valley said minus three.',
        'We lit {n} candles between the rows and stood there like people at a very slow party.',
        'What saved most of it was pruning late: the buds were two weeks behind.',
        'I will leave a spare cane on every vine from now on, whatever the book says.',
        'We lost a fifth in the hollow and nothing on the slope, so cold really does run like water.',
      ],
    },
    {
      titles: ['Soil does not like to be naked', 'What the cover crop cost, and brought'],
      lines: [
        'Rye and vetch after the barley, drilled the same week, {n} kilos a hectare.',
        'In March it looked like a mistake and in June the field next door had cracks and mine did not.',
        'I can push a spade in with one foot now, which is the only test I trust.',
        'Slugs were bad, I will not hide that.',
        'Diesel is down because I plough half as often.',
      ],
    },
    {
      titles: ['Milking at a human hour', 'We moved the morning milking to six'],
      lines: [
        'Everyone told me that cows need four o’clock, and nobody could tell me why.',
        'We shifted by ten minutes a day for two weeks.',
        'Yield dipped, came back, and now is where it was, give or take a churn.',
        'We found two people who want the work, because they can bring their children to school.',
        'The cows, {n} of them, sent no complaint.',
      ],
    },
    {
      titles: ['A hedge in nine years', 'Planting the hedge my grandfather took out'],
      lines: [
        'He took it out for a bigger tractor, and I am putting it back for the birds and the wind.',
        'Hawthorn, hazel, dog rose, a crab apple every {n} metres.',
        'The first three years it is only sticks and rabbits.',
        'Now the field dries more slowly, and the lambs lie along it when it blows from {place}.',
        '{mate} counted eleven nests on Sunday.',
      ],
    },
  ],
  shorts: [
    'Lamb number {n} at 03:10. Both well. So am I, nearly.',
    'First swallow. Put the coffee on.',
    'The baler is fixed with a part from a washing machine. It is spotless.',
    'Hay in, rain at six. Somebody up there can read a clock.',
    'If you pass {place} on Saturday: cheese, apples, gossip.',
  ],
  talks: ['Pruning late against frost', 'Two years of cover crops, with receipts', 'Milking at six'],
  asks: [
    ['is there a house with it?', 'two rooms and a garden, and you can keep the dog'],
    ['how many weekends?', 'one in three, milking shared between four'],
    ['do they spray?', 'organic since 2019, copper only and as little as they can'],
  ],
}
