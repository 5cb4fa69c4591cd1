import type { Industry } from '../industry.ts'

export const software: Industry = {
  id: 'software',
  roles: ['Junior developer', 'Software developer', 'Senior developer', 'Head of engineering'],
  employers: ['Copperleaf Systems', 'Tramline Software', 'Kite & Ledger', 'Municipal Data {place}'],
  schools: ['University of Eastmere', 'Polytechnic {place}'],
  skills: ['TypeScript', 'PostgreSQL', 'accessibility', 'Rust', 'testing', 'on-call', 'code review', 'maps'],
  things: ['migration', 'flaky test', 'code review', 'on-call week', 'query plan', 'keyboard shortcut'],
  headlines: ['{role} · {skill}, {skill}', '{role} who deletes code', 'Small tools for buses and libraries'],
  duties: [
    'Built the timetable service for {n} bus lines; it has been boring since.',
    'Moved a billing system to {skill} one table at a time.',
    'Led a team of {n} and kept the on-call phone quiet.',
  ],
  topics: [
    {
      titles: ['We deleted {n} flaky tests', 'A test that lies is worse than none'],
      lines: [
        'Each of them failed about once a week, so everybody had learned to press the button again.',
        'We read them one by one: most waited for time instead of for a thing.',
        'Half we rewrote, the rest we deleted, with a note on what is not covered now.',
        'Red means red again, and people look up when it happens.',
        'The build is four minutes faster, which was not the point but is nice.',
      ],
    },
    {
      titles: ['Keyboard first', 'What a screen reader user taught us in an hour'],
      lines: [
        'We watched somebody book a bus ticket without a mouse, and it took {n} key presses.',
        'The calendar was the wall: pretty, animated, unreachable.',
        'We replaced it with three fields and it works for everyone, my father included.',
        'Now each of us does one task a week with the mouse in the drawer.',
        'None of this needed a new framework.',
      ],
    },
    {
      titles: ['Moving a table while people use it', 'The boring migration'],
      lines: [
        'Write to both, compare for two weeks, read from the second, stop writing to the first.',
        'The comparison found {n} rows that had been wrong since before I worked here.',
        'No night shift, no cake for survivors, no status page.',
        '{mate} kept a diary of it, and the diary is now our checklist.',
        'The scariest part was dropping the old column, and it took eleven milliseconds.',
      ],
    },
    {
      titles: ['Reviews that teach', 'How I review code now'],
      lines: [
        'I read the tests first, then the names, then the rest.',
        'A question gets an answer; an order gets a workaround.',
        'If I have more than {n} remarks, we sit down together instead.',
        'I always say which remark I would insist on, and it is mostly none.',
        'The best comment I ever got was “I do not understand this, and I think that it is not me”.',
      ],
    },
  ],
  shorts: [
    'Deleted {n} lines today. Nothing happened. Best day.',
    'It was the time zone. It is always the time zone.',
    'A bus driver in {place} sent us a bug report with a drawing. Fixed by lunch.',
    'On-call week over. The phone rang once and it was my aunt.',
    'My {thing} is green and I do not know why. Looking into it.',
  ],
  talks: ['The boring migration', 'A mouse in the drawer', 'Tests that lie'],
  asks: [
    ['is there on-call?', 'one week in six, paid, and you may switch off what wakes you twice'],
    ['what is it written in?', 'typescript and postgres, nothing exotic'],
    ['remote?', 'as you like, four days a quarter together'],
  ],
}
