import type { Industry } from '../industry.ts'

export const retail: Industry = {
  id: 'retail',
  roles: ['Sales assistant', 'Shop floor specialist', 'Team leader', 'Store manager'],
  employers: ['Corner & Co', 'Marlow Books', 'Garden Yard {place}', 'Velo Werkhof'],
  schools: ['Chamber of Commerce {place}', 'Retail Academy North'],
  skills: ['visual displays', 'stocktaking', 'till training', 'complaints', 'ordering', 'bike fitting', 'book buying'],
  things: ['stocktake', 'window', 'returns desk', 'till', 'delivery', 'opening hour'],
  headlines: ['{role} · I like the first hour of the day', '{role}, {skill} and good shelves', 'Shopkeeper in {place}'],
  duties: [
    'Ran a floor of {n} square metres with a team that knew the goods.',
    'Halved stock differences by counting one shelf every morning.',
    'Hired and trained {n} people; most of them are still there.',
  ],
  topics: [
    {
      titles: ['One shelf a day', 'The end of the annual stocktake'],
      lines: [
        'We stopped the night of counting and count one shelf each morning before opening.',
        'It takes {n} minutes and a cup of coffee, and you see what is not selling while you hold it.',
        'Differences turn up within a week, when somebody still remembers why.',
        'The auditors from {place} asked twice where the big count had gone.',
        'The team likes it because the shelf is theirs.',
      ],
    },
    {
      titles: ['The window nobody looked at', 'Changing the window on a Wednesday'],
      lines: [
        'We filmed the pavement for an hour and counted heads that turned: {n}.',
        'So we took everything out and put in one bicycle, one lamp and the price.',
        'The following Wednesday it was four times as many, and a child pressed their nose to the glass.',
        'Less is cheaper too, which I did not say to head office first.',
        'Now each of us gets a week, and the quiet ones make the best ones.',
      ],
    },
    {
      titles: ['Returns without a fight', 'What the returns desk taught me'],
      lines: [
        'Most people who return something are embarrassed, and embarrassed people sound rude.',
        'I say “that happens” before I ask for the receipt.',
        'We log one word per return, and “smaller than it looks” led us to change {n} labels.',
        'One in three leaves with something else, without anyone selling anything.',
        '{mate} says that it is the most honest desk in the shop.',
      ],
    },
    {
      titles: ['Saturday staff', 'Teaching the Saturday crew'],
      lines: [
        'My Saturday team are students, and most shops treat them as furniture.',
        'Each has one corner for which they order, price and answer.',
        'The one with the pens sells more pens than we did in the whole year before.',
        'Mistakes cost less than boredom; the worst one was {n} green notebooks, and they are gone too.',
        'Two of them lead teams now.',
      ],
    },
  ],
  shorts: [
    'Opened the door at nine and the first customer had brought us buns. Best Monday in {place}.',
    'The card machine is down. Half the town has learned where the cash point is.',
    'Sold the ugly lamp. {n} months. I shall miss it.',
    'A book came back with a letter to the next reader in it. It goes back on the shelf like that.',
    'My {thing} rule: if you pick it up, you know its price.',
  ],
  talks: ['One shelf a day', 'Giving Saturday staff a corner', 'Returns are research'],
  asks: [
    ['how many late evenings?', 'one a week, and saturdays every second week'],
    ['is there a target per hour?', 'no, the shop has one, people do not'],
    ['who does the ordering?', 'each corner orders for itself, with a budget'],
  ],
}
