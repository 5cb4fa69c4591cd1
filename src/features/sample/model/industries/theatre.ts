import type { Industry } from '../industry.ts'

export const theatre: Industry = {
  id: 'theatre',
  roles: ['Stagehand', 'Lighting technician', 'Stage manager', 'Technical director'],
  employers: ['Theater am Kanal', 'The Lantern Playhouse', 'Opera Workshop {place}', 'Tour & Truss'],
  schools: ['Academy of Stagecraft {place}', 'School of Drama'],
  skills: ['lighting', 'rigging', 'sound', 'show calling', 'QLab', 'touring', 'carpentry', 'followspot'],
  things: ['cue sheet', 'get-in', 'focus session', 'fly bar', 'prompt book', 'blackout'],
  headlines: ['{role} · cues and calm', '{role}, touring half the year', 'In the dark, on time'],
  duties: [
    'Called {n} shows without a late blackout.',
    'Lit two seasons in a house with {n} dimmers and one good ladder.',
    'Planned get-ins for a tour of {n} towns.',
  ],
  topics: [
    {
      titles: ['Calling a show quietly', 'Say it once, say it low'],
      lines: [
        'My voice on the headset is the lowest in the building, because everybody mirrors it.',
        'Standby, silence, go: no stories between the second and the third.',
        'We had {n} cues in four minutes and nobody ran.',
        'If something fails I name the next cue, not the person.',
        'Afterwards we laugh, in the bar, with the lights on.',
      ],
    },
    {
      titles: ['Focus in three hours', 'Focusing with half the lamps'],
      lines: [
        'We sold half of the lamps and rent what a show really needs.',
        'Fewer lamps made the designer braver and the focus shorter: three hours instead of {n}.',
        'A single light from the side tells you where the actor is looking.',
        'The electricity bill fell and the reviews mention the dark, kindly.',
        '{mate} labelled every cable from both ends, and is my favourite person.',
      ],
    },
    {
      titles: ['Get-in with a lift for two', 'A truck, a lift, {n} steps'],
      lines: [
        'The house in {place} has a lift for two people and a piano.',
        'We cut the set into pieces that one person can carry and one can steer.',
        'Order of the truck is order of the stage, last in, first up.',
        'Local crew eat first, that is a rule, and they remember you next year.',
        'Doors at seven, done at six fifty-one.',
      ],
    },
    {
      titles: ['Days that end', 'A theatre that goes home'],
      lines: [
        'Two sessions a day, not three, and a twelve-hour turnaround written into the schedule.',
        'The first week everyone said that it cannot be done in rep.',
        'We lost one rehearsal in {n}, and gained people who can still add up at midnight.',
        'I have been to my own child’s school play.',
        'Other houses ask how; the answer is that somebody has to say no on a Tuesday.',
      ],
    },
  ],
  shorts: [
    'Cue {n} is a candle. A real one. I have not breathed since Tuesday.',
    'Gaffer tape: {n} metres. Regrets: one.',
    'Audience laughed in a new place tonight. Moved the blackout half a second.',
    'The smoke machine has opinions.',
    'Load-out in the snow, {place}. Soup afterwards. I love these people.',
  ],
  talks: ['The quietest voice on the headset', 'Half the lamps', 'Turnaround: twelve hours'],
  asks: [
    ['how many weeks away?', 'eight a year, never more than two in a row'],
    ['is it rep or one show?', 'rep, four shows, no get-ins on mondays'],
    ['who calls the show?', 'you would, with an assistant on the book'],
  ],
}
