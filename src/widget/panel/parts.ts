import type { Place } from './place.ts'
import type { Talk } from './talk.ts'
import type { Words } from './words.ts'

/** What every part of the panel is given. */
export type Parts = { place: Place; talk: Talk; words: Words; language: string }
