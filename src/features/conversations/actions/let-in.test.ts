import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hourMs } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { openKeyring } from '#platform/secrets.ts'
import { fediverseConnector, startContractNetwork } from '#tests/servers/fediverse.ts'
import { createTestClock } from '#tests/servers/workspace.ts'
import { beginLetIn, finishLetIn } from './let-in.ts'

const never = new AbortController().signal

async function keyFolder() {
  const path = await mkdtemp(join(tmpdir(), 'kith-let-in-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

test('a sign-in is finished by who began it, within the hour, and only its page and a sealed ticket leave the server', async () => {
  await using network = await startContractNetwork()
  const clock = createTestClock('2026-11-23T10:00:00Z')
  const connector = fediverseConnector()
  await using folder = await keyFolder()
  const deps = {
    clock,
    vault: await openKeyring(join(folder.path, 'keys')),
    connectors: async () => [connector],
  }
  const mara: Caller = { workspace: newId<'Workspace'>(), user: newId<'User'>(), role: 'recruiter' }
  const { token: _, ...values } = network.account.values
  const begun = await beginLetIn(deps, mara, { tool: 'mastodon', values }, never)
  if (!begun.ok || !begun.value.ok) throw new Error(JSON.stringify(begun))
  const { url, ticket } = begun.value
  expect(ticket).not.toContain(new URL(url).searchParams.get('client_id'))
  const code = network.server.letIn('recruiter', url)
  const over = { ok: false, refusal: { code: 'ticket-over' } }
  const colleague = { ...mara, user: newId<'User'>() }
  expect(await finishLetIn(deps, colleague, { ticket, code }, never)).toEqual(over)
  expect(await finishLetIn(deps, mara, { ticket: 'made up', code }, never)).toEqual(over)
  expect(await finishLetIn(deps, mara, { ticket, code }, never)).toEqual({
    ok: true,
    value: { ok: true, values: { token: network.account.values.token } },
  })
  clock.pass(hourMs + 1)
  expect(await finishLetIn(deps, mara, { ticket, code }, never)).toEqual(over)
  expect(await beginLetIn(deps, mara, { tool: 'xmpp', values }, never)).toMatchObject({
    refusal: { code: 'no-such-tool' },
  })
})
