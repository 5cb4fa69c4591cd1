import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
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

/** What another feature puts into a recruiter's calendar; it takes no time from anybody. */
export type CalendarEntry = {
  /** Stays the same while the entry changes. */
  id: string
  /** A calendar day (`2026-11-30`), or an instant. */
  on: string | Date
  summary: string
  /** Where it stands in Kith. */
  path: string
  changedAt: Date
  revision: number
  isOver: boolean
  remindAt: Date | null
}

const glanceMs = 15 * 60_000

function addEntry(calendar: ICalCalendar, entry: CalendarEntry, url: string): void {
  const { id, on, summary, path, changedAt, revision, isOver, remindAt } = entry
  const event = calendar.createEvent({
    id: `${id}@${new URL(url).hostname}`,
    ...(typeof on === 'string'
      ? { start: new Date(`${on}T00:00:00Z`), allDay: true }
      : { start: on, end: new Date(on.getTime() + glanceMs) }),
    stamp: changedAt,
    sequence: revision,
    summary,
    url: `${url}${path}`,
    transparency: ICalEventTransparency.TRANSPARENT,
    status: isOver ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (remindAt && !isOver) event.createAlarm({ type: ICalAlarmType.display, trigger: remindAt })
}

const prodId = { company: 'Kith', product: 'Kith', language: 'EN' } as const

/** One interview to put into a calendar, or to take out of it. */
export function interviewIcs(interview: Interview, url: string): string {
  const calendar = ical({ prodId, method: ICalCalendarMethod.PUBLISH })
  addEvent(calendar, interview, url)
  return calendar.toString()
}

/** Everything a recruiter interviews, and what else is on their mind, for a calendar program that asks again and again. */
export function calendarIcs(
  interviews: readonly Interview[],
  entries: readonly CalendarEntry[],
  url: string,
  name: string,
): string {
  const calendar = ical({ prodId, name, ttl: 900 })
  for (const interview of interviews) addEvent(calendar, interview, url)
  for (const entry of entries) addEntry(calendar, entry, url)
  return calendar.toString()
}
