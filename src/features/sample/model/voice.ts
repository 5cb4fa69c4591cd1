import { de } from './languages/de.ts'
import { es } from './languages/es.ts'
import { fr } from './languages/fr.ts'
import { nl } from './languages/nl.ts'
import { pt } from './languages/pt.ts'
import type { Voice } from './languages/shape.ts'
import type { SampleLanguage } from './names.ts'

export const voices: Readonly<Partial<Record<SampleLanguage, Voice>>> = { de, fr, es, nl, pt }

export const openers = [
  'I have put this off for weeks, so here it is.',
  'Somebody at the {place} meet-up asked me about this, and I promised to write it down.',
  '{mate} says that I tell this story too often, so now it is written and I can stop.',
  'This is not advice, it is just what happened to us.',
  'A note to myself from {n} weeks ago, tidied up.',
  'People ask me this in the tram, which is a strange place for it.',
  'It started with an ordinary Tuesday.',
  'I was wrong about this for about {n} years.',
  'Short one, because my shift starts at two.',
  'We tried something at work, and it went better than I deserve.',
  'I used to laugh at posts like this.',
  'After the third time of explaining it, I draw it on a napkin. This is the napkin.',
]

export const closers = [
  'If you do it differently, tell me. I mean it.',
  'More on that when we have a winter behind us.',
  'I would love to see how others do it.',
  'That is all. Back to work.',
  'Ask {mate}, who knows the rest.',
  'No big ending. It works, and that is enough.',
  'The form is yours if you want it, just write to me.',
  'Next time: what went wrong.',
  'We will see in spring.',
  'Thanks to everyone on the early shift who put up with it.',
]

export const comments = [
  'We tried the same in {place}. The second week is the hard one, then it carries itself.',
  'This is the first post about {thing}s that I have printed.',
  'How did you get the others to join in?',
  'I read this twice. The bit about asking first is the whole trick, isn’t it.',
  'Disagree on one point: {n} is too many for a small place like ours.',
  'My old boss would have hated this. Thank you.',
  'Do you have it as a checklist? I would put it up by the door.',
  'Same here, except that our {thing} has a mind of its own.',
  'You forgot the most important part: somebody has to bring cake.',
  'Showed it to the team this morning. {mate} nodded, which never happens.',
  'What would you do with half the people? Asking for a friend in {place}.',
  'That was our experience with {skill} too, nearly word for word.',
  'I had to look up half of it, and I am glad that I did.',
  'Did it hold over the summer?',
]

export const mates = [
  'Joan',
  'Mehmet',
  'Birgit',
  'Sipho',
  'Laila',
  'Tadeusz',
  'Rosie',
  'Hiro',
  'Old Pete',
  'Ines',
  'Karl',
  'Aoife',
  'Dario',
  'Nour',
]
