import { parseId } from '#kernel/ids.ts'
import type { Citation, Fit } from './model/fit.ts'
import type { FitWire } from './wire.ts'

type CiteWire = FitWire['terms'][number]['cites'][number]

const viewCite = (cite: Citation): CiteWire[] => {
  if (cite.kind === 'item') {
    const item = parseId<'Activity'>(cite.item)
    return item ? [{ kind: 'item', item, text: cite.text, at: cite.at.toISOString() }] : []
  }
  const profile = cite.profile === null ? null : (parseId<'Profile'>(cite.profile) ?? null)
  return [{ kind: cite.kind, profile, text: cite.text }]
}

export const viewFit = (fit: Fit): FitWire => ({
  ...fit,
  terms: fit.terms.map(term => ({ ...term, km: term.km ?? null, cites: term.cites.flatMap(viewCite) })),
})
