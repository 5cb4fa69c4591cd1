import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { accountOn, connector, startLinkedInspircds } from '#tests/servers/irc.ts'
import { ircStranger } from '#tests/servers/irc-stranger.ts'
import { recordingHost } from '../conformance/recording-host.ts'
import type { RoomView, Session } from '../contract.ts'

const never = new AbortController().signal
const patience = { timeout: 15_000 }
const membersOf = (session: Session): string[] =>
  (session.rooms?.list() ?? []).flatMap((room: RoomView) => room.members.map(member => member.name)).toSorted()

test('in a netsplit who is on the other part leaves the channel and no more; healed, the channel says what may be missing', async () => {
  await using network = await startLinkedInspircds()
  const recording = recordingHost()
  const ending = new AbortController()
  await using session = connector.open(
    accountOn(network.here, { channels: '#both', nick: 'recruiter' }),
    recording.host,
  )
  const done = session.run(undefined, ending.signal)
  await recording.until('connected', () => recording.states.some(state => state.kind === 'connected'))
  const far = ircStranger({ port: network.there.port, nick: 'ana', friend: 'recruiter' })
  await using near = ircStranger({ port: network.here.port, nick: 'near', friend: 'recruiter' })
  await far.connect()
  await far.waitForFriend()
  await far.join('#both')
  await near.connect()
  await near.join('#both')
  await expect.poll(() => membersOf(session), patience).toEqual(['ana', 'near', 'recruiter'])
  await far.say('before')
  const before = await recording.until('her message', () => recording.messages().find(each => each.text === 'before'))

  await network.there.kill()
  await expect.poll(() => membersOf(session), patience).toEqual(['near', 'recruiter'])
  near.sayIn('#both', 'is it only us?')
  await recording.until('what is said on our part', () => recording.texts().includes('is it only us?'))
  const txn = newId()
  const unheard = await session.send({ txn, to: before.conversation, text: 'are you there?' }, never)
  expect(unheard, 'a message for somebody on the other part is not called sent').toMatchObject({ kind: 'refused' })
  expect(recording.events.filter(each => each.kind === 'contact')).toEqual([])

  await network.there.restart()
  await using again = ircStranger({ port: network.there.port, nick: 'ana', friend: 'recruiter' })
  await again.connect()
  await again.waitForFriend()
  await again.join('#both')
  const gap = await recording.until('the gap', () => recording.events.find(each => each.kind === 'gap'))
  expect(gap).toMatchObject({ conversation: { id: '#both', kind: 'room' }, why: expect.stringContaining('netsplit') })
  await expect.poll(() => membersOf(session), patience).toEqual(['ana', 'near', 'recruiter'])
  await again.say('after')
  const after = await recording.until('her again', () => recording.messages().find(each => each.text === 'after'))
  expect(after.from.id, 'she is who she was').toBe(before.from.id)
  again.sayIn('#both', 'back')
  await recording.until('what is said on their part', () => recording.texts().includes('back'))
  expect(recording.events.filter(each => each.kind === 'gap')).toHaveLength(1)
  ending.abort()
  await done
}, 60_000)
