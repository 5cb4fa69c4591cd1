import { memory } from './remember.ts'
import type { Reading } from './types.ts'

/**
 * What is worked out once of a reading: known by identity while somebody types, by what it says when the same reading comes again from
 * the wire. `make` looks at nothing but its title and its text.
 */
export function perReading<T>(make: (reading: Reading) => T, most = 100): (reading: Reading) => T {
  const known = new WeakMap<Reading, T>()
  const byText = memory<T>(most)
  return reading => {
    const seen = known.get(reading)
    if (seen !== undefined) return seen
    const made = byText(`${reading.title.replaceAll('\0', ' ')}\0${reading.text}`, () => make(reading))
    known.set(reading, made)
    return made
  }
}
