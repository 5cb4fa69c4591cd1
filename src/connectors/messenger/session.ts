import { z } from 'zod'
import { dayMs } from '#kernel/clock.ts'
import type { Account, Host, RemoteId, Session } from '../contract.ts'
import { expectOk, type Graph, graphFor, outcomeOf } from '../meta.ts'
import { calm, exchange, type Http, type Pace, Trouble, watchAccount } from '../vendor.ts'
import { type PageAccount, readAccount } from './account.ts'
import type { Flavour } from './manifest.ts'
import { sendTo, words } from './outgoing.ts'

export type PageDeps = { http: Http; now(): Date; pace?: Pace }

const page = z.object({
  id: z.string().optional(),
  user_id: z.coerce.string().optional(),
  name: z.string().optional(),
  username: z.string().optional(),
})
const renewed = z.object({ access_token: z.string() })
/** Instagram's tokens live sixty days and can be renewed once they are a day old. */
const renewEveryMs = 7 * dayMs

export const graphOf = (account: PageAccount, flavour: Flavour, http: Http): Graph =>
  graphFor(http, {
    base: account.base,
    token: account.token,
    ...(flavour.tool === 'messenger' ? { appSecret: account.appSecret } : {}),
  })

export async function fetchPage(graph: Graph, flavour: Flavour, now: Date, signal: AbortSignal) {
  const found = page.parse(expectOk(await graph.call('me', { query: { fields: flavour.meFields } }, signal), now))
  const id = found.user_id ?? found.id
  if (id === undefined) throw new Trouble('not-found', 'Meta does not say whose token this is.')
  return { id, name: found.name ?? (found.username === undefined ? id : `@${found.username}`) }
}

/** What the app has to be told of; the address itself is entered in the app, for all its pages. */
export const subscribedFields =
  'messages,messaging_postbacks,message_deliveries,message_reads,message_echoes,message_reactions,message_edits'
const instagramFields = 'messages,messaging_postbacks,messaging_seen,message_reactions'

export function openSession(
  given: Account,
  host: Host,
  flavour: Flavour,
  { http, now, pace = calm }: PageDeps,
): Session {
  const parsed = readAccount(given, flavour)
  const watch = watchAccount({ host, now, pace })
  let account = parsed.ok ? parsed.value : undefined
  let graph = account && graphOf(account, flavour, http)
  let begun = false
  let renewedAt = 0
  const noAccount = { kind: 'refused', code: 'wrong-account', text: parsed.ok ? '' : parsed.text } as const

  async function begin(signal: AbortSignal): Promise<void> {
    if (!graph) return
    const found = await fetchPage(graph, flavour, now(), signal)
    if (begun) return
    if (given.values.pageId !== found.id) await host.saveSecrets({ pageId: found.id })
    const fields = flavour.tool === 'messenger' ? subscribedFields : instagramFields
    const answer = await graph.call(
      'me/subscribed_apps',
      { method: 'POST', query: { subscribed_fields: fields } },
      signal,
    )
    try {
      expectOk(answer, now())
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      host.log.warn({ why: error.message }, 'the app could not be subscribed')
    }
    begun = true
  }

  async function renew(signal: AbortSignal): Promise<void> {
    if (!account || flavour.tool !== 'instagram' || now().getTime() - renewedAt < renewEveryMs) return
    renewedAt = now().getTime()
    const query = new URLSearchParams({ grant_type: 'ig_refresh_token', access_token: account.token })
    const found = await exchange(http, `${account.root}/refresh_access_token?${query}`, { signal })
    const token =
      found.kind === 'answer' && found.status === 200 ? renewed.safeParse(found.json).data?.access_token : undefined
    // Younger than a day, or not now: the next time will do.
    if (token === undefined || token === account.token) return
    account = { ...account, token }
    graph = graphOf(account, flavour, http)
    await host.saveSecrets({ [flavour.tokenField]: token })
  }

  async function act(to: RemoteId, action: string, more: object = {}) {
    if (!graph) return undefined
    const json = { recipient: { id: to }, sender_action: action, ...more }
    return graph.call('me/messages', { method: 'POST', json })
  }

  return {
    run: (_cursor, signal) =>
      watch.run(async each => {
        if (!account) throw new Trouble('wrong-credentials', parsed.ok ? '' : parsed.text)
        await begin(each)
        await renew(each)
      }, signal),
    async send(request, signal) {
      if (!account || !graph) return noAccount
      const outcome = await sendTo(graph, flavour, account, request, now, signal)
      if (outcome.kind !== 'accepted') watch.wake()
      return outcome
    },
    bucket: to => to.id,
    capabilities: () => flavour.manifest.capabilities,
    signals: {
      typing: async (to, on) => void (await act(to.id, on ? 'typing_on' : 'typing_off')),
      read: async to => void (await act(to.id, 'mark_seen')),
      setPresence: async () => {},
    },
    reactions: {
      async react(to, target, emoji) {
        const [only] = emoji.slice(-1)
        // Instagram knows one reaction of a business: love.
        const reaction = flavour.tool === 'instagram' ? 'love' : only
        const payload = only === undefined ? { message_id: target } : { message_id: target, reaction }
        const found = await act(to.id, only === undefined ? 'unreact' : 'react', { payload })
        if (!found) return noAccount
        return outcomeOf(found, { now: now(), words, key: () => `reaction:${target}` })
      },
    },
    async [Symbol.asyncDispose]() {},
  }
}
