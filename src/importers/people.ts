import type { ImportRecord, PersonRecord, ProfileRecord } from './contract.ts'
import { emptyProfile } from './profiles.ts'

/** A person of whom only this much is known. */
export const personNamed = (fullName: string, profiles: readonly ProfileRecord[] = []): PersonRecord => ({
  fullName,
  emails: [],
  phones: [],
  urls: [],
  tags: [],
  profiles,
})

/** An account that the file names without its address. */
export const profileNamed = (tool: ProfileRecord['tool'], displayName: string): ProfileRecord => ({
  tool,
  displayName,
  ...emptyProfile,
})

/** The member only where it says something. */
export const filled = <K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> => {
  const record: Partial<Record<K, string>> = {}
  const text = value?.trim()
  if (text) record[key] = text
  return record
}

export const rejected = (
  file: string,
  row: number,
  why: string,
  raw: string,
  columns?: readonly string[],
): ImportRecord => ({
  kind: 'rejected',
  file,
  row,
  why,
  raw: raw.slice(0, 2_000),
  ...(columns === undefined ? {} : { columns }),
})

/** ISO instant of seconds or milliseconds since 1970; undefined outside of the years 1990–2100. */
export function instantOf(value: number, unit: 'seconds' | 'milliseconds'): string | undefined {
  const at = unit === 'seconds' ? value * 1_000 : value
  return at > 631_152_000_000 && at < 4_102_444_800_000 ? new Date(at).toISOString() : undefined
}
