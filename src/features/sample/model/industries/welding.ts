import type { Industry } from '../industry.ts'

export const welding: Industry = {
  id: 'welding',
  roles: ['Apprentice welder', 'Welder', 'Coded welder', 'Welding foreman'],
  employers: ['Ironvale Works', 'Hafen Stahlbau', 'Seaboard Pipe {place}', 'Beck & Ruiz Fabrication'],
  schools: ['Guild Workshop {place}', 'Technical School for Metal'],
  skills: ['TIG', 'MAG', 'stick', 'pipe', 'aluminium', 'drawing reading', 'ultrasonic testing', 'fitting'],
  things: ['root pass', 'bevel', 'weld map', 'purge', 'jig', 'test plate'],
  headlines: ['{role} · {skill} and pipe', '{role}, stainless mostly', '{n} years under the hood'],
  duties: [
    'TIG on stainless pipe for dairies and breweries, coded.',
    'Set up jigs and weld maps; repair rate below {n} in a thousand.',
    'Led a crew of {n} on site, including the paperwork that nobody likes.',
  ],
  topics: [
    {
      titles: ['The root is everything', 'Getting the root right on thin stainless'],
      lines: [
        'A cap can be pretty over a root that leaks, and the X-ray does not care about pretty.',
        'I spend longer on the fit-up than on the bead: even gap, clean bevel, tacks that I would sign.',
        'Purge until the meter says so, then a minute more, then strike.',
        'If the colour is beyond straw, cut it out now and not after the inspector.',
        'We went from {n} repairs a month to two, and it was all preparation.',
      ],
    },
    {
      titles: ['Apprentices and scrap', 'How I teach a steady hand'],
      lines: [
        'They get a bucket of offcuts and no drawing for a week.',
        'Lines first, then lines on a slope, then lines with somebody talking to you.',
        'I never take the torch out of their hand; I stop, we look, they start again.',
        'Ours from {place} passed her plate test at the second go, and I had needed three.',
        'Scrap is the cheapest school there is, {n} kilos so far.',
      ],
    },
    {
      titles: ['A jig worth its weight', 'Build the jig first'],
      lines: [
        'Twelve frames, all different by a hair, and everyone blamed the tube.',
        'We spent one day building a jig out of things lying in the yard.',
        'The next {n} frames fit each other like cups.',
        'Leave room for the heat: a jig that holds too well bends the piece when you let go.',
        '{mate} drew it up, so it now has a number and lives on a rack.',
      ],
    },
    {
      titles: ['Lungs', 'Fume extraction, and why I nag'],
      lines: [
        'My first foreman coughed through every break and called it a cold, for years.',
        'An arm that you have to move does not get moved, so we hung ours from a rail.',
        'The powered hood costs as much as a weekend away and I would pay it again.',
        'We measured at the bench: {n} times less with the arm a hand closer.',
        'Open the door, drink water, nag each other.',
      ],
    },
  ],
  shorts: [
    'Show-and-tell Friday: aluminium fin, {n} passes, no distortion. I am going home happy.',
    'Tungsten in the puddle. Ground it, sighed, started again.',
    'Somebody labelled the gas bottles with emoji and it is better than before.',
    'Rain on site in {place}. Tent up. Tea. Root done by four.',
    'A good {thing} looks like nothing happened.',
  ],
  talks: ['It was all preparation', 'A jig from the scrap yard', '{skill} without smoke'],
  asks: [
    ['shop or site?', 'shop, with about one week a month on site, hotel paid'],
    ['do they keep my codings up?', 'yes, every two years, on their plates and their time'],
    ['what thickness mostly?', 'two to six, stainless, some duplex'],
  ],
}
