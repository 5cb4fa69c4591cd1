import type { Span } from '../text.ts'

/** `takesUp`: it says otherwise what a reading says, so that it was read. */
export type FalseReading = { span: Span; kind: 'not-among-readings' | 'not-in-it'; about: string; takesUp?: boolean }
