import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordingHost } from '#connectors/conformance/recording-host.ts'
import type { Account, Session } from '#connectors/contract.ts'
import { newId } from '#kernel/ids.ts'
import { ana, connector, group, startTelegram, type TelegramServer, telegramAccount } from '#tests/servers/telegram.ts'

const never = new AbortController().signal
const conversation = { id: String(ana.id), kind: 'direct' } as const
const room = { id: String(group.id), kind: 'room' } as const

let server: TelegramServer
let recording: ReturnType<typeof recordingHost>
const open: { stop(): Promise<void> }[] = []

beforeEach(async () => {
  server = await startTelegram()
  recording = recordingHost()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map(each => each.stop()))
  await server[Symbol.asyncDispose]()
})

function run(account: Account = telegramAccount(server), host = recording): { session: Session; done: Promise<void> } {
  const ending = new AbortController()
  const session = connector.open(account, host.host)
  const done = session.run(host.cursor(), ending.signal)
  open.push({
    async stop() {
      ending.abort()
      await done
      await session[Symbol.asyncDispose]()
    },
  })
  return { session, done }
}

async function connected(account?: Account): Promise<Session> {
  const { session } = run(account)
  await recording.until('connected', () => recording.lastState() === 'connected')
  return session
}

const last = () => server.sent.at(-1)
const send = (session: Session, text: string, more: object = {}) =>
  session.send({ txn: newId(), to: conversation, text, ...more }, never)

async function bytesOf(stream: AsyncIterable<Uint8Array> | undefined): Promise<number[]> {
  const all: number[] = []
  for await (const part of stream ?? []) all.push(...part)
  return all
}

test('what is not stored is not acknowledged: Telegram keeps it until the commit is through', async () => {
  await connected()
  recording.hangCommits(true)
  server.say('kept')
  await recording.until('nothing yet', () => recording.texts().length === 0)
  expect(server.updates).toHaveLength(1)
  await open.splice(0)[0]?.stop()
  expect(server.updates).toHaveLength(1)
  recording.hangCommits(false)
  await connected()
  await recording.until('the message', () => recording.texts().includes('kept'))
  await expect.poll(() => server.updates.length).toBe(0)
})

