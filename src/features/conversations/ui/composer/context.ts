import type { Context, HistoryItem } from '#features/etiquette/model.ts'

/** The context as it was on the server, and how far its clock is from ours. */
export type JudgingContext = { context: Context; aheadMs: number }

const dateKeys = new Set(['now', 'at', 'heardAt', 'readAt', 'publishedAt'])

/** JSON has no dates: those of the context are read back, by their names. */
export function reviveContext(given: unknown): Context {
  const text = JSON.stringify(given)
  return JSON.parse(text, (key, value: unknown) =>
    dateKeys.has(key) && typeof value === 'string' ? new Date(value) : value,
  ) as Context
}

export function judgingFrom(given: unknown): JudgingContext {
  const context = reviveContext(given)
  return { context, aheadMs: context.now.getTime() - Date.now() }
}

/** The context at this moment; a pending draft counts as ours only once it is sent. */
export function contextNow({ context, aheadMs }: JudgingContext, action: 'message' | 'invite'): Context {
  return { ...context, now: new Date(Date.now() + aheadMs), action }
}

/** What was just sent from here, before the server's context knows it. */
export function withSent({ context, aheadMs }: JudgingContext, text: string): JudgingContext {
  const item: HistoryItem = { from: 'me', text, at: new Date(Date.now() + aheadMs) }
  return { aheadMs, context: { ...context, history: [...(context.history ?? []), item] } }
}
