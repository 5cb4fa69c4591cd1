import type { JobTalk } from '../job-talk/detect.ts'
import { localTime } from '../quiet-hours.ts'
import type { Situation } from '../situation.ts'
import type { Reason, Sort } from '../types.ts'

type Soft = Omit<Reason, 'verdict' | 'hard' | 'sort'>
export const warn = (sort: Sort, reason: Soft): Reason => ({ ...reason, verdict: 'warn', hard: false, sort })
export const block = (sort: Sort, reason: Soft): Reason => ({ ...reason, verdict: 'block', hard: false, sort })

export function evidenceWords(talk: JobTalk): readonly string[] {
  return [...new Set(talk.evidence.slice(0, 3).map(item => item.words))].filter(words => words !== '')
}

export function weekdayOf({ context }: Situation): number {
  return localTime(context.now, context.person?.timezone ?? 'UTC')?.weekday ?? context.now.getUTCDay()
}