describe('what people write', () => {
  test('a link from one of our pages says which page brought them', async () => {
    await connected()
    server.say('/start page-01890a5d-ac96-774b-bcce-b302099a8057')
    const message = await recording.until('it', () => recording.messages()[0])
    expect(message).toMatchObject({ campaign: 'page:01890a5d-ac96-774b-bcce-b302099a8057', from: { name: 'Ana Ruiz' } })
  })

  test('formatting becomes words: a hidden address stands behind its label, after emoji too', async () => {
    await connected()
    server.say('👋 see my site and https://x.invalid', {
      entities: [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'text_link', offset: 10, length: 4, url: 'https://ana.invalid/cv' },
        { type: 'url', offset: 19, length: 17 },
      ],
    })
    await recording.until('it', () => recording.texts().length === 1)
    expect(recording.texts()[0]).toBe('👋 see my site (https://ana.invalid/cv) and https://x.invalid')
  })

  test('an edit, an answer and a reaction find the message that they mean', async () => {
    const session = await connected()
    const first = server.say('frist')
    const answered = await recording.until('it', () => recording.messages()[0])
    server.tell({
      edited_message: {
        message_id: first,
        from: ana,
        chat: { id: ana.id, type: 'private' },
        date: 1_800_000_000,
        edit_date: 1_800_000_009,
        text: 'first',
      },
    })
    const edit = await recording.until('the edit', () => recording.events.find(each => each.kind === 'edit'))
    expect(edit).toMatchObject({ target: answered.key, text: 'first' })

    await send(session, 'second', { replyTo: answered.key })
    expect(last()?.body).toMatchObject({ reply_parameters: { message_id: first, allow_sending_without_reply: true } })
    const ours = last()?.message ?? 0
    server.say('third', {
      reply_to_message: { message_id: ours, date: 1, chat: { id: ana.id, type: 'private' }, text: 'second' },
    })
    const third = await recording.until('the answer', () => recording.messages()[1])
    expect(third.replyTo).toBe(`telegram:${ana.id}:${ours}`)

    server.tell({
      message_reaction: {
        chat: { id: ana.id, type: 'private' },
        message_id: ours,
        user: ana,
        date: 1_800_000_010,
        old_reaction: [],
        new_reaction: [{ type: 'emoji', emoji: '👍' }],
      },
    })
    const reaction = await recording.until('it', () => recording.events.find(each => each.kind === 'reaction'))
    expect(reaction).toMatchObject({
      target: `telegram:${ana.id}:${ours}`,
      emoji: ['👍'],
      from: { id: String(ana.id) },
    })
  })

  test('photos and files come with their bytes; one that Telegram keeps from bots is named in words', async () => {
    const session = await connected()
    const photo = (file_id: string, side: number) => ({
      file_id,
      file_unique_id: `u${side}`,
      width: side,
      height: side,
      file_size: 3,
    })
    server.putFile('big', new Uint8Array([1, 2, 3]))
    server.say('', { photo: [photo('small', 90), photo('big', 1280)], caption: 'my desk' })
    const message = await recording.until('it', () => recording.messages()[0])
    expect(message).toMatchObject({
      text: 'my desk',
      files: [{ url: 'telegram:big', mimeType: 'image/jpeg', bytes: 3 }],
    })
    const bytes = await session.files?.open('telegram:big', never)
    expect(await bytesOf(bytes)).toEqual([1, 2, 3])
    expect(await session.files?.open('telegram:unknown', never)).toBeUndefined()

    server.say('', {
      video: {
        file_id: 'v',
        file_unique_id: 'v',
        width: 1,
        height: 1,
        duration: 9,
        file_size: 34_000_000,
        file_name: 'talk.mp4',
      },
    })
    const video = await recording.until('it', () => recording.messages()[1])
    expect(video.text).toBe('[talk.mp4, 34 MB: Telegram gives bots files up to 20 MB. Ask for a link.]')
  })

  test('what Kith does not know yet does not stop what comes after it', async () => {
    await connected()
    server.tell({
      poll: {
        id: '1',
        question: '?',
        options: [],
        total_voter_count: 0,
        is_closed: false,
        is_anonymous: true,
        type: 'regular',
        allows_multiple_answers: false,
        allows_revoting: false,
        members_only: false,
      },
    })
    server.say('after')
    await recording.until('it', () => recording.texts().includes('after'))
    expect(server.api.forgive().every(each => each.includes('poll') || each.includes('update'))).toBe(true)
  })

  test('whoever blocks the bot is gone, and connected when they start it again', async () => {
    await connected()
    const member = (status: string) => ({
      status,
      user: { id: 1, is_bot: true, first_name: 'Norte' },
      ...(status === 'kicked' ? { until_date: 0 } : {}),
    })
    const change = (from: string, to: string) =>
      server.tell({
        my_chat_member: {
          chat: { id: ana.id, type: 'private' },
          from: ana,
          date: 1_800_000_000,
          old_chat_member: member(from),
          new_chat_member: member(to),
        },
      })
    change('member', 'kicked')
    await recording.until('gone', () => recording.events.find(each => each.kind === 'contact' && each.state === 'gone'))
    change('kicked', 'member')
    await recording.until('back', () =>
      recording.events.find(each => each.kind === 'contact' && each.state === 'connected'),
    )
  })
})

