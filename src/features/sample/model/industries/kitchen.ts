import type { Industry } from '../industry.ts'

export const kitchen: Industry = {
  id: 'kitchen',
  roles: ['Commis chef', 'Chef de partie', 'Sous chef', 'Head chef'],
  employers: ['The Salted Plum', 'Brasserie Olmo', 'Canteen Number Nine', 'Hotel Bellmoor {place}'],
  schools: ['Catering School {place}', 'Bakers’ Guild College'],
  skills: ['sauces', 'pastry', 'stock control', 'fish', 'allergen plans', 'menu costing', 'bread', 'fermentation'],
  things: ['prep list', 'stock pot', 'menu card', 'service', 'walk-in', 'sourdough'],
  headlines: ['{role}, sauces and {thing}', '{role} · cooking in {place}', 'I cook. Sometimes I write it down'],
  duties: [
    'Ran the {skill} section for {n} covers a night.',
    'Wrote the allergen plan and taught it to every new starter.',
    'Menu, costs, ordering and a team of {n}.',
  ],
  topics: [
    {
      titles: ['The prep list is the menu', 'Why I write the list the night before'],
      lines: [
        'If the prep list is wrong at ten, service is wrong at eight, and no shouting repairs it.',
        'I write it the night before, tired, because tired me knows what was missing.',
        'Quantities in portions, not in kilos: nobody can picture four kilos of shallots, everyone can picture {n} plates.',
        'Each line has one name, because “we” has never peeled anything.',
        'We throw away about a third less than in spring, and the fridge looks like somebody lives there.',
      ],
    },
    {
      titles: ['No split shifts since May', 'Four days, straight through'],
      lines: [
        'We stopped split shifts and closed at lunch on two days, and I was sure it would sink us.',
        'It did not: the dinners are better because people have slept.',
        'The hardest part was telling the regulars from {place}, who have eaten here on Tuesdays since before me.',
        'Two people who left came back and asked, which had never happened to me.',
        'I cook four days, I do the orders on the fifth, and I know what my daughter’s teacher is called.',
      ],
    },
    {
      titles: ['Stock, slowly', 'Bones, onions, time'],
      lines: [
        'I roast the bones darker than the book says and the onions lighter.',
        'It goes on after service at the lowest flame and whoever opens takes it off.',
        'Skim, do not stir; if you have to stir, you have already lost it.',
        'The commis who asked “why not powder?” now makes the best one of us.',
        '{n} litres become three, and those three are in half of what we send out.',
      ],
    },
    {
      titles: ['Allergens without panic', 'The card on the pass'],
      lines: [
        'One card per table, filled in by the person who took the order, in their own handwriting.',
        'It hangs on the pass until the plate is back, not until it is out.',
        'We practise it like a fire drill, once a month, with {mate} playing the difficult guest.',
        'Nuts have their own shelf, their own knife and a colour that nobody likes.',
        'A mother from {place} wrote that it was the first dinner out in two years, and that card is on the wall.',
      ],
    },
  ],
  shorts: [
    'Dishwasher broke at 19:40. {mate} and I washed {n} plates by hand and sang.',
    'First asparagus. Butter, salt, nothing. Do not argue with me.',
    'Sharpened every knife in the house today. Everyone is a better cook tomorrow.',
    'The new {thing} works. I give it until Saturday.',
    'If you say “behind”, say it before you are.',
  ],
  talks: ['Portions, not kilos', 'A kitchen without split shifts', '{skill} on a small budget'],
  asks: [
    ['split shifts or straight through?', 'straight through, four days, sundays closed'],
    ['how many covers on a friday?', 'about eighty, two seatings, five in the kitchen'],
    ['who writes the menu?', 'you would, with the owner tasting on mondays'],
  ],
}
