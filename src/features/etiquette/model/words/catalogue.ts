import type { Stage } from '#features/relationships/model.ts'
import type { NextStep } from '../next.ts'
import type { Phrase, Sentences } from './phrases.ts'

/** All that the etiquette says, in one language. */
export type Catalogue = {
  phrases: Readonly<Record<Phrase, Sentences>>
  steps: Readonly<Record<NextStep, string>>
  /** The step “send” of a draft that takes up `{word}` of `{title}`. */
  sendAbout: string
  stages: Readonly<Record<Stage, string>>
}
