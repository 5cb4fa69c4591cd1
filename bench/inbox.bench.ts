import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import {
  countInbox,
  type InboxQuery,
  type InboxView,
  listInbox,
  listPresenceOf,
} from '#features/conversations/store/inbox.ts'
import { findSaid } from '#features/search/actions.ts'
import { type ConversationId, type LabelId, newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { type Database, inWorkspace, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'

export const name = 'inbox'
export const partOf = 'messaging'

/**
 * `npm run bench inbox 2000 100000` takes so many conversations and messages; the same numbers give the same inbox. A folder as third
 * argument keeps it: made the first time, measured only from then on.
 */
const conversations = Number(process.argv[3] ?? 100_000)
const messages = Number(process.argv[4] ?? 5_000_000)
const kept = process.argv[5]
const rounds = 40
const perStep = 250_000

type Place = { workspace: WorkspaceId; user: UserId; other: UserId; label: LabelId }

/**
 * Made inside the database by arithmetic on the row's number, so that it is the same each time and takes minutes, not hours. Words are
 * as uneven as words are: the first of 20,000 stand in every other message, the last in a few dozen.
 */
async function load(db: Database, place: Place): Promise<void> {
  const { workspace, user, other, label } = place
  await inWorkspace(db, workspace, async tx => {
    await sql`insert into workspaces (workspace_id, name, created_at) values (${workspace}, 'Bench', now())`.execute(tx)
    await sql`insert into users (workspace_id, user_id, email, name, role, created_at)
      values (${workspace}, ${user}, 'b@kith.example', 'B', 'owner', now()), (${workspace}, ${other}, 'c@kith.example', 'C', 'recruiter', now())`.execute(
      tx,
    )
    await sql`insert into labels (workspace_id, label_id, name, colour, created_at)
      values (${workspace}, ${label}, 'nights', 'blue', now())`.execute(tx)
    await sql`insert into connections (workspace_id, connection_id, user_id, tool, label, state, state_at, created_at)
      select ${workspace}, ('c0000000-0000-7000-8000-00000000000' || n)::uuid, ${user}, (array['xmpp','irc','email','matrix','telegram'])[n],
        'C' || n, 'connected', now(), now() from generate_series(1, 5) n`.execute(tx)
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${workspace}, ('b0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n, now(), now()
      from generate_series(1, ${conversations}::int) n where n % 10 <> 0`.execute(tx)
    await sql`insert into relationships (workspace_id, user_id, person_id, stage, stage_since, last_touch_at)
      select ${workspace}, ${user}, ('b0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'connected', now(), now()
      from generate_series(1, ${conversations}::int) n where n % 10 <> 0 and n % 3 = 0`.execute(tx)
    // One in three is done, one in ten a request, one in fifty snoozed, one in thirty unread; half are somebody's.
    await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, title, person_id, requested,
        assignee_id, done_at, snoozed_until, snooze_for, unread_count, last_message_at, last_preview, last_own, version, labels, created_at)
      select ${workspace}, ('d0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
        ('c0000000-0000-7000-8000-00000000000' || 1 + n % 5)::uuid, (array['xmpp','irc','email','matrix','telegram'])[1 + n % 5], 'direct',
        'p' || n || '@example.org', 'Person ' || n,
        case when n % 10 <> 0 then ('b0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid end, n % 10 = 0,
        case n % 4 when 0 then ${user}::uuid when 1 then ${other}::uuid end,
        case when n % 3 = 0 then now() end, case when n % 50 = 1 then now() + interval '3 days' end, case when n % 50 = 1 then 'time' end,
        case when n % 30 = 1 then 2 else 0 end, now() - n * interval '2 minutes', 'The last that was said, number ' || n, n % 2 = 0, 50,
        case when n % 20 = 1 then array[${label}::uuid] else '{}' end, now()
      from generate_series(1, ${conversations}::int) n`.execute(tx)
    await sql`insert into presence (workspace_id, connection_id, remote_id, state, since)
      select ${workspace}, ('c0000000-0000-7000-8000-00000000000' || 1 + n % 5)::uuid, 'p' || n || '@example.org', 'online', now()
      from generate_series(1, ${conversations}::int) n where n % 100 = 1`.execute(tx)
  })
  for (let from = 1; from <= messages; from += perStep) {
    const to = Math.min(from + perStep - 1, messages)
    await inWorkspace(db, workspace, tx =>
      sql`insert into messages (workspace_id, message_id, conversation_id, connection_id, person_id, own, sender_id, text, sent_at, delivery,
          delivery_at, created_at)
        select ${workspace}, ('a0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
          ('d0000000-0000-7000-8000-' || lpad(c::text, 12, '0'))::uuid, ('c0000000-0000-7000-8000-00000000000' || 1 + c % 5)::uuid,
          case when c % 10 <> 0 then ('b0000000-0000-7000-8000-' || lpad(c::text, 12, '0'))::uuid end, n % 2 = 0,
          case when n % 2 = 1 then 'p' || c || '@example.org' end,
          (select string_agg('word' || floor(20000 * power(((n::bigint * 7919 + w * 104729) % 1000003) / 1000003.0, 3))::int, ' ')
            from generate_series(1, 12) w),
          now() - (${messages}::int - n) * interval '6 seconds', case when n % 2 = 0 then 'delivered' else 'received' end, now(), now()
        from (select n, 1 + (n * 31) % ${conversations}::int as c from generate_series(${from}::bigint, ${to}::bigint) n) made`.execute(
        tx,
      ),
    )
  }
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

async function time(work: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let round = -2; round < rounds; round += 1) {
    const began = performance.now()
    await work(round)
    if (round >= 0) times.push(performance.now() - began)
  }
  return times
}

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'kith-bench-')))
  try {
    await mkdir(folder, { recursive: true })
    // As root the server runs as another user, who has to reach its folder.
    await chmod(folder, 0o711)
    return await measure(join(folder, 'postgres'), join(folder, 'place.json'))
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
}

const views: readonly InboxView[] = ['all', 'unread', 'mine', 'unassigned', 'waiting', 'snoozed', 'requests', 'done']

const placeShape = z.custom<Place>(value => typeof value === 'object' && value !== null && 'workspace' in value)

async function findPlace(file: string): Promise<Place | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : placeShape.parse(JSON.parse(text))
}

