import type { JobTalk } from '../job-talk/detect.ts'
import { localTime } from '../quiet-hours.ts'
import type { Situation } from '../situation.ts'
import type { Finding, Sort } from '../types.ts'
import type { Facts } from '../words/phrases.ts'

type Soft = Omit<Finding, 'verdict' | 'hard' | 'sort' | 'facts'> & { facts?: Facts }
export const warn = (sort: Sort, soft: Soft): Finding => ({ facts: {}, ...soft, verdict: 'warn', hard: false, sort })
export const block = (sort: Sort, soft: Soft): Finding => ({ facts: {}, ...soft, verdict: 'block', hard: false, sort })

export function evidenceWords(talk: JobTalk): readonly string[] {
  return [...new Set(talk.evidence.slice(0, 3).map(item => item.words))].filter(words => words !== '')
}

export function weekdayOf({ context }: Situation): number {
  return localTime(context.now, context.person?.timezone ?? 'UTC')?.weekday ?? context.now.getUTCDay()
}