describe('groups', () => {
  test('a group and each of its topics are rooms with their names, and an answer goes into the topic', async () => {
    const session = await connected()
    server.say('hello all', {}, group)
    const topic = { name: 'Jobs?', icon_color: 7322096 }
    server.say(
      'in the topic',
      {
        message_thread_id: 45,
        is_topic_message: true,
        reply_to_message: { message_id: 45, date: 1, chat: group, forum_topic_created: topic },
      },
      group,
    )
    await recording.until('both', () => recording.messages().length === 2)
    const [plain, inTopic] = recording.messages()
    expect(plain?.conversation).toEqual({ ...room, title: 'Python Madrid' })
    expect(inTopic?.conversation).toEqual({ id: `${group.id}/45`, kind: 'room', title: 'Python Madrid · Jobs?' })
    expect(inTopic?.replyTo).toBeUndefined()
    await send(session, 'thanks', { to: { id: `${group.id}/45`, kind: 'room' } })
    expect(last()?.body).toMatchObject({ chat_id: group.id, message_thread_id: 45 })
    expect(session.rooms?.list().map(each => each.title)).toEqual(['Python Madrid', 'Python Madrid · Jobs?'])
  })

  test('a group that becomes a supergroup stays the conversation that it was', async () => {
    const session = await connected()
    const old = { id: -555, type: 'group', title: 'Python Madrid' }
    server.tell({ message: { message_id: 9, from: ana, chat: old, date: 1_800_000_000, text: 'before' } })
    server.refuseNext(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: group.id,
    })
    await recording.until('it', () => recording.texts().includes('before'))
    expect(await send(session, 'still here', { to: { id: '-555', kind: 'room' } })).toMatchObject({ kind: 'accepted' })
    server.tell({
      message: { message_id: 10, from: ana, chat: old, date: 1_800_000_001, migrate_to_chat_id: group.id },
    })
    server.say('after', {}, group)
    const after = await recording.until('it', () => recording.messages().find(each => each.text === 'after'))
    expect(after.conversation.id).toBe('-555')
    expect(await send(session, 'again', { to: { id: '-555', kind: 'room' } })).toMatchObject({ kind: 'accepted' })
    expect(last()?.chat.id).toBe(group.id)
  })

  test('being removed from a group stands in its timeline', async () => {
    await connected()
    const me = { id: 110201543, is_bot: true, first_name: 'Norte' }
    server.tell({
      my_chat_member: {
        chat: group,
        from: ana,
        date: 1_800_000_000,
        old_chat_member: { status: 'member', user: me },
        new_chat_member: { status: 'left', user: me },
      },
    })
    const gap = await recording.until('the gap', () => recording.events.find(each => each.kind === 'gap'))
    expect(gap).toMatchObject({
      conversation: { id: room.id },
      why: 'The bot is no longer in this group: Ana Ruiz removed it.',
    })
  })
})

