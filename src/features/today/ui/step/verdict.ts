import type { Assessment, Context, HistoryItem, Reading, Reason } from '#features/etiquette/model.ts'
import type { PersonPageWire } from '#features/people/wire.ts'
import type { Stage } from '#features/relationships/model.ts'
import type { VerdictLevel, VerdictReason } from '#web/kit/verdict/calm.ts'
import type { ActivityItemWire, MessageView } from '../api.ts'
import type { HandOffPlan } from './plan.ts'

/** What the browser knows for judging a text that goes by hand; the server knows more and judges again. */
export function contextOf(given: {
  plan: HandOffPlan
  person: PersonPageWire
  stage: Stage
  items: readonly ActivityItemWire[]
  messages: readonly MessageView[]
  now: Date
}): Context {
  const { plan, person, stage, items, messages, now } = given
  const readings: Reading[] = items.flatMap(item =>
    item.readAt === null
      ? []
      : [
          {
            title: item.title ?? '',
            text: item.text,
            publishedAt: new Date(item.publishedAt),
            readAt: new Date(item.readAt),
            ...(item.url === null ? {} : { url: item.url }),
          },
        ],
  )
  const history: HistoryItem[] = messages
    .filter(message => message.kind === 'text' && message.retractedAt === null)
    .map(message => ({ from: message.own ? 'me' : 'them', text: message.text, at: new Date(message.sentAt) }))
  return {
    tool: plan.tool,
    surface: plan.surface,
    stage,
    now,
    action: plan.action,
    handOff: true,
    readings,
    history,
    person: { doNotContact: person.doNotContact !== null, ...(person.timeZone ? { timezone: person.timeZone } : {}) },
  }
}

const rank = (reason: Reason) => (reason.hard ? 2 : reason.verdict === 'block' ? 1 : 0)

/** The browser's judgement of every key, and what only the server found about this very text or what holds anyway. */
export function joinReasons(
  here: readonly Reason[],
  server: { text: string; assessment: Assessment } | undefined,
  text: string,
  putAway: ReadonlySet<string>,
): readonly Reason[] {
  const known = new Set(here.map(reason => reason.code))
  const more = (server?.assessment.reasons ?? []).filter(
    reason => !known.has(reason.code) && (server?.text === text || reason.sort === 'already-holds'),
  )
  return [...here, ...more]
    .filter(reason => reason.verdict === 'block' || !putAway.has(reason.code))
    .toSorted((a, b) => rank(b) - rank(a))
}

export function levelOf(reasons: readonly Reason[]): VerdictLevel {
  if (reasons.some(reason => reason.hard)) return 'hard'
  if (reasons.some(reason => reason.verdict === 'block')) return 'block'
  return reasons.length > 0 ? 'warn' : 'allow'
}

/** The kit says "Not yet:" itself. */
export const toVerdictReason = ({ code, message, instead, span, sort }: Reason): VerdictReason => ({
  code,
  message: message.replace(/^Not yet:\s*/, ''),
  instead,
  sort: sort === 'already-holds' ? 'holds' : sort,
  ...(span === undefined ? {} : { span: { start: span[0], end: span[1] } }),
})

/** Takes the marked words out and closes the gap. */
export function cutSpan(text: string, [start, end]: readonly [number, number]): string {
  const before = text.slice(0, start).trimEnd()
  const after = text.slice(end).trimStart()
  return `${before}${before && after ? (/\n\s*$/.test(text.slice(0, start)) ? '\n' : ' ') : ''}${after}`
}
