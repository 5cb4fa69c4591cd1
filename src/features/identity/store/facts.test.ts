import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorkspaceId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { factColumns, factTableBuilder, separators } from '../model/fact-table.ts'
import { readFacts } from './facts.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const idOf = (n: number) => `01a22e3a-0d77-7000-b90e-${String(n).padStart(12, '0')}`
const sqlId = (n: string) => sql.raw(`('01a22e3a-0d77-7000-b90e-' || lpad((${n})::text, 12, '0'))::uuid`)

/** More than three texts of them: every seventh is part of the one before, and what is known of them is of all kinds. */
const people = 6_500

async function fill(workspace: WorkspaceId) {
  await inWorkspace(database.db, workspace, async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, given_name, place, merged_into, created_at, updated_at)
      select ${workspace}::uuid, ${sqlId('n')}, 'Name ' || chr(97 + n % 26), case when n % 4 > 0 then 'Given' || n end,
        case when n % 5 = 0 then repeat('long ', 400) || n end, case when n % 7 = 0 then ${sqlId('n - 1')} end, now(), now()
      from generate_series(1, ${people}::int) n`.execute(tx)
    await sql`insert into contact_points (workspace_id, person_id, kind, value, contact_key, source, created_at)
      select ${workspace}::uuid, ${sqlId('n')}, kind, key, key, 'test', now() from generate_series(1, ${people}::int) n
      cross join lateral (values (1, 'email', 'b' || n || '@mail.example'), (2, 'email', 'a' || n || '@mail.example'),
        (3, 'phone', '+346' || n), (4, 'url', 'page.example/' || n)) as point(at, kind, key)
      where n % (at + 1) = 0`.execute(tx)
    await sql`insert into profiles (workspace_id, profile_id, person_id, tool, handle, url, headline, facts, depth, source, collected_at, updated_at)
      select ${workspace}::uuid, gen_random_uuid(), ${sqlId('n')}, tool, 'h' || n, tool || '.example/' || n, 'Headline ' || tool,
        case when tool = 'github' then '{}'::jsonb
          else jsonb_build_object('positions', jsonb_build_array(jsonb_build_object('organisation', 'Works ' || n, 'title', 'Welder'))) end,
        at, 'test', now(), now()
      from generate_series(1, ${people}::int) n
      cross join lateral (values (2, 'linkedin'), (3, 'github'), (4, 'discord')) as profile(at, tool) where n % at = 0`.execute(
      tx,
    )
  })
}

/** What should be read of one, from how they were made. */
function wantedOf(n: number) {
  const mails = [n % 3 === 0 && `a${n}@mail.example`, n % 2 === 0 && `b${n}@mail.example`].filter(
    each => each !== false,
  )
  const [onLinkedIn, onGitHub] = [n % 2 === 0, n % 3 === 0]
  const known: Partial<Record<(typeof factColumns)[number][0], string>> = {
    name: `Name ${String.fromCharCode(97 + (n % 26))}`,
    given: n % 4 > 0 ? `Given${n}` : '',
    place: n % 5 === 0 ? `${'long '.repeat(400)}${n}` : '',
    mail: mails[0] ?? '',
    'other mail': mails[1] ?? '',
    phone: n % 4 === 0 ? `+346${n}` : '',
    page: onLinkedIn ? `linkedin.example/${n}` : n % 5 === 0 ? `page.example/${n}` : '',
    handle: onGitHub ? `h${n}` : '',
    // Of the profile that is known best: GitHub's says nothing of a position.
    employer: onLinkedIn && !onGitHub ? `Works ${n}` : '',
    title: onGitHub ? 'Headline github' : onLinkedIn ? 'Welder' : '',
  }
  return [idOf(n), ...factColumns.map(([name]) => known[name] ?? '')]
}

async function read(workspace: WorkspaceId) {
  const builder = factTableBuilder()
  let texts = 0
  await inWorkspace(database.db, workspace, async tx => {
    for await (const rows of readFacts(tx, workspace, separators)) {
      builder.add(rows)
      texts++
    }
  })
  const { table, personOf } = builder.finish()
  const rows = Array.from({ length: table.rowCount }, (_, row) => [
    personOf(row),
    ...table.columns.map(({ codes, values }) => values[codes[row] ?? 0] ?? ''),
  ])
  return { rows, texts }
}

test('of everyone who is not part of another all facts are read once, in the order of their ids', async () => {
  const { workspace } = await createWorkspace(database.db)
  await fill(workspace)
  const { rows, texts } = await read(workspace)
  expect(texts).toBeGreaterThan(2)
  expect(rows).toEqual(
    Array.from({ length: people }, (_, at) => at + 1)
      .filter(n => n % 7 > 0)
      .map(wantedOf),
  )
})

test('nobody of another workspace is read', async () => {
  const [one, other] = [await createWorkspace(database.db), await createWorkspace(database.db)]
  await fill(one.workspace)
  expect(await read(other.workspace)).toEqual({ rows: [], texts: 0 })
})
