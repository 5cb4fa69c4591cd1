import type { Stage } from '#features/relationships/model.ts'
import type { Surface, ToolId } from '#kernel/tools.ts'
import type { Code } from './codes.ts'
import type { Next } from './next.ts'
import type { Policy } from './policy.ts'
import type { Span } from './text.ts'
import type { Facts, Phrase, Sentences } from './words/phrases.ts'

export type { Facts }

export const actions = ['message', 'invite', 'comment', 'post'] as const
export type Action = (typeof actions)[number]

export type Reading = { title: string; text: string; url?: string; publishedAt?: Date; readAt?: Date }
export type HistoryItem = { from: 'them' | 'me'; text: string; at?: Date }
/** What somebody settled about a room: it goes before how the room's own words are read. `days`: job posts on these only, 0 = Sunday. */
export type Settled = {
  jobs?: 'forbidden' | 'allowed' | { days: readonly number[] }
  promotion?: 'forbidden' | 'allowed'
}
export type Room = { norms?: string; promoShare?: number; settled?: Settled }
export type PersonFacts = {
  timezone?: string
  online?: boolean
  doNotContact?: boolean
  /** Their own inbox setting where the tool has one (Bluesky): who may start a chat with them. */
  allowIncoming?: 'all' | 'following' | 'none'
}

/** Everything that is known when a draft is judged. What is left out counts as not known, and where it matters as not there. */
export type Context = {
  tool: ToolId
  surface: Surface
  stage: Stage
  now: Date
  action?: Action
  via?: ToolId
  handOff?: boolean
  /** A text that the tool approved goes out: its window does not hold it, and who never wrote must have agreed (`optedIn`). */
  template?: boolean
  /** When they last wrote over this tool, which opens its window; null: never. Left out, it is the last in `history`. */
  heardAt?: Date | null
  recipients?: number
  optedIn?: boolean
  room?: Room
  readings?: readonly Reading[]
  history?: readonly HistoryItem[]
  /** The workspace's limits; Kith's own where there are none. */
  policy?: Policy
  person?: PersonFacts
}

export type Verdict = 'allow' | 'warn' | 'block'

/** When it shows: it already holds before the first letter, it stands in the draft, or it is still missing from it. */
export type Sort = 'already-holds' | 'written' | 'missing'

/** The one button that helps. */
export type Remedy =
  | 'cut'
  | 'split'
  | 'read'
  | 'send-later'
  | 'introduce'
  | 'mention'
  | 'wait'
  | 'engage'
  | 'invite'
  | 'none'

/** What a rule found, before it is put into words. */
export type Finding = {
  code: Code
  verdict: 'warn' | 'block'
  hard: boolean
  sort: Sort
  phrase: Phrase
  facts: Facts
  action: Remedy
  span?: Span
  /** The words that show it. */
  words?: readonly string[]
}

/** With why, in at most 14 words, and what to do instead, in at most 16. */
export type Reason = Finding & Sentences

export type Assessment = { verdict: Verdict; hard: boolean; reasons: readonly Reason[]; next: Next }
