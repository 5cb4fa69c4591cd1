import type { Report } from './queries.ts'

const isMonth = (text: unknown): text is string => typeof text === 'string' && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(text)
const monthOf = (at: Date) => at.toISOString().slice(0, 7)

/** What the address asks for; without months the last three. */
export function reportFrom(search: Readonly<Record<string, unknown>>, now: Date): Report {
  const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2, 1))
  const given = (name: 'recruiter' | 'code' | 'outcome') => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? { [name]: value } : {}
  }
  return {
    from: isMonth(search.from) ? search.from : monthOf(start),
    to: isMonth(search.to) ? search.to : monthOf(now),
    ...given('recruiter'),
    ...given('code'),
    ...given('outcome'),
  }
}

export const isFiltered = ({ recruiter, code, outcome }: Report) => !!(recruiter ?? code ?? outcome)

/** The last two years and what is asked for, latest first. */
export function monthChoices(now: Date, ...asked: readonly string[]): string[] {
  const latest = Array.from({ length: 24 }, (_, back) =>
    monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))),
  )
  return [...new Set([...latest, ...asked])].sort().reverse()
}