async function measure(dataDir: string, placeFile: string): Promise<{ name: string; figure: number; unit: string }[]> {
  await using server = await startEmbedded({ dataDir, durable: false })
  await using database = openDatabase({ url: server.url, maxConnections: 4 })
  await migrate(database.pool)
  const { db } = database
  const found = await findPlace(placeFile)
  const place: Place = found ?? { workspace: newId(), user: newId(), other: newId(), label: newId() }
  const { workspace, user, label } = place
  const caller = { workspace, user, role: 'owner' as const }
  const began = performance.now()
  if (!found) {
    await load(db, place)
    await database.pool.query('vacuum analyze')
    await writeFile(placeFile, JSON.stringify(place))
  }
  const measured = [
    {
      name: `${conversations} conversations, ${messages} messages, ${found ? 'opened' : 'made and indexed'}`,
      figure: (performance.now() - began) / 1_000,
      unit: 's',
    },
  ]
  // What the route does for one page: rows, who is online, counts.
  const open = (query: Omit<InboxQuery, 'limit'>) =>
    inWorkspace(db, workspace, async tx => {
      const now = new Date()
      const rows = await listInbox(tx, workspace, user, { ...query, limit: 50, now })
      await listPresenceOf(
        tx,
        workspace,
        rows.map(row => row.id),
      )
      await countInbox(tx, workspace, user, now)
      return rows
    })
  const opened: number[] = []
  const note = (what: string, times: number[], all: number[]) => {
    all.push(...times)
    measured.push({
      name: `${what}, 95th percentile`,
      figure: at(
        times.toSorted((a, b) => a - b),
        0.95,
      ),
      unit: 'ms',
    })
  }
  for (const view of views) note(`open ${view}`, await time(() => open({ view })), opened)
  note('open one tool', await time(() => open({ view: 'all', tool: 'irc' })), opened)
  note('open one label', await time(() => open({ view: 'all', label })), opened)
  let before: { at: Date; id: ConversationId } | undefined
  const walked = await time(async () => {
    const rows = await open({ view: 'all', ...(before ? { before } : {}) })
    const last = rows.at(-1)
    before = last?.topAt ? { at: last.topAt, id: last.id } : undefined
  })
  note('the next page', walked, opened)
  const middle = await open({
    view: 'all',
    before: { at: new Date(Date.now() - conversations * 60_000), id: newId() },
  })
  const deep = middle.at(-1)
  if (deep?.topAt) {
    const place = { at: deep.topAt, id: deep.id }
    note('a page in the middle', await time(() => open({ view: 'all', before: place })), opened)
  }
  const word = (rank: number) => `word${rank}`
  const searches: [string, (round: number) => string][] = [
    ['search: in every other message', () => word(0)],
    ['search: frequent word', round => word(5 + round)],
    ['search: middling word', round => word(1_000 + round)],
    ['search: rare word', round => word(15_000 + round)],
    ['search: two words', round => `${word(round)} ${word(200 + round)}`],
    ['search: three words, the last unfinished', round => `${word(0)} ${word(3)} word1${round % 9}`],
    ['search: a phrase', round => `"${word(round)} ${word(round + 1)}"`],
    ['search: nothing has it', round => `nosuchword${round}`],
    ['search: frequent word, what they said', round => `said:${word(round)}`],
    ['search: frequent word, one tool', round => `tool:irc ${word(5 + round)}`],
    ['search: frequent word, one label', round => `label:nights ${word(5 + round)}`],
    ['search: frequent word, from one person', round => `from:"Person ${round + 11}" ${word(round % 3)}`],
    ['search: frequent word, a month', round => `before:${day(60)} after:${day(90)} ${word(5 + round)}`],
  ]
  const searched: number[] = []
  for (const [what, typed] of searches)
    note(what, await time(round => findSaid({ db }, caller, typed(Math.max(round, 0)))), searched)
  for (const [what, times] of [
    ['inbox open, all together', opened],
    ['search, all together', searched],
  ] as const) {
    const sorted = times.toSorted((a, b) => a - b)
    measured.push({ name: `${what}, median`, figure: at(sorted, 0.5), unit: 'ms' })
    measured.push({ name: `${what}, 95th percentile`, figure: at(sorted, 0.95), unit: 'ms' })
  }
  return measured
}

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
