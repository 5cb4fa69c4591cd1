/** What a rule has to say, without its words: they stand in the catalogue of each language. */
export const phrases = [
  'do-not-contact',
  'not-opted-in',
  'window.after-24-hours',
  'window.nothing-came',
  'window.bot-writes-first',
  'window.inbox-closed',
  'window.inbox-following',
  'terms.github',
  'terms.discord',
  'broadcast.many',
  'broadcast.advert-unwanted',
  'broadcast.advert-unasked',
  'declined',
  'job-before-introduction',
  'job-before-interest',
  'message-before-connected.engage',
  'message-before-connected.invite',
  'invite-before-acknowledged',
  'no-introduction',
  'nothing-read.none',
  'nothing-read.old',
  'reading-not-shown.title-and-detail',
  'reading-not-shown.title',
  'reading-not-shown.detail',
  'reading-not-shown',
  'false-reading.unread',
  'false-reading.not-in-it',
  'promotes-in-room.jobs',
  'promotes-in-room.promotion',
  'promotes-in-room.share',
  'too-soon',
  'too-soon.day',
  'too-often',
  'quiet-hours',
  'too-long.characters',
  'too-long.sentences',
  'letter-style',
  'register.too-formal',
  'register.too-casual',
  'register.polite-form',
  'register.familiar-form',
  'register.shouting',
  'register.emoji',
  'wrong-language',
] as const
export type Phrase = (typeof phrases)[number]

/** What stands in the `{places}` of a phrase. `stage` and `language` are codes, said in the catalogue's language. */
export type Facts = Readonly<Record<string, string | number>>

/** Why, in at most 14 words, and what to do, in at most 16. */
export type Sentences = { readonly message: string; readonly instead: string }
