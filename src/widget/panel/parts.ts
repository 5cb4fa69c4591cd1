import type { Place } from './place.ts'
import type { Talk } from './talk.ts'
import type { Words } from './words.ts'

/** What every part of the panel is given. `language` as the visitor's region writes it, `short` as its words are filed. */
export type Parts = { place: Place; talk: Talk; words: Words; language: string; short: string }
