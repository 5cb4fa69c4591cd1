import type { Industry } from '../industry.ts'

export const crafts: Industry = {
  id: 'crafts',
  roles: ['Apprentice joiner', 'Joiner', 'Master carpenter', 'Workshop owner'],
  employers: ['Elm & Sons Joinery', 'Werkstatt Rosenau', 'Pine Street Boats', 'Stair Company {place}'],
  schools: ['Guild School {place}', 'College of Building Crafts'],
  skills: ['hand tools', 'stairs', 'restoration', 'veneer', 'site measuring', 'CNC', 'timber framing', 'finishing'],
  things: ['dovetail', 'staircase', 'sash window', 'workbench', 'oak beam', 'glue-up'],
  headlines: ['{role} · {skill} and {thing}s', '{role} in {place}, old windows a speciality', 'Wood, mostly'],
  duties: [
    'Restored {n} sash windows in listed houses around {place}.',
    'Measured, drew and built stairs, from the first visit to the last plug.',
    'Ran the bench room and taught {skill} to apprentices.',
  ],
  topics: [
    {
      titles: ['Old windows can stay', 'In defence of the sash window'],
      lines: [
        'They wanted {n} new plastic windows, and I asked for one old one and two weeks.',
        'Splice the sill, new cords, a brush seal you cannot see, linseed paint, done.',
        'It has lasted a hundred and ten years because somebody could repair it.',
        'The draught was at the floorboards all along, as it usually is.',
        'The neighbour has asked for the same, so there go my Saturdays.',
      ],
    },
    {
      titles: ['Glue-ups without sweat', 'Dry run, always'],
      lines: [
        'Everything that goes wrong in a glue-up went wrong in the dry run you did not do.',
        'Clamps set to width, pads taped on, a wet rag, the phone in another room.',
        'I count aloud, which the apprentices find funny until their first {n}-board table top.',
        'Slow glue in summer; there is no prize for speed.',
        '{mate} and I have not said a cross word over a table since we made a list.',
      ],
    },
    {
      titles: ['A stair is measured three times', 'What the survey missed'],
      lines: [
        'The floor drops {n} millimetres over the landing and no plan will tell you.',
        'I measure with a lath and a pencil because a lath cannot have a flat battery.',
        'First the going, then the head height, then walk it with your eyes closed.',
        'People notice a bad step with their feet long before they can say what is wrong.',
        'We cut the first riser last, on site, and nobody ever knows.',
      ],
    },
    {
      titles: ['What an apprentice costs', 'Apprentices, in honest numbers'],
      lines: [
        'In the first year I earn less with one than without, and I do it anyway.',
        'In the third year they find things I stopped seeing.',
        'Ours redrew the {thing} jig, and saves us an hour on every piece.',
        'Pay the bus ticket; it is the best {n} euros in the books.',
        'If you do not teach anyone, the trade ends with your knees.',
      ],
    },
  ],
  shorts: [
    'Sharpened {n} chisels and my mood.',
    'Found a pencil note inside a wall in {place}: “cold today, 1931”. Wrote ours beside it.',
    'The smell of fresh larch should be prescribed.',
    'Client asked if the knot can be moved. I said I would ask it.',
    'One perfect {thing} and I am useless for the rest of the day.',
  ],
  talks: ['Repair before replace', 'The dry run', 'Honest numbers about apprentices'],
  asks: [
    ['is it bench work or fitting?', 'three days bench, two on site, never more than an hour away'],
    ['do they still use hand tools?', 'for everything you can see, machines for the rest'],
    ['how old is the crew?', 'from nineteen to sixty-one, seven people'],
  ],
}
