import { z } from 'zod'
import type { NetworkEvent } from '../contract.ts'
import type { DiscordApi } from './api.ts'
import { type DiscordMessage, isNewer, message, momentOf } from './objects.ts'

const page = 100
const mostPages = 50
/** Of a channel that Kith sees for the first time. */
const firstMessages = 50

const oldestFirst = (messages: readonly DiscordMessage[]) => messages.toSorted((a, b) => (isNewer(a.id, b.id) ? 1 : -1))

export const messagesIn = (
  api: DiscordApi,
  channel: string,
  query: { after?: string; before?: string; limit: number },
  signal: AbortSignal,
): Promise<DiscordMessage[]> =>
  api
    .read(`/channels/${channel}/messages`, z.array(message).nullable(), { query, signal })
    .then(found => oldestFirst(found ?? []))

/** Everything after `after`, page by page; `rest` is where reading stopped when there was too much. */
export async function missedIn(
  api: DiscordApi,
  channel: string,
  after: string,
  signal: AbortSignal,
): Promise<{ messages: DiscordMessage[]; rest: string | undefined }> {
  const messages: DiscordMessage[] = []
  let last = after
  for (let pages = 0; pages < mostPages; pages += 1) {
    const found = await messagesIn(api, channel, { after: last, limit: page }, signal)
    messages.push(...found)
    last = found.at(-1)?.id ?? last
    if (found.length < page) return { messages, rest: undefined }
  }
  return { messages, rest: last }
}

export const lastIn = (api: DiscordApi, channel: string, signal: AbortSignal): Promise<DiscordMessage[]> =>
  messagesIn(api, channel, { limit: firstMessages }, signal)

/** For a channel in which more was said than Kith reads at once: the rest is a gap that the recruiter can fill. */
export function gapAfter(
  rest: string,
  conversation: NonNullable<Extract<NetworkEvent, { kind: 'gap' }>['conversation']>,
  to: Date,
): NetworkEvent {
  return {
    kind: 'gap',
    key: `discord:gap:${conversation.id}:${rest}`,
    conversation,
    from: momentOf(rest),
    to,
    why: 'More was said here while Kith was off than it reads at once.',
  }
}
