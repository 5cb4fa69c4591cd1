import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordActivity } from '#features/activity/index.ts'
import { refreshPersonSearch } from '#features/people/index.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { findSaid } from './actions.ts'
import { parseSaid } from './model/query.ts'
import { listSaidMessages, saidLimits } from './store/said.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const find = (caller: Caller, q: string) => findSaid({ db: database.db }, caller, q)

/** Ana, who wrote about nights and was answered, and who blogs; a room where the same is talked of. */
async function anaAndHerWords() {
  const { workspace, user, connection } = await seedConnection(database.db)
  const caller: Caller = { workspace, user, role: 'owner' }
  const ana = await seedPerson(database.db, workspace, { tool: 'xmpp', key: 'ana@x.example', name: 'Ana Ruiz' })
  const [direct, room] = [newId<'Conversation'>(), newId<'Conversation'>()]
  const write = (conversation: string, own: boolean, text: string) =>
    inWorkspace(database.db, workspace, async tx => {
      const id = newId<'Message'>()
      const at = new Date()
      await sql`insert into messages (workspace_id, message_id, conversation_id, connection_id, person_id, own, text, sent_at, delivery,
          delivery_at, created_at)
        values (${workspace}, ${id}, ${conversation}, ${connection}, ${own ? null : ana}, ${own}, ${text}, ${at}, 'received', ${at}, ${at})`.execute(
        tx,
      )
      return id
    })
  await inWorkspace(database.db, workspace, async tx => {
    await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, title, person_id, created_at)
      values (${workspace}, ${direct}, ${connection}, 'xmpp', 'direct', 'ana', null, ${ana}, now()),
        (${workspace}, ${room}, ${connection}, 'xmpp', 'room', 'nights', 'Nights at Elbe Clinic', null, now())`.execute(
      tx,
    )
    await recordActivity(
      tx,
      { events: createEvents() },
      workspace,
      [
        {
          person: ana,
          tool: 'blog',
          kind: 'post',
          key: 'post-1',
          title: 'Counting doors',
          text: 'Why the night shift counts doors before labels.',
          publishedAt: new Date(),
        },
      ],
      new Date(),
    )
  })
  const asked = await write(direct, false, 'Is it only the Night shift at Clínica Norte?')
  await write(direct, true, 'The night shift is one of three.')
  return { caller, ana, direct, room, asked, write }
}

const update = (caller: Caller, message: MessageId, change: 'retract' | 'delete' | { text: string }) =>
  inWorkspace(database.db, caller.workspace, async tx => {
    const where = sql`where workspace_id = ${caller.workspace} and message_id = ${message}`
    if (change === 'delete') await sql`delete from messages ${where}`.execute(tx)
    else if (change === 'retract') await sql`update messages set retracted_at = now() ${where}`.execute(tx)
    else await sql`update messages set text = ${change.text} ${where}`.execute(tx)
  })

test('messages, published things and rooms are found by their words, without case and accents', async () => {
  const { caller, ana, direct, room } = await anaAndHerWords()
  const found = await find(caller, 'night')
  expect(found.messages.map(one => [one.own, one.conversation])).toEqual([
    [true, direct],
    [false, direct],
  ])
  expect(found.activity).toMatchObject([{ person: ana, name: 'Ana Ruiz', stage: 'found', title: 'Counting doors' }])
  expect(found.rooms).toEqual([{ conversation: room, name: 'Nights at Elbe Clinic', tool: 'xmpp' }])
  const [clinic] = (await find(caller, 'CLINICA')).messages
  expect(clinic?.excerpt.marks.map(({ from, to }) => clinic.excerpt.text.slice(from, to))).toEqual(['Clínica'])
})

test('the last word may be unfinished, the others not; a phrase stands as it is', async () => {
  const { caller } = await anaAndHerWords()
  expect((await find(caller, 'shift onl')).messages).toHaveLength(1)
  expect((await find(caller, 'shif only')).messages).toHaveLength(0)
  expect((await find(caller, '"counts doors"')).activity).toHaveLength(1)
  expect((await find(caller, '"doors counts"')).activity).toHaveLength(0)
})

test('chips narrow it: what they said, on which tool, at which stage', async () => {
  const { caller } = await anaAndHerWords()
  const theirs = await find(caller, 'said:"night shift"')
  expect([theirs.messages.map(one => one.own), theirs.activity.length, theirs.rooms]).toEqual([[false], 1, []])
  const onBlog = await find(caller, 'night tool:blog')
  expect([onBlog.messages.length, onBlog.activity.length, onBlog.rooms.length]).toEqual([0, 1, 0])
  expect((await find(caller, 'night stage:found')).messages.map(one => [one.own, one.name])).toEqual([
    [true, 'Ana Ruiz'],
    [false, 'Ana Ruiz'],
  ])
  expect((await find(caller, 'night stage:connected')).activity).toEqual([])
})

test('what is edited, taken back or erased is found as it is now', async () => {
  const { caller, asked, direct, write } = await anaAndHerWords()
  await update(caller, asked, { text: 'Is it only days?' })
  expect((await find(caller, 'said:night')).messages).toEqual([])
  expect((await find(caller, 'said:days')).messages).toHaveLength(1)
  await update(caller, asked, 'retract')
  expect((await find(caller, 'said:days')).messages).toEqual([])
  const other = await write(direct, false, 'Tuesdays then')
  expect((await find(caller, 'tuesd')).messages).toHaveLength(1)
  await update(caller, other, 'delete')
  expect((await find(caller, 'tuesd')).messages).toEqual([])
  const { rows } = await database.pool.query('select 1 from said_search where item_id = $1', [other])
  expect(rows).toEqual([])
})

test('signs, brackets and words of the query language break nothing, and another workspace finds nothing', async () => {
  const { caller } = await anaAndHerWords()
  for (const typed of ['', '::', '((', '"', "it's", 'night & | !', 'a:b', 'said:', 'tool:', '<->', '\\', 'night\\:*'])
    await find(caller, typed)
  expect((await find(caller, '(night AND shift) OR')).messages).toHaveLength(2)
  const { workspace, user } = await seedConnection(database.db)
  expect(await find({ workspace, user, role: 'owner' }, 'night')).toEqual({ messages: [], activity: [], rooms: [] })
})

test('marks narrow it to who wrote, which label, which room, what time, and files', async () => {
  const { caller, ana, direct, room, write } = await anaAndHerWords()
  const { workspace } = caller
  await inWorkspace(database.db, workspace, tx => refreshPersonSearch(tx, workspace, [ana]))
  const label = newId<'Label'>()
  const [theirs, ours] = [await write(direct, false, 'nights suit me'), await write(direct, true, 'nights it is')]
  const inRoom = await write(room, true, 'who likes nights')
  await inWorkspace(database.db, workspace, async tx => {
    await sql`insert into labels (workspace_id, label_id, name, colour, created_at) values (${workspace}, ${label}, 'Night shift', 'blue', now())`.execute(
      tx,
    )
    await sql`update conversations set labels = ${[label]}::uuid[] where workspace_id = ${workspace} and conversation_id = ${direct}`.execute(
      tx,
    )
    await sql`update messages set sent_at = '2026-03-10T10:00:00Z', detail = '{"files": [{"name": "plan.pdf"}]}'
      where workspace_id = ${workspace} and message_id = ${ours}`.execute(tx)
  })
  const ids = async (q: string) => (await find(caller, q)).messages.map(message => message.id).toSorted()
  expect(await ids('from:"ana ruiz" nights')).toEqual([theirs])
  expect(await ids('from:nobody nights')).toEqual([])
  expect(await ids('from:me nights')).toEqual([ours, inRoom].toSorted())
  expect(await ids('label:"night shift" nights')).toEqual([theirs, ours].toSorted())
  expect(await ids('label:other nights')).toEqual([])
  expect(await ids('in:room nights')).toEqual([inRoom])
  expect(await ids('in:elbe nights')).toEqual([inRoom])
  expect(await ids('in:weser nights')).toEqual([])
  expect(await ids('has:file')).toEqual([ours])
  expect(await ids('has:file suit')).toEqual([])
  expect(await ids('before:2026-03-11 nights')).toEqual([ours])
  expect(await ids('after:2026-03-11 from:me nights')).toEqual([inRoom])
  expect((await find(caller, 'label:"night shift" door')).activity).toEqual([])
  expect(await ids('from:100% nights'), 'a name is no pattern').toEqual([])
})

test('whatever way is taken through many messages, the latest with these words are found, and no others', async () => {
  const { workspace, user, connection } = await seedConnection(database.db)
  // As uneven as words are, and the same each time.
  let seed = 7
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const word = () => `w${Math.floor(400 * next() ** 3)}`
  const texts = Array.from({ length: 600 }, () => Array.from({ length: 8 }, word).join(' '))
  await inWorkspace(database.db, workspace, async tx => {
    const conversation = newId<'Conversation'>()
    await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, created_at)
      values (${workspace}, ${conversation}, ${connection}, 'xmpp', 'direct', 'many', now())`.execute(tx)
    await sql`insert into messages (workspace_id, message_id, conversation_id, connection_id, own, text, sent_at, delivery, delivery_at, created_at)
      select ${workspace}, gen_random_uuid(), ${conversation}, ${connection}, false, t.text, now() - t.n * interval '1 minute', 'received', now(), now()
      from unnest(${texts}::text[]) with ordinality as t(text, n)`.execute(tx)
    await sql`analyze said_search`.execute(tx)
  })
  const has = (words: readonly string[], wanted: string, unfinished: boolean) =>
    words.some(each => (unfinished ? each.startsWith(wanted) : each === wanted))
  const brute = (typed: string) => {
    const { parts } = parseSaid(typed)
    return texts.filter(text =>
      parts.every(({ text: wanted, phrase }, index) =>
        phrase ? ` ${text} `.includes(` ${wanted} `) : has(text.split(' '), wanted, index === parts.length - 1),
      ),
    )
  }
  const typed = Array.from({ length: 12 }, (_, n) => [
    `${word()} ${word()} w${n % 10}`,
    `${word()} ${word()} w1${n % 10}`,
    `"${word()} ${word()}"`,
    `"${word()} ${word()}" w${n % 4}`,
    `${word()} "${word()} ${word()}"`,
    `${word()} w`,
  ]).flat()
  let some = 0
  for (const limits of [saidLimits, { walked: 3, fewRows: 0 }, { walked: 3, fewRows: 1_000_000 }])
    for (const each of typed) {
      const asked = { workspace, user, query: parseSaid(each), limit: 6 }
      const found = await inWorkspace(database.db, workspace, tx => listSaidMessages(tx, asked, limits))
      expect(
        found.map(({ text }) => text),
        each,
      ).toEqual(brute(each).slice(0, 6))
      some += Math.min(found.length, 1)
    }
  expect(some).toBeGreaterThan(30)
})
