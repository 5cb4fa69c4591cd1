import type { Account, Connector, Host, WebhookRequest } from '#connectors/contract.ts'

export type Knock = Pick<WebhookRequest, 'method' | 'headers'> & { url?: string; body: string | Uint8Array }
export type DoorAnswer = { status: number; body: string }

/** What the server's route does, for a connector alone: commits first, answers then. Closed while no session is open. */
export function webhookDoor(connector: Connector): {
  connector: Connector
  knock(account: Account, given: Knock): Promise<DoorAnswer>
} {
  const open = new Map<string, Host>()
  return {
    connector: {
      ...connector,
      open(account, host) {
        open.set(account.id, host)
        const session = connector.open(account, host)
        const dispose = session[Symbol.asyncDispose].bind(session)
        return Object.assign(session, {
          async [Symbol.asyncDispose]() {
            if (open.get(account.id) === host) open.delete(account.id)
            await dispose()
          },
        })
      },
    },
    async knock(account, { method, headers, body, url = account.webhookUrl ?? 'https://kith.example/hook' }) {
      const host = open.get(account.id)
      if (!host || !connector.webhook) return { status: 503, body: '' }
      const answer = await connector.webhook.receive(
        account,
        {
          method,
          url,
          query: new URL(url).searchParams,
          headers,
          body: typeof body === 'string' ? Buffer.from(body) : body,
          word: account.webhookWord ?? '',
          at: new Date(),
        },
        new AbortController().signal,
      )
      if (answer.kind === 'refused') return { status: answer.status, body: '' }
      if (answer.kind === 'events') await host.commit(answer.events)
      return { status: 200, body: answer.answer?.body ?? '' }
    },
  }
}

const patienceMs = 200
const pauseMs = 40

/** A vendor's delivery: one after another, each again and again until it is answered with 200. */
export function courier(deliver: (item: () => Knock) => Promise<DoorAnswer>): {
  bring(item: () => Knock): void
  /** Everything was delivered, or at least tried. */
  settled(): Promise<void>
  /** How often something was tried again. */
  retries(): number
} & AsyncDisposable {
  const waiting: { item: () => Knock; tried: boolean }[] = []
  let stopped = false
  let retries = 0
  let working: Promise<void> | undefined
  const work = async () => {
    for (let next = waiting[0]; next && !stopped; next = waiting[0]) {
      const { item } = next
      const late = new Promise<DoorAnswer>(resolve => setTimeout(resolve, patienceMs, { status: 504, body: '' }))
      const answer = await Promise.race([deliver(item).catch((): DoorAnswer => ({ status: 500, body: '' })), late])
      next.tried = true
      if (answer.status === 200) waiting.shift()
      else {
        retries += 1
        await new Promise(resolve => setTimeout(resolve, pauseMs))
      }
    }
    working = undefined
  }
  return {
    bring(item) {
      waiting.push({ item, tried: false })
      working ??= work()
    },
    async settled() {
      while (waiting[0] && !waiting[0].tried) await new Promise(resolve => setTimeout(resolve, 10))
    },
    retries: () => retries,
    async [Symbol.asyncDispose]() {
      stopped = true
      await working
    },
  }
}

/** Looks until it is so. */
export async function until(what: string, holds: () => boolean, timeoutMs = 30_000): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what}`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
