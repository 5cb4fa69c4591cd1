import type { Field } from './fields.ts'
import type { Meaning } from './meanings.ts'

/** How often two persons taken at random have the same value: what is assumed before a list says more. */
const usualAgreement: Partial<Record<Meaning, number>> = {
  'given-name': 0.008,
  surname: 0.002,
  'middle-name': 0.02,
  'birth-date': 0.0001,
  'e-mail': 2e-6,
  phone: 3e-6,
  url: 2e-6,
  handle: 1e-5,
  'national-id': 2e-6,
  'street-number': 0.02,
  address: 0.001,
  postcode: 0.001,
  place: 0.02,
  region: 0.15,
  country: 0.5,
  employer: 0.01,
  title: 0.03,
  gender: 0.5,
  category: 0.4,
  text: 0.03,
}

/** The u of each level before a list says more: from that of equality, less telling with every level below it. */
export function usualShares(field: Pick<Field, 'meaning' | 'levels'>): Float64Array {
  const top = field.levels.length - 1
  const same = usualAgreement[field.meaning] ?? 0.05
  const weight = Math.log2(Math.max(1.01, field.levels[top]!.m / same))
  const shares = new Float64Array(top + 1)
  let rest = 1 - same
  for (let level = 2; level < top; level++) {
    const share = field.levels[level]!.m / 2 ** (weight * 0.8 * ((level - 1) / (top - 1)))
    shares[level] = share
    rest -= share
  }
  shares[1] = Math.max(0.05, rest)
  shares[top] = same
  return shares
}
