import { once } from 'node:events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Session } from '#connectors/contract.ts'
import { findConnector } from '#connectors/registry.ts'
import { startSessions } from '#features/conversations/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { allowNetworks, createHttpClient } from '#platform/http.ts'
import { startListener } from '#server/listener.ts'
import { startWakes } from '#server/wakes.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'

const silent = { info: () => {}, warn: () => {} }

test('what was queued while the listening line was away leaves when the line is back', async () => {
  await using database = await startTestDatabase()
  const { db } = database
  const { workspace, connection } = await seedConnection(db)
  const allowAddress = allowNetworks([])
  await using http = createHttpClient({ allowAddress })
  const xmpp = await findConnector('xmpp', { http, allowAddress })
  if (!xmpp) throw new Error('XMPP is there')
  const arrived: string[] = []
  await using listener = await startListener(database.url, silent)
  await using wakes = await startWakes(listener)
  await using _sessions = await startSessions({
    db,
    clock: systemClock,
    log: silent,
    recordSpoken: async () => {},
    connectorOf: async () => ({
      ...xmpp,
      open: (_, host): Session => ({
        async run(_cursor, signal) {
          host.state({ kind: 'connected' })
          await once(signal, 'abort')
        },
        async send(request) {
          arrived.push(request.text)
          return { kind: 'accepted', key: request.txn, at: new Date() }
        },
        bucket: to => to.id,
        capabilities: () => {
          throw new Error('not asked here')
        },
        async [Symbol.asyncDispose]() {},
      }),
    }),
    accountOf: () => ({ id: connection, values: {}, secrets: {} }),
    vault: { seal: text => text, unseal: text => text },
    onWake: wakes.onWake,
    soleNode: true,
  })
  /** As `insertOutbox` writes it; `told` says whether anybody hears of it. */
  const queue = (text: string, told: boolean) =>
    inWorkspace(db, workspace, async tx => {
      const payload = JSON.stringify({ to: { id: 'mara@example.org', kind: 'direct' }, text })
      await sql`insert into outbox (workspace_id, message_id, connection_id, action, payload, bucket, state, not_before)
        values (${workspace}, ${newId()}, ${connection}, 'forward', ${payload}::jsonb, 'mara', 'queued', now())`.execute(
        tx,
      )
      if (told) await sql`select pg_notify('kith_outbox', ${connection})`.execute(tx)
    })
  await queue('heard', true)
  await expect.poll(() => arrived, { timeout: 20_000 }).toEqual(['heard'])
  await queue('unheard', false)
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kith listener' and datname = current_database()",
  )
  await expect.poll(() => arrived, { timeout: 20_000 }).toEqual(['heard', 'unheard'])
})
