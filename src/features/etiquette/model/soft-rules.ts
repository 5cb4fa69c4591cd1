import type { Talk } from './job-talk/detect.ts'
import type { Shown } from './shown.ts'
import type { Situation } from './situation.ts'
import { judgeConnection, judgeHour, judgeIntroduction, judgePatience } from './soft-rules/contact.ts'
import { judgeLanguage } from './soft-rules/language.ts'
import { judgeReadings } from './soft-rules/readings.ts'
import { judgeBroadcast, judgeJobTalk, judgeRoom } from './soft-rules/work.ts'
import type { Finding } from './types.ts'

/** Every soft rule of section 5, in its order. */
export function judgeSoft(draft: string, situation: Situation, talk: Talk, shown: Shown | undefined): Finding[] {
  return [
    ...judgeBroadcast(situation, talk),
    ...judgeJobTalk(draft, situation, talk),
    ...judgeConnection(situation),
    ...judgeIntroduction(draft, situation),
    ...judgeReadings(draft, situation, shown),
    ...judgeRoom(draft, situation, talk),
    ...judgePatience(situation),
    ...judgeHour(situation),
    ...judgeLanguage(draft, situation),
  ]
}
