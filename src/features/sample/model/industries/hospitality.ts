import type { Industry } from '../industry.ts'

export const hospitality: Industry = {
  id: 'hospitality',
  roles: ['Receptionist', 'Front desk agent', 'Head housekeeper', 'Hotel manager'],
  employers: ['Hotel Fennimore', 'The Quiet Lantern', 'Pension Edelgrund', 'Bayview Rooms {place}'],
  schools: ['Hotel School {place}', 'College of Tourism and Hospitality'],
  skills: ['check-in', 'complaint handling', 'housekeeping plans', 'revenue', 'concierge', 'events', 'barista'],
  things: ['late arrival', 'key card', 'breakfast', 'linen order', 'guest book', 'room plan'],
  headlines: [
    '{role}, early birds and {thing}s',
    '{role} in {place} · small hotels, long memories',
    'Guests, keys, coffee',
  ],
  duties: [
    'Front desk of a {n}-room house, nights included.',
    'Planned housekeeping for {n} rooms and halved the reclean rate.',
    'Trained the desk in {skill} and wrote the arrival checklist.',
  ],
  topics: [
    {
      titles: ['The late arrival', 'What a tired guest needs at midnight'],
      lines: [
        'At midnight nobody wants to hear about the spa.',
        'Key, floor, wifi, breakfast until when: four things, in that order, and then let them go.',
        'I keep a plate covered in the fridge, because the kitchen closes at ten and trains do not.',
        'The form can wait until morning, and in {n} years nobody has run away with a towel because of it.',
        'They write about the plate, not about the lobby.',
      ],
    },
    {
      titles: ['Complaints are a map', 'I count what people complain about'],
      lines: [
        'I write every complaint on one line, with the room number, and read the list on Sundays.',
        'Room {n} had noise four times before we found the lift bracket.',
        'Half of them are about things we said wrongly, not things we did wrongly.',
        'An apology works when it comes with a verb: “I have moved you”, not “I am sorry that you feel”.',
        'The list is getting shorter and more interesting.',
      ],
    },
    {
      titles: ['Housekeeping by daylight', 'Why we clean in a different order now'],
      lines: [
        'We used to go floor by floor; now we go by who leaves first.',
        'It means more walking and {n} rooms ready by noon instead of eleven.',
        'The team chose the pairs themselves and I was only told the result.',
        'A trolley that does not squeak is worth more than a poster about teamwork.',
        '{mate} found the reason for our lost pillowcases: a cupboard nobody has had a key to since the renovation.',
      ],
    },
    {
      titles: ['Seasonal work, honestly', 'Six months by the sea'],
      lines: [
        'I have done {n} seasons, and the house you sleep in matters more than the hourly rate.',
        'Ask where the staff rooms are, who shares them, and what happens when it rains for a week.',
        'A good season ends with a plan for the next one, written down, in September.',
        'I met half of my friends at staff breakfast in {place}.',
        'What I would change: tell people their days off before they arrive.',
      ],
    },
  ],
  shorts: [
    'A guest left a thank-you note in a language none of us reads. We framed it anyway.',
    '{n} arrivals, one lift. We carried a cello.',
    'Tip of the day: learn to say “breakfast” in nine languages.',
    'Somebody asked for a room with “quieter rain”.',
    'Good {thing} today, and I am not going to explain it.',
  ],
  talks: ['Four sentences at midnight', 'Reading complaints like a map', 'Seasons: keeping people until October'],
  asks: [
    ['is there staff housing?', 'single rooms, ten minutes on foot, you can see them first'],
    ['what about sundays?', 'every second one off, written into the plan'],
    ['do you need german for it?', 'english is enough at the desk, german helps at breakfast'],
  ],
}
