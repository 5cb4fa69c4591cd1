import type { Industry } from '../industry.ts'

export const nursing: Industry = {
  id: 'nursing',
  roles: ['Staff nurse', 'Registered nurse', 'Charge nurse', 'Ward manager'],
  employers: ['St Brannoc Hospital', 'Clinic Norte {place}', 'Lindahl Children’s Clinic', 'Harbour General {place}'],
  schools: ['Elmsworth School of Nursing', 'College of Health {place}'],
  skills: ['handover', 'triage', 'wound care', 'paediatrics', 'night shifts', 'IV therapy', 'mentoring', 'dialysis'],
  things: ['handover', 'night shift', 'medication round', 'discharge letter', 'bed plan', 'sepsis checklist'],
  headlines: [
    '{role}, mostly nights',
    '{role} · {skill} and {thing}s that work',
    '{n} years on the ward, still learning',
  ],
  duties: [
    'Cared for {n} beds on a surgical ward and ran the evening handover.',
    'Trained new colleagues in {skill}; wrote the ward’s {thing} guide.',
    'Night lead: staffing, bed plan and the phone that never stops.',
  ],
  topics: [
    {
      titles: ['A handover that fits on one card', 'What we cut from our handover'],
      lines: [
        'Our handover used to take {n} minutes, and half of it was about people who had gone home.',
        'Now every patient gets three sentences: what changed, what worries me, what happens before six.',
        'The worry is the important one, and it took the longest to get people to say it aloud.',
        'We read it at the bed where we can, so the patient corrects us, which they do.',
        '{mate} printed it on a card the size of a badge and it has survived two washing machines.',
        'Nothing clever, but the first call of the night is no longer a surprise.',
      ],
    },
    {
      titles: ['Three things I learned on nights', 'Nights, {n} years on'],
      lines: [
        'Eat at one, not at four: at four everything is a bad decision.',
        'The quiet hour between three and four is when I walk the corridor slowly and just look.',
        'I stopped driving home straight away and sit for ten minutes with tea first.',
        'If a relative calls at night, they have been working up to it all evening, so I take the time.',
        'We swap one weekend a month on paper, by hand, and it works better than the tool we had.',
        'Nobody tells you how good the sunrise over {place} looks from the linen room.',
      ],
    },
    {
      titles: ['The drug round without interruptions', 'Red aprons, again'],
      lines: [
        'We counted: {n} interruptions in one medication round, most of them about the car park.',
        'The red apron helped for a week and then people talked to the apron.',
        'What did help was a second person who takes the questions, for forty minutes, that is all.',
        'We found two near misses in the month before and none in the month after, which proves little but feels right.',
        'The pharmacist now comes at ten and not at eight, and that was the cheapest change of all.',
      ],
    },
    {
      titles: ['Students on the ward', 'How I was taught, and how I teach'],
      lines: [
        'My first mentor let me do nothing for a week and explain everything I saw, and I was furious.',
        'I do the same now, but for two days.',
        'A student noticed that our {thing} has a box nobody has ever filled in, so we took it out.',
        'The best question this month: why do we whisper at the bed and shout in the corridor?',
        'They learn {skill} fastest from the patient who has had it done {n} times.',
      ],
    },
  ],
  shorts: [
    'Someone left a whole lemon cake in the staff room with no note. Thank you, day shift.',
    'Tonight’s {thing}: no gaps, no drama. I do not trust it.',
    'If you write “as discussed” in a discharge letter, please also write what was discussed.',
    'Compression stockings, {n} pairs, one very patient gentleman from {place}.',
    'Good shift. Tired feet. The new {mate} can stay.',
  ],
  talks: ['Handover in three sentences', 'What night staff know about sleep', '{skill} for people in their first year'],
  asks: [
    ['is it only nights?', 'two weekends a month, and nights only if you want them'],
    ['how many beds per nurse?', 'six by day, nine at night, with a runner'],
    ['do they still do the paper charts?', 'paper until march, then tablets, training is in work time'],
  ],
}