describe('what we send', () => {
  test('a text of 4,096 UTF-16 units goes; one more is refused before it leaves', async () => {
    const session = await connected()
    expect(await send(session, '👍'.repeat(2_048))).toMatchObject({ kind: 'accepted' })
    const before = server.sent.length
    expect(await send(session, `${'👍'.repeat(2_048)}x`)).toMatchObject({ kind: 'refused', code: 'too-long' })
    expect(server.sent).toHaveLength(before)
  })

  test('markup in a text is text', async () => {
    const session = await connected()
    await send(session, '<b>_*hello*_</b> & `more`')
    expect(last()?.body).toEqual({ chat_id: ana.id, text: '<b>_*hello*_</b> & `more`' })
  })

  test('a file goes with its words', async () => {
    const session = await connected()
    const file = { name: 'rôle.pdf', mimeType: 'application/pdf', bytes: async () => new Uint8Array([37, 80, 68, 70]) }
    expect(await send(session, 'the role', { files: [file] })).toMatchObject({ kind: 'accepted' })
    expect(last()).toMatchObject({ method: 'sendDocument', body: { caption: 'the role' } })
    const sent = await session.files?.open(`telegram:sent-${last()?.message}`, never)
    expect(await bytesOf(sent)).toEqual([37, 80, 68, 70])
    expect(await send(session, 'x'.repeat(1_025), { files: [file] })).toMatchObject({ code: 'too-long' })
    const huge = { ...file, bytes: async () => new Uint8Array(50_000_001) }
    expect(await send(session, '', { files: [huge] })).toMatchObject({ code: 'too-big' })
  })

  test.each([
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'window-closed'],
    [400, 'Bad Request: chat not found', 'window-closed'],
    [403, 'Forbidden: user is deactivated', 'gone'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'not-allowed'],
    [400, 'Bad Request: something new', 'refused'],
  ])('%i “%s” is refused in words: %s', async (status, description, code) => {
    const session = await connected()
    server.refuseNext(status, description)
    const outcome = await send(session, 'hello')
    expect(outcome).toMatchObject({ kind: 'refused', code })
    expect(outcome.kind === 'refused' && outcome.text.length > 20).toBe(true)
  })

  test('who is known by name only can’t be written to: the link is the way', async () => {
    const session = await connected()
    const outcome = await send(session, 'hello', { to: { id: '@ana_ruiz', kind: 'direct' } })
    expect(outcome).toMatchObject({ kind: 'refused', code: 'window-closed' })
    expect(server.sent).toHaveLength(0)
  })

  test('a pause that Telegram asks for holds this chat, to the second, and no other', async () => {
    const session = await connected()
    server.refuseNext(429, 'Too Many Requests: retry after 17', { retry_after: 17 })
    expect(await send(session, 'one')).toMatchObject({ kind: 'later', retryAfterMs: 17_000, code: 'too-fast' })
    const again = await send(session, 'one')
    expect(again.kind === 'later' && again.retryAfterMs > 10_000).toBe(true)
    expect(await send(session, 'elsewhere', { to: room })).toMatchObject({ kind: 'accepted' })
    expect(session.bucket(conversation)).not.toBe(session.bucket(room))
  })

  test('correcting, taking back, reacting and typing say what Telegram expects', async () => {
    const session = await connected()
    const txn = newId()
    const outcome = await session.send({ txn, to: conversation, text: 'helo' }, never)
    const { message = 0 } = last() ?? {}
    expect(outcome).toMatchObject({ key: `telegram:${ana.id}:${message}` })
    expect(await session.edits?.edit(conversation, txn, 'hello', newId())).toMatchObject({ kind: 'accepted' })
    expect(last()).toMatchObject({ method: 'editMessageText', body: { message_id: message, text: 'hello' } })
    expect(await session.reactions?.react(conversation, txn, ['❤️'], newId())).toMatchObject({ kind: 'accepted' })
    expect(last()?.body).toMatchObject({ reaction: [{ type: 'emoji', emoji: '❤' }] })
    server.refuseNext(400, 'Bad Request: message is not modified')
    expect(await session.edits?.edit(conversation, txn, 'hello', newId())).toMatchObject({ kind: 'accepted' })
    server.refuseNext(400, "Bad Request: message can't be deleted for everyone")
    expect(await session.edits?.retract(conversation, txn, newId())).toMatchObject({
      kind: 'refused',
      code: 'too-late',
    })
    expect(await session.edits?.retract(conversation, `telegram:${ana.id}:${message}`, newId())).toMatchObject({
      kind: 'accepted',
    })
    expect(last()?.method).toBe('deleteMessage')
    await session.signals?.typing(conversation, true)
    expect(last()).toMatchObject({ method: 'sendChatAction', body: { action: 'typing' } })
  })
})

describe('two programs, one bot', () => {
  test('another poller is told as a conflict that needs you', async () => {
    await connected()
    const other = recordingHost()
    run({ ...telegramAccount(server), id: 'other' }, other)
    const told = () => [recording, other].find(each => each.lastState() === 'needs-you')
    await expect.poll(told, { timeout: 20_000 }).toBeTruthy()
    expect(told()?.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'conflict' })
  })

  test('a webhook of another program is not taken away unasked', async () => {
    server.hook.url = 'https://other.invalid/hook'
    const { done } = run()
    await done
    expect(recording.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'conflict' })
    expect(server.hook.url).toBe('https://other.invalid/hook')
    expect(await connector.test(telegramAccount(server), never)).toMatchObject({ ok: false, code: 'conflict' })
    await connected(telegramAccount(server, { takeOver: 'on' }))
    expect(server.hook.url).toBe('')
  })
})

