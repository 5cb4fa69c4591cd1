import type { Span } from '../text.ts'

export type FalseReading = { span: Span; kind: 'not-among-readings' | 'not-in-it'; about: string }
