import { dayMs, hourMs, minuteMs } from '#kernel/clock.ts'
import type { SampleChat, SampleItem, SamplePerson, SampleReading, SampleTouch } from './plan.ts'
import type { Random } from './random.ts'

type History = { readings: SampleReading[]; touches: SampleTouch[]; after: SampleTouch[] }

const rungs = ['found', 'read', 'engaged', 'acknowledged'] as const

/** What led to where they stand: read, a public answer, theirs, an invitation; before the chat began, at most `before`. */
export function makeHistory(
  random: Random,
  person: SamplePerson,
  index: number,
  items: readonly (SampleItem & { index: number })[],
  chat: SampleChat | undefined,
  now: Date,
): History {
  const { standing } = person
  if (standing === 'found' || standing === 'visitor') return { readings: [], touches: [], after: [] }
  const start =
    chat?.messages[0]?.at.getTime() ?? now.getTime() - random.between(1, 150) * dayMs + random.between(0, 8) * hourMs
  const steps = chat ? 3 : rungs.findIndex(rung => rung === standing)
  let at = chat ? start - random.between(4, 12) * dayMs : Math.min(start, now.getTime() - steps * dayMs)
  const known = items.filter(item => item.publishedAt.getTime() <= at)
  const titled = known.filter(item => item.title !== undefined)
  const shown = (titled.length > 0 ? titled : known.length > 0 ? known : items).slice(-random.between(1, 3))
  const last = shown.at(-1)
  if (!last) return { readings: [], touches: [], after: [] }
  if (last.publishedAt.getTime() > at)
    at = Math.min(last.publishedAt.getTime() + hourMs, start - 2 * minuteMs, now.getTime() - minuteMs)
  const readings = shown.map((item, number) => ({
    person: index,
    item: item.index,
    at: new Date(at - (shown.length - 1 - number) * 7 * minuteMs),
    visibleMs: Math.max(12_000, item.text.length * 35),
  }))
  const touches: SampleTouch[] = readings.map(({ item, at: readAt }) => ({
    person: index,
    kind: 'reading',
    tool: items.find(one => one.index === item)?.tool ?? last.tool,
    at: readAt,
    item,
  }))
  const until = chat ? start : now.getTime()
  const later = (share: number) => new Date(at + Math.max(0, until - minuteMs - at) * share)
  const { tool } = last
  if (steps >= 2)
    touches.push({ person: index, kind: 'comment', tool, surface: 'public', at: later(0.2), item: last.index })
  if (steps >= 3)
    touches.push({
      person: index,
      kind: random.chance(0.6) ? 'their-public-reply' : 'their-reaction',
      tool,
      surface: 'public',
      at: later(0.45),
      item: last.index,
    })
  if (chat?.messages[0]?.own) {
    touches.push({ person: index, kind: 'invite-sent', tool: chat.tool, surface: 'direct', at: later(0.7) })
    touches.push({ person: index, kind: 'invite-accepted', tool: chat.tool, surface: 'direct', at: later(0.95) })
  }
  return { readings, touches, after: afterChat(person, index, chat, now) }
}

function afterChat(person: SamplePerson, index: number, chat: SampleChat | undefined, now: Date): SampleTouch[] {
  const end = chat?.messages.at(-1)?.at.getTime()
  if (!chat || end === undefined) return []
  const touch = (kind: SampleTouch['kind']): SampleTouch[] => [
    {
      person: index,
      kind,
      tool: chat.tool,
      surface: 'direct',
      at: new Date(Math.min(end + 10 * minuteMs, now.getTime())),
    },
  ]
  if (person.standing === 'candidate') return touch('became-candidate')
  return person.standing === 'referrer' ? touch('referred') : []
}