describe('when Telegram comes to Kith', () => {
  const webhookUrl = 'https://kith.example.org/api/v1/hooks/abc'
  const account = () => ({ ...telegramAccount(server, { webhook: 'on' }), webhookUrl })
  const request = (body: unknown, secret: string) => ({
    method: 'POST' as const,
    url: webhookUrl,
    query: new URLSearchParams(),
    headers: { 'x-telegram-bot-api-secret-token': secret },
    body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
    word: '',
    at: new Date(),
  })

  test('it is told where, with a secret, one after the other; what carries the secret is taken', async () => {
    await connected(account())
    expect(server.hook.url).toBe(webhookUrl)
    expect(server.api.calls.at(-1)?.body).toMatchObject({ max_connections: 1 })
    server.say('delivered')
    const answer = await connector.webhook?.receive(account(), request(server.updates[0], server.hook.secret), never)
    expect(answer).toMatchObject({ kind: 'events', events: [{ kind: 'message', text: 'delivered' }] })
  })

  test('what does not carry the secret, or is no update, is turned away', async () => {
    await connected(account())
    const take = (body: unknown, secret: string) => connector.webhook?.receive(account(), request(body, secret), never)
    expect(await take({ update_id: 1 }, 'guessed')).toMatchObject({ kind: 'refused', status: 401 })
    expect(await take({ update_id: 1 }, '')).toMatchObject({ kind: 'refused', status: 401 })
    expect(await take('{"no', server.hook.secret)).toMatchObject({ kind: 'refused', status: 400 })
  })

  test('without a public address it says what to do', async () => {
    const { done } = run(telegramAccount(server, { webhook: 'on' }))
    await done
    expect(recording.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'not-found' })
  })
})

test('doctor names the bot, what it may read in groups, and who receives its messages', async () => {
  const findings = await connector.check?.(telegramAccount(server), never)
  expect(findings?.map(each => [each.name, each.ok])).toEqual([
    ['token', true],
    ['groups', false],
    ['delivery', true],
  ])
  expect(findings?.[1]?.text).toContain('/setprivacy')
  server.hook.url = 'https://other.invalid/hook'
  const other = await connector.check?.(telegramAccount(server), never)
  expect(other?.[2]).toMatchObject({ ok: false, text: expect.stringContaining('other.invalid') })
})

test('no sentence that anybody reads has the token in it', async () => {
  await server.api.kill()
  const { text = '' } = (await connector.test(telegramAccount(server), never)) as { text?: string }
  expect(text).not.toContain('AAHdq')
  expect(text.length).toBeGreaterThan(10)
})

test('the bot’s name, line, text and picture are read and written; a name that stands there is not written again', async () => {
  const session = await connected()
  const change = {
    name: 'Mara recruits',
    headline: 'Gardeners, and who looks for them.',
    about: 'Write to me. I read.',
  }
  expect(await session.profile?.write(change, never)).toMatchObject({ kind: 'done', profile: change })
  expect(await session.profile?.read(never)).toMatchObject({
    kind: 'done',
    profile: { ...change, url: 'https://t.me/norte_bot' },
  })
  server.refuseNext(429, 'Too Many Requests: retry after 40', { retry_after: 40 })
  const picture = { mimeType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff]) }
  expect(await session.profile?.write({ name: change.name, picture }, never)).toMatchObject({ kind: 'done' })
  expect(server.shown.pictures).toBe(1)
  expect(await session.profile?.picture(never)).toEqual({ kind: 'done', picture })
  expect(await session.profile?.write({ picture: null }, never)).toMatchObject({ kind: 'done' })
  expect(await session.profile?.picture(never)).toEqual({ kind: 'done', picture: null })
  expect(await session.profile?.write({ name: 'Mara' }, never)).toMatchObject({ kind: 'later', retryAfterMs: 40_000 })
  expect(server.shown.name).toBe(change.name)
  for (const [given, code] of [
    [{ headline: 'x'.repeat(121) }, 'too-long'],
    [{ name: ' ' }, 'no-name'],
    [{ links: [{ label: 'Page', value: 'https://harbour.example' }] }, 'no-place'],
    [{ picture: { mimeType: 'image/png', bytes: new Uint8Array(1) } }, 'bad-picture'],
  ] as const)
    expect(await session.profile?.write(given, never)).toMatchObject({ kind: 'refused', code })
})
