import type { Inside, View } from '../view.ts'
import type { MoreWords } from './words.ts'

/** What the parts that are loaded on demand are given. `offline`: what is said when the server is away. */
export type MoreParts = { view: View; inside: Inside; more: MoreWords; offline: string }
