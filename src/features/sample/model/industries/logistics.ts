import type { Industry } from '../industry.ts'

export const logistics: Industry = {
  id: 'logistics',
  roles: ['Warehouse operative', 'Forklift driver', 'Shift supervisor', 'Warehouse manager'],
  employers: ['Depot Seven', 'Kestrel Fulfilment', 'Quay Logistics {place}', 'Lager & Leute'],
  schools: ['Logistics Institute {place}', 'Vocational School North Quay'],
  skills: ['picking', 'forklift', 'slotting', 'shift planning', 'customs papers', 'cycle counts', 'returns'],
  things: ['pick path', 'shift start', 'pallet', 'scanner', 'cycle count', 'cross-dock'],
  headlines: ['{role} · shorter walks, fewer errors', '{role} at the quay', '{skill}, {skill} and coffee at five'],
  duties: [
    'Led a shift of {n} on goods-in and cross-dock.',
    'Re-slotted {n} locations so that the fast movers stand at hip height.',
    'Forklift, reach truck and the training of those who came after.',
  ],
  topics: [
    {
      titles: ['Fast movers at hip height', 'We moved {n} pallets and walk less'],
      lines: [
        'I wore a step counter for two weeks and showed the number instead of an opinion.',
        'The forty things we ship most stood at the far end because that is where the gate used to be.',
        'We moved them over one Sunday, with pizza, to between knee and shoulder.',
        'Errors fell too, which I did not expect: tired people misread labels.',
        'It has to be done again each season, so it is now a task with a date and a name.',
      ],
    },
    {
      titles: ['The first ten minutes of a shift', 'Standing in a circle at five'],
      lines: [
        'We start with ten minutes in a circle: what came in, what is odd, who is new.',
        'The person who knows least asks the first question, that is the rule.',
        'I was told that ten minutes times {n} people is expensive, so we measured the first hour.',
        'It pays for itself before the first break.',
        '{mate} brings the weather, because the yard freezes before the road does.',
      ],
    },
    {
      titles: ['Counting a little, often', 'No more closing for the count'],
      lines: [
        'Every picker counts one location per round, whichever the scanner asks for.',
        'Wrong counts are not punished, they are thanked, otherwise nobody counts honestly.',
        'Last year we closed two days for it; this year none.',
        'We found {n} boxes of paper cups that had officially never existed.',
        'The best idea came from a temp: count when the location is nearly empty.',
      ],
    },
    {
      titles: ['Forklifts and people', 'Blue light, slow corner'],
      lines: [
        'Three near misses, same corner, all at shift change.',
        'We did not buy anything at first: we moved the coffee machine.',
        'People walk where the coffee is, so now they walk round the outside.',
        'The blue lights came later and they help, but the coffee helped more.',
        'It has been {n} weeks since the last one.',
      ],
    },
  ],
  shorts: [
    'Scanner says shelf empty. Shelf says otherwise. Trust the shelf.',
    '{n} trucks by noon and the yard is swept. Proud of this crew.',
    'A parcel to {place} has been to {place} three times. We gave it a name.',
    'Reach truck licence passed. My mother asked what it reaches.',
    'If the {thing} is wrong, fix the {thing}, not the person.',
  ],
  talks: ['Move the coffee machine', 'Counting without closing', 'Slotting with a step counter'],
  asks: [
    ['early or late shift?', 'fixed early, six to two, late only in december'],
    ['is it cold in there?', 'twelve degrees in goods-in, jackets are theirs, breaks are warm'],
    ['do they pay the forklift licence?', 'yes, and the course is in work time'],
  ],
}
