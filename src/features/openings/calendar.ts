import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Interview } from './store/judgements.ts'

const statusOf = {
  proposed: ICalEventStatus.TENTATIVE,
  agreed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const

function addEvent(calendar: ICalCalendar, interview: Interview, url: string): void {
  const { title, name, startsAt, minutes, place, interviewerNames } = interview
  calendar.createEvent({
    id: `${interview.id}@${new URL(url).hostname}`,
    // An instant in UTC: every calendar shows it on its own clock, also when the clocks change in between.
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * 60_000),
    stamp: interview.changedAt,
    sequence: interview.revision,
    summary: `${name}, ${title}`,
    ...(place === '' ? {} : { location: place }),
    ...(interviewerNames.length > 0 ? { description: interviewerNames.join(', ') } : {}),
    url: `${url}/openings/${interview.opening}/people/${interview.candidacy}`,
    status: statusOf[interview.state],
  })
}

const prodId = { company: 'Kith', product: 'Kith', language: 'EN' } as const

/** One interview to put into a calendar, or to take out of it. */
export function interviewIcs(interview: Interview, url: string): string {
  const calendar = ical({ prodId, method: ICalCalendarMethod.PUBLISH })
  addEvent(calendar, interview, url)
  return calendar.toString()
}

/** Everything a recruiter interviews, for a calendar program that asks again and again. */
export function calendarIcs(interviews: readonly Interview[], url: string, name: string): string {
  const calendar = ical({ prodId, name, ttl: 900 })
  for (const interview of interviews) addEvent(calendar, interview, url)
  return calendar.toString()
}
