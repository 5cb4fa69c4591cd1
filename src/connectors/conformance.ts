import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { ConformanceHarness, ConnectorPromise, Network } from './conformance/harness.ts'
import { type RecordingHost, recordingHost } from './conformance/recording-host.ts'
import type { Session } from './contract.ts'

const never = new AbortController().signal

type Running = AsyncDisposable & { session: Session; stop(): Promise<void>; done: Promise<void> }

/** What every connector promises, tried against a real server. Promises that a network can't make are listed with their reason. */
export function describeConformance(harness: ConformanceHarness): void {
  const { connector } = harness

  function run(network: Network, recording: RecordingHost, account = network.account): Running {
    const ending = new AbortController()
    const session = connector.open(account, recording.host)
    const done = session.run(recording.cursor(), ending.signal)
    const stop = async () => {
      ending.abort()
      await done
      await session[Symbol.asyncDispose]()
    }
    return { session, stop, done, [Symbol.asyncDispose]: stop }
  }

  async function connected(network: Network, recording: RecordingHost): Promise<Running> {
    const before = recording.states.length
    const running = run(network, recording)
    await recording.until('connected', () => recording.states.slice(before).some(state => state.kind === 'connected'))
    return running
  }

  function promise(
    name: ConnectorPromise,
    sentence: string,
    check: (network: Network, recording: RecordingHost) => Promise<void>,
  ): void {
    const why = harness.notApplicable[name]
    test(sentence, { timeout: 40_000 }, async context => {
      if (why !== undefined) return context.skip(`does not apply to ${connector.manifest.tool}: ${why}`)
      await using network = await harness.start()
      await check(network, recordingHost())
    })
  }

  function special<N extends Network>(
    name: ConnectorPromise,
    sentence: string,
    start: (() => Promise<N>) | undefined,
    check: (network: N) => Promise<void>,
  ): void {
    test(sentence, { timeout: 40_000 }, async context => {
      if (!start) return context.skip(`does not apply to ${connector.manifest.tool}: ${harness.notApplicable[name]}`)
      await using network = await start()
      await check(network)
    })
  }

  promise('first-message', 'a stranger’s first message arrives with who, when and what', async (network, recording) => {
    await using _ = await connected(network, recording)
    const text = 'Hello “you” <&> 👋 ünïcode'
    await network.stranger.say(text)
    const message = await recording.until('the message', () => recording.messages().find(each => each.text === text))
    expect(message).toMatchObject({ own: false, history: false, conversation: network.conversation })
    expect(Math.abs(message.sentAt.getTime() - Date.now())).toBeLessThan(30_000)
  })

  promise(
    'own-echo',
    'what we send is accepted, arrives once, and its echo is found by the txn',
    async (network, recording) => {
      const txn = newId()
      const text = `sent ${txn}`
      const first = await connected(network, recording)
      const outcome = await first.session.send({ txn, to: network.conversation, text }, never)
      expect(outcome).toMatchObject({ kind: 'accepted' })
      await network.stranger.waitToHear(text)
      await first.stop()
      await using _ = await connected(network, recording)
      const echo = await recording.until('the echo', () => recording.messages().find(each => each.text === text))
      expect(echo.own).toBe(true)
      if (harness.echoHasNoTxn === undefined) expect([echo.key, ...echo.otherKeys]).toContain(txn)
      expect(outcome.kind === 'accepted' && [echo.key, ...echo.otherKeys].includes(outcome.key)).toBe(true)
      await sleep(200)
      expect(network.stranger.heard(text)).toBe(1)
    },
  )

  promise(
    'reordered-echo',
    'two sends whose echoes come back in any order each find their own row',
    async (network, recording) => {
      const running = await connected(network, recording)
      const txns = [newId(), newId(), newId()]
      const send = (txn: string) => running.session.send({ txn, to: network.conversation, text: `both ${txn}` }, never)
      const outcomes = await Promise.all(txns.map(send))
      expect(outcomes.map(outcome => outcome.kind)).toEqual(['accepted', 'accepted', 'accepted'])
      await running.stop()
      await using _ = await connected(network, recording)
      for (const [index, txn] of txns.entries()) {
        const outcome = outcomes[index]
        const key = outcome?.kind === 'accepted' && harness.echoHasNoTxn !== undefined ? outcome.key : txn
        const echo = await recording.until('an echo', () => recording.known(key))
        expect(echo).toMatchObject({ kind: 'message', own: true, text: `both ${txn}` })
      }
    },
  )

  promise(
    'receipts',
    'delivered and read, as far as the network tells them, are told of the message that they mean',
    async (network, recording) => {
      await using running = await connected(network, recording)
      const txn = newId()
      const to = network.conversation
      const outcome = await running.session.send({ txn, to, text: 'did you get this?' }, never)
      // Whoever sent it knows it under both.
      const keys = [txn, outcome.kind === 'accepted' ? outcome.key : txn]
      const state = (wanted: string) =>
        recording.until(`${wanted}`, () =>
          recording.events.find(
            each =>
              (each.kind === 'receipt' && keys.includes(each.target) && each.state === wanted) ||
              (each.kind === 'read-up-to' && wanted === 'read'),
          ),
        )
      if (connector.manifest.capabilities.receipts.delivered !== 'rejected') await state('delivered')
      if (connector.manifest.capabilities.receipts.read === 'rejected') return
      await network.stranger.confirmRead('did you get this?')
      await state('read')
    },
  )

  promise(
    'catch-up',
    'messages sent while we were away arrive once, in order, and are no history',
    async (network, recording) => {
      const first = await connected(network, recording)
      await network.stranger.say('before')
      await recording.until('the first', () => recording.texts().includes('before'))
      await first.stop()
      const away = Array.from({ length: 25 }, (_, at) => `while away ${at}`)
      for (const text of away) await network.stranger.say(text)
      await network.stranger.settled()
      await using _ = await connected(network, recording)
      await recording.until('all', () => recording.texts().length >= 26)
      await sleep(300)
      expect(recording.texts()).toEqual(['before', ...away])
      expect(recording.messages().every(each => !each.history)).toBe(true)
    },
  )

  promise(
    'killed-before-commit',
    'a process killed between a message and its commit gets it again',
    async (network, recording) => {
      const first = await connected(network, recording)
      recording.hangCommits(true)
      const texts = Array.from({ length: 12 }, (_, at) => `in flight ${at}`)
      for (const text of texts) await network.stranger.say(text)
      await network.stranger.settled()
      await sleep(300)
      await first.stop()
      expect(recording.texts()).toEqual([])
      recording.hangCommits(false)
      await using _ = await connected(network, recording)
      await recording.until('all', () => recording.texts().length >= 12)
      await sleep(300)
      expect(recording.texts()).toEqual(texts)
    },
  )

  promise(
    'failed-commit',
    'a commit that fails loses nothing: the session recovers by itself',
    async (network, recording) => {
      await using _ = await connected(network, recording)
      recording.failCommits(1)
      await network.stranger.say('one')
      await network.stranger.say('two')
      await recording.until('both', () => recording.texts().length >= 2, 20_000)
      await sleep(300)
      expect(recording.texts()).toEqual(['one', 'two'])
      expect(recording.states.some(state => state.kind === 'waiting')).toBe(true)
    },
  )

  promise('stable-keys', 'a message has the same key live and in history', async (network, recording) => {
    const first = await connected(network, recording)
    for (const text of ['alpha', 'beta', 'gamma']) await network.stranger.say(text)
    await recording.until('all', () => recording.texts().length === 3)
    await first.stop()
    const again = recordingHost()
    await using _ = await connected(network, again)
    await again.until('all from history', () => again.texts().length === 3)
    expect(again.messages().map(each => [each.key, each.text])).toEqual(
      recording.messages().map(each => [each.key, each.text]),
    )
    expect(again.messages().every(each => each.history)).toBe(true)
  })

  promise('wrong-credentials', 'a wrong password is told in words and not tried again', async (network, recording) => {
    const running = run(network, recording, harness.wrongCredentials(network.account))
    await running.done
    const state = recording.states.at(-1)
    expect(state).toMatchObject({ kind: 'needs-you', code: 'wrong-credentials' })
    expect(state?.kind === 'needs-you' && state.text.length > 20).toBe(true)
    const tried = await connector.test(harness.wrongCredentials(network.account), never)
    expect(tried).toMatchObject({ ok: false, code: 'wrong-credentials' })
    expect(await connector.test(network.account, never)).toMatchObject({ ok: true })
  })

  promise(
    'server-gone',
    'a server that goes away is waited for, and what came meanwhile arrives',
    async (network, recording) => {
      await using running = await connected(network, recording)
      await network.kill()
      const waiting = await recording.until('waiting', () => recording.states.find(state => state.kind === 'waiting'))
      expect(waiting.kind === 'waiting' && waiting.retryAt > new Date(Date.now() - 5_000)).toBe(true)
      const outcome = await running.session.send({ txn: newId(), to: network.conversation, text: 'to nobody' }, never)
      expect(['later', 'unknown']).toContain(outcome.kind)
      const before = recording.states.length
      await network.restart()
      await network.stranger.connect()
      await network.stranger.say('back again')
      await recording.until(
        'connected again',
        () => recording.states.slice(before).some(state => state.kind === 'connected'),
        20_000,
      )
      await recording.until('the message', () => recording.texts().includes('back again'))
    },
  )

  promise(
    'unknown-outcome',
    'a send that the server never confirmed is unknown, never accepted',
    async (network, recording) => {
      await using running = await connected(network, recording)
      network.freeze()
      const sending = running.session.send({ txn: newId(), to: network.conversation, text: 'lost?' }, never)
      await sleep(300)
      await network.kill()
      expect(await sending).toMatchObject({ kind: 'unknown' })
    },
  )

  const contact = (recording: RecordingHost, state: string) =>
    recording.until(`contact ${state}`, () =>
      recording.events.find(each => each.kind === 'contact' && each.state === state),
    )

  promise(
    'invite-them',
    'an invitation is told as asked, then as connected when it is accepted',
    async (network, recording) => {
      await using running = await connected(network, recording)
      const outcome = await running.session.people?.invite(network.conversation.id, {
        txn: newId(),
        text: 'We spoke yesterday.',
      })
      expect(outcome).toMatchObject({ kind: 'accepted' })
      await contact(recording, 'asked')
      await network.stranger.waitToBeInvited()
      await network.stranger.accept()
      expect(await contact(recording, 'connected')).toMatchObject({ person: { id: network.conversation.id } })
    },
  )

  promise(
    'they-ask-us',
    'somebody who asks to be connected is told once, also across restarts, and can be answered',
    async (network, recording) => {
      const first = await connected(network, recording)
      await network.stranger.invite()
      await contact(recording, 'asks-us')
      await first.stop()
      await using running = await connected(network, recording)
      await sleep(300)
      expect(recording.events.filter(each => each.kind === 'contact' && each.state === 'asks-us')).toHaveLength(1)
      expect(await running.session.people?.answer(network.conversation.id, true)).toMatchObject({ kind: 'accepted' })
      await contact(recording, 'connected')
    },
  )

  promise('presence', 'a contact’s coming, stepping away and going are seen', async (network, recording) => {
    await using running = await connected(network, recording)
    await running.session.people?.invite(network.conversation.id, { txn: newId() })
    await network.stranger.waitToBeInvited()
    await network.stranger.accept()
    const seen = (state: string) =>
      recording.until(`presence ${state}`, () =>
        recording.signals.findLast(
          each => each.kind === 'presence' && each.person.id === network.conversation.id && each.state === state,
        ),
      )
    await network.stranger.presence('online')
    await seen('online')
    await network.stranger.presence('away', 'Lunch')
    expect(await seen('away')).toMatchObject({ status: 'Lunch' })
    await network.stranger.disconnect()
    await seen('off')
  })

  promise('typing', 'typing is seen and ends', async (network, recording) => {
    await using _ = await connected(network, recording)
    const seen = (on: boolean) =>
      recording.until(`typing ${on}`, () => recording.signals.find(each => each.kind === 'typing' && each.on === on))
    await network.stranger.typing(true)
    await seen(true)
    await network.stranger.typing(false)
    await seen(false)
  })

  promise('order', 'a hundred quick messages keep their order', async (network, recording) => {
    await using _ = await connected(network, recording)
    const texts = Array.from({ length: 100 }, (_, at) => `quick ${at}`)
    await Promise.all(texts.map(text => network.stranger.say(text)))
    await recording.until('all', () => recording.texts().length >= 100)
    expect(recording.texts()).toEqual(texts)
  })

  const { startLimited, startForgetful } = harness
  special(
    'rate-limit',
    'a network that slows us down gets everything once and in order',
    startLimited,
    async network => {
      const recording = recordingHost()
      await using running = await connected(network, recording)
      const texts = Array.from({ length: 24 }, (_, at) => `limited ${at} ${'.'.repeat(200)}`)
      for (const text of texts) {
        const txn = newId()
        for (let outcome = 'later'; outcome === 'later'; ) {
          const sent = await running.session.send({ txn, to: network.conversation, text }, never)
          outcome = sent.kind
          if (sent.kind === 'later') await sleep(sent.retryAfterMs)
          else expect(sent, text.slice(0, 12)).toMatchObject({ kind: 'accepted' })
        }
      }
      await network.stranger.waitToHear(texts.at(-1) ?? '')
      expect(texts.map(text => network.stranger.heard(text))).toEqual(texts.map(() => 1))
    },
  )

  special('gap', 'what the network forgot while we were away is told as a gap', startForgetful, async network => {
    const recording = recordingHost()
    const first = await connected(network, recording)
    await network.stranger.say('before')
    await recording.until('the first', () => recording.texts().includes('before'))
    await first.stop()
    await network.stranger.say('forgotten')
    await network.stranger.settled()
    await network.forget()
    await using _ = await connected(network, recording)
    await recording.until('the gap', () => recording.events.find(each => each.kind === 'gap'))
    await network.stranger.connect()
    await network.stranger.say('after')
    await recording.until('what comes next', () => recording.texts().includes('after'))
    expect(recording.events.filter(each => each.kind === 'gap')).toHaveLength(1)
  })

  test('what the manifest rejects has no facet, and what it offers has one', () => {
    const { capabilities: can, idempotentSend } = connector.manifest
    const session = connector.open({ id: 'nobody', values: {} }, recordingHost().host)
    expect(session.edits !== undefined).toBe(can.edit.level !== 'rejected' || can.retract.level !== 'rejected')
    expect(session.reactions !== undefined).toBe(can.reactions !== 'rejected')
    expect(session.rooms !== undefined).toBe(can.rooms !== 'rejected')
    expect(session.people !== undefined).toBe(can.invite !== 'rejected')
    expect(session.history !== undefined).toBe(can.history.level !== 'rejected')
    expect(session.signals !== undefined).toBe(can.typing.level !== 'rejected' || can.presence !== 'rejected')
    expect(typeof idempotentSend).toBe('boolean')
    expect(can.text.max).toBeGreaterThan(0)
  })

  test('an address is understood as people type it, and nonsense is refused', () => {
    expect(connector.parseAddress(harness.addresses.typed)).toBe(harness.addresses.parsed)
    expect(connector.parseAddress(harness.addresses.wrong)).toBeUndefined()
  })
}
