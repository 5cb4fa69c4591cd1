import { expect, test } from 'vitest'
import { findComparator } from './comparators.ts'
import { seededRandom } from './int-hash.ts'
import type { Meaning } from './meanings.ts'
import { undecided } from './shortcuts.ts'

const parts =
  'ana ruiz an 44 7911 acme labs gmbh senior data engineer a b co example gmail com linkedin.com/in/ github.com/ruiz ruizz'.split(
    ' ',
  )

/** Short texts of few parts, so that many are alike in one way or another. */
function made(meaning: Meaning, count: number): string[] {
  const random = seededRandom(5)
  const pick = () => parts[Math.floor(random() * parts.length)] ?? ''
  const values = new Set<string>()
  while (values.size < count) {
    const text = Array.from({ length: 1 + Math.floor(random() * 4) }, pick)
    const digits = Array.from({ length: 7 + Math.floor(random() * 5) }, () => Math.floor(random() ** 2 * 10)).join('')
    if (meaning === 'phone') values.add(random() < 0.5 ? `+44${digits}` : digits)
    else if (meaning === 'e-mail') values.add(`${text.join('')}@${pick()}.com`)
    else if (meaning === 'url') values.add(text.join(''))
    else values.add(text.join(' '))
  }
  return ['', ...values]
}

test.each(['e-mail', 'phone', 'url', 'employer', 'title'] as const)(
  'a shortcut says of two values of %s what the comparison would say',
  meaning => {
    const comparator = findComparator(meaning)
    const values = made(meaning, 320)
    const shortcut = comparator?.shortcut?.(values)
    let decided = 0
    for (let one = 1; one < values.length; one++)
      for (let other = one + 1; other < values.length; other++) {
        const level = shortcut?.look(one, other) ?? undecided
        if (level !== undecided) decided++
        const wanted = comparator?.compare(values[one]!, values[other]!)
        if ((level !== undecided && level !== wanted) || shortcut?.read(one, other) !== wanted)
          expect([values[one], values[other], level]).toEqual([])
      }
    expect(decided).toBeGreaterThan(5_000)
  },
)
