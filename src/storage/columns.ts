import { type RawBuilder, sql } from 'kysely'
import { arrayBytes } from './array-bytes.ts'

type Texts = readonly (string | null | undefined)[]

/**
 * A text column of rows that one statement writes or looks for, to stand beside an `unnest` of as many values. One that says the same
 * in every row, nothing as a rule, is said once: it costs neither side anything.
 */
export function textColumn(values: Texts): RawBuilder<string | null> {
  const first = values[0] ?? null
  for (const value of values) if ((value ?? null) !== first) return sql`unnest(${arrayBytes('text', values)}::text[])`
  return sql`${first && first.replaceAll('\u0000', '')}::text`
}
