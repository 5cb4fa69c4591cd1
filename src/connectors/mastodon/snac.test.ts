import { expect, test } from 'vitest'
import { recordingHost } from '#connectors/conformance/recording-host.ts'
import { newId } from '#kernel/ids.ts'
import { waitUntil } from '#tests/servers/email.ts'
import { fediverseConnector, startFediverseNetwork } from '#tests/servers/fediverse.ts'

const never = new AbortController().signal

test('against snac: public and direct stay apart, warnings and files cross, ours is edited, absence loses nothing', {
  timeout: 120_000,
}, async () => {
  await using network = await startFediverseNetwork()
  const connector = fediverseConnector()
  const recording = recordingHost()
  const ending = new AbortController()
  const session = connector.open(network.account, recording.host)
  const done = session.run(undefined, ending.signal)
  await recording.until('connected', () => recording.lastState() === 'connected')
  const found = (text: string) => recording.until(text, () => recording.messages().find(each => each.text === text))
  const them = network.conversation.id
  const everybody = { id: `public ${them}`, kind: 'public', with: them } as const

  await network.delivered(() => network.them.post(`@${network.names.recruiter} hello all`, { visibility: 'public' }))
  const asked = await found('hello all')
  expect(asked).toMatchObject({ conversation: everybody, own: false })
  const answer = { txn: newId(), to: everybody, text: 'Hello back', replyTo: asked.key }
  expect(await session.send(answer, never)).toMatchObject({ kind: 'accepted' })
  await network.stranger.waitToHear('Hello back')
  const heard = async (text: string) =>
    (await network.them.notices()).find(each => each.status?.content.includes(text))?.status
  expect(await heard('Hello back')).toMatchObject({
    visibility: 'public',
    in_reply_to_id: asked.key.slice('status:'.length),
  })

  const warned = { spoiler_text: 'food' }
  await network.delivered(() => network.them.post(`@${network.names.recruiter} cake`, warned))
  expect(await found('cake')).toMatchObject({ conversation: network.conversation, warning: 'food' })

  const file = {
    name: 'a.png',
    mimeType: 'image/png',
    description: 'A garden',
    bytes: async () => new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]),
  }
  const sent = await session.send({ txn: newId(), to: network.conversation, text: 'look', files: [file] }, never)
  if (sent.kind !== 'accepted') throw new Error(JSON.stringify(sent))
  await network.stranger.waitToHear('look')
  expect((await heard('look'))?.media_attachments).toMatchObject([{ description: 'A garden' }])

  expect(await session.edits?.edit(network.conversation, sent.key, 'look here', newId())).toMatchObject({
    kind: 'accepted',
  })
  const id = sent.key.slice('status:'.length)
  expect((await network.elsewhere.read(id)).content).toContain('look here')
  // This server has no deletion for programs, and we must not say that it is gone.
  expect(await session.edits?.retract(network.conversation, sent.key, newId())).toMatchObject({
    kind: 'refused',
    code: 'cannot-retract',
  })

  await network.elsewhere.post(`@${network.names.stranger} by phone`)
  expect(await found('by phone')).toMatchObject({ own: true, conversation: network.conversation })

  const profile = await session.profile?.write({ name: 'Mara Harbour', about: 'I read.' }, never)
  expect(profile).toMatchObject({ kind: 'done', profile: { name: 'Mara Harbour', about: 'I read.' } })

  // Let in on the server's own page, with no token looked for.
  const { token: _, ...form } = network.account.values
  const begun = await connector.signIn?.begin({ id: 'form', values: form }, never)
  if (!begun?.ok) throw new Error(JSON.stringify(begun))
  const code = await network.server.letIn(network.names.recruiter, begun.url)
  const letIn = await connector.signIn?.finish({ kept: begun.kept, code: ` ${code}\n` }, never)
  if (!letIn?.ok) throw new Error(JSON.stringify(letIn))
  expect(letIn.values.token).not.toBe(network.account.values.token)
  expect(await connector.test({ id: 'form', values: { ...form, ...letIn.values } }, never)).toMatchObject({ ok: true })

  ending.abort()
  await done
  for (const at of [1, 2, 3]) await network.delivered(() => network.them.post(`@${network.names.recruiter} away ${at}`))
  const again = new AbortController()
  const second = connector.open(network.account, recording.host)
  const ended = second.run(recording.cursor(), again.signal)
  await waitUntil(
    async () => [1, 2, 3].every(at => recording.texts().includes(`away ${at}`)),
    'all that came meanwhile',
  )
  expect(recording.texts().filter(text => text.startsWith('away'))).toEqual(['away 1', 'away 2', 'away 3'])
  again.abort()
  await ended
})
