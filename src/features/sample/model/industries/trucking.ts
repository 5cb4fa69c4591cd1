import type { Industry } from '../industry.ts'

export const trucking: Industry = {
  id: 'trucking',
  roles: ['Van driver', 'Truck driver', 'Long-haul driver', 'Fleet manager'],
  employers: ['Nordkapp Haulage', 'Three Bridges Transport', 'Tarrant & Daughters', 'Milk Run {place}'],
  schools: ['Drivers’ School {place}', 'Transport College East'],
  skills: [
    'load securing',
    'tachograph rules',
    'refrigerated loads',
    'route planning',
    'dangerous goods',
    'eco driving',
  ],
  things: ['cold chain', 'tail lift', 'rest stop', 'ramp slot', 'tachograph', 'night run'],
  headlines: ['{role} · {thing}s and good coffee', '{role}, home every weekend', '{n} years, no lost pallet'],
  duties: [
    'Drove refrigerated loads between {place} and the coast, {n} tonnes.',
    'Planned routes for {n} trucks so that people sleep at home.',
    'Taught load securing to new drivers on their first week.',
  ],
  topics: [
    {
      titles: ['Keeping the cold chain cold', 'Two degrees'],
      lines: [
        'The door was open for {n} minutes at the ramp, and that is all it takes.',
        'I pre-cool to four before loading, not while loading, and I check the probe by hand at the first stop.',
        'Pallets at the wall stop the air; leave a hand’s width and the logger shows a straight line.',
        'If the receiver wants to wait, I close the door, however they look at me.',
        'Wrote it on one page for the new drivers and taped it inside the cab.',
      ],
    },
    {
      titles: ['Rest stops I trust', 'Where to sleep between {place} and the border'],
      lines: [
        'A shower that works, a light on the lorry park, and somebody awake at the counter: that is the whole list.',
        'I keep a notebook of stops with the hour at which they are full.',
        'After nine there is nothing before the tunnel, so I stop at seven and start at four.',
        'Other drivers have added {n} places to it, some with drawings.',
        'The family who run the one at the junction know my order, and I theirs.',
      ],
    },
    {
      titles: ['Ramp slots and respect', 'Forty minutes, they said'],
      lines: [
        'They said forty minutes and it was four hours, and there was no toilet for drivers.',
        'I have started to write the real times down and to send them with the papers.',
        'One warehouse read them and moved our slot to six, which is now the best stop of the week.',
        'We are {n} drivers comparing notes, so it is not one man’s mood.',
        'Most ramps are fine; the good ones deserve to be named too.',
      ],
    },
    {
      titles: ['Straps, mats, patience', 'A load is secured by the person who drives it'],
      lines: [
        'An anti-slip mat does more than two more straps, and costs less than lunch.',
        'Count the straps by the papers, then look at the load and add one.',
        'I stop after {n} kilometres and tighten everything, always, even in the rain.',
        'The young ones laugh until the first roundabout.',
        '{mate} brought a steel coil down the pass with me last winter, and it did not move a finger.',
      ],
    },
  ],
  shorts: [
    'Fog over {place}, radio off, thermos full. I would not swap.',
    'Tail lift froze at minus {n}. Warm water, gloves, no swearing. Some swearing.',
    'A receiver said “good morning” and “thank you”. Noted in the book.',
    'Home before the children were asleep. That is the whole post.',
    'New tyres. She hums.',
  ],
  talks: ['Straight lines on the logger', 'The drivers’ notebook of ramps', 'Secured by the one who drives'],
  asks: [
    ['home on weekends or tramping?', 'home every friday by six, that part is in the contract'],
    ['what trucks do they run?', 'two years old at most, fridge on its own motor'],
    ['who loads?', 'the yard loads, you check and secure'],
  ],
}
