import type { Context, HistoryItem, Policy, Reading } from '#features/etiquette/model.ts'
import type { PersonPageWire } from '#features/people/wire.ts'
import type { Stage } from '#features/relationships/model.ts'
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
  policy: Policy | undefined
}): Context {
  const { plan, person, stage, items, messages, now, policy } = given
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
    ...(policy && { policy }),
    action: plan.action,
    handOff: true,
    readings,
    history,
    person: { doNotContact: person.doNotContact !== null, ...(person.timeZone ? { timezone: person.timeZone } : {}) },
  }
}
