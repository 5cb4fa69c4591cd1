import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { eventually, type KithServer } from '../servers/kith.ts'

const made = z.object({ id: z.string() })
const connections = z.object({ connections: z.array(z.looseObject({ id: z.string(), state: z.string() })) })
const inbox = z.object({
  conversations: z.array(z.looseObject({ id: z.string(), tool: z.string(), kind: z.string(), address: z.string() })),
  next: z.string().nullable(),
})
const page = z.object({
  messages: z.array(z.looseObject({ own: z.boolean(), text: z.string(), delivery: z.string(), kind: z.string() })),
  next: z.string().nullable(),
})

export type Shown = { own: boolean; text: string; delivery: string; kind: string }

export async function connect(kith: KithServer, tool: string, values: Readonly<Record<string, string>>) {
  const { id } = await kith.api.call('POST', '/api/v1/connections', made, { tool, label: tool, values })
  await untilConnected(kith, id)
  return id
}

export const untilConnected = (kith: KithServer, id: string) =>
  eventually(async () => {
    const { connections: all } = await kith.api.call('GET', '/api/v1/connections', connections)
    const state = all.find(each => each.id === id)?.state
    if (state !== 'connected') throw new Error(`The connection is ${state}. ${kith.log().slice(-2_000)}`)
    // Prosody walks through its whole archive for every page, and on a busy machine there are many.
  }, 600_000)

export const untilReady = (kith: KithServer) =>
  eventually(async () => {
    const { status } = await kith.api.ask('GET', '/readyz').catch(() => ({ status: 0 }))
    if (status !== 200) throw new Error(`Kith is not ready: ${status}. ${kith.log().slice(-2_000)}`)
  }, 120_000)

/** Everything in the inbox by the address of the other side. */
export async function readInbox(kith: KithServer, tool: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const view of ['all', 'requests']) {
    let cursor: string | null = ''
    while (cursor !== null) {
      const query = new URLSearchParams({ view, tool, limit: '100', ...(cursor ? { cursor } : {}) })
      const answer: z.infer<typeof inbox> = await kith.api.call('GET', `/api/v1/conversations?${query}`, inbox)
      for (const { address, id } of answer.conversations) found.set(address, id)
      cursor = answer.next
    }
  }
  return found
}

/** A whole thread, oldest first. */
export async function readThread(kith: KithServer, conversation: string): Promise<Shown[]> {
  const shown: Shown[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query = new URLSearchParams({ limit: '200', ...(cursor ? { cursor } : {}) })
    const answer: z.infer<typeof page> = await kith.api.call(
      'GET',
      `/api/v1/conversations/${conversation}/messages?${query}`,
      page,
    )
    shown.push(...answer.messages)
    cursor = answer.next
  }
  return shown.reverse()
}

/** The first process of Kith's own database; empty while there is none. */
export const databaseOf = async (kith: KithServer): Promise<string> =>
  (await readFile(join(kith.dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  )[0] ?? ''
