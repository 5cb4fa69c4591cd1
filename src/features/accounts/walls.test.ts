import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const [a, b] = [newId<'Workspace'>(), newId<'Workspace'>()]

/** Open on purpose (migrations 0003, 0013): what search walks, ids and single words, joined to walled tables before anyone sees them. */
const open = new Set(['person_search', 'said_search', 'search_names', 'search_words'])

type Column = { table: string; column: string; type: string; check: string | null }

/** One value of each type that passes the table's own checks where there are any. */
function sampleOf({ type, check, column }: Column): string {
  if (type === 'boolean') return 'false'
  const [listed] = check ? [...check.matchAll(/'([^']+)'/g)].map(match => match[1]) : []
  if (listed) return `'${listed}'`
  if (column === 'workspace_id') return `'${b}'`
  if (type.endsWith('[]')) return `'{}'`
  if (type === 'uuid') return `'${newId()}'`
  if (type === 'jsonb' || type === 'json') return `'{}'`
  if (type === 'tsvector') return `''`
  if (type === 'bytea') return `'\\x00'`
  if (type.startsWith('timestamp')) return `'2026-01-01T00:00:00Z'`
  if (type === 'date') return `'2026-01-01'`
  if (type === 'text') return `'x'`
  const bits = /^bit\((\d+)\)$/.exec(type)?.[1]
  if (bits !== undefined) return `B'${'0'.repeat(Number(bits))}'`
  return '1'
}

test('behind its wall a workspace reads, changes and adds none of another’s rows, though the query forgets to say so', async () => {
  const { rows: all } = await database.pool.query<{ table: string; walled: boolean }>(`
    select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as walled
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (
      select from pg_attribute where attrelid = c.oid and attname = 'workspace_id' and not attisdropped)
    order by 1`)
  expect(all.length).toBeGreaterThan(40)
  expect(all.filter(({ walled }) => !walled).map(({ table }) => table)).toEqual([...open])
  const tables = all.filter(({ table }) => !open.has(table))
  const { rows: columns } = await database.pool.query<Column>(`
    select c.relname as table, t.attname as column, format_type(t.atttypid, t.atttypmod) as type,
      (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and t.attnum = any(k.conkey)) as check
    from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and t.attnum > 0 and not t.attisdropped and t.attnotnull and t.attgenerated = '' and t.attidentity = ''
    order by c.relname, t.attnum`)
  const { rows: roles } = await database.pool.query(
    'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
  )
  expect(roles).toEqual([{ above: false }])

  const ids = new Map<string, string>()
  await acrossWorkspaces(database.db, async tx => {
    await sql
      .raw(`insert into workspaces (workspace_id, name, created_at) values ('${a}', 'A', now()), ('${b}', 'B', now())`)
      .execute(tx)
  })
  // Foreign keys and checks would ask for a whole world of rows: only the wall is looked at, so they are left out in this copy.
  const { rows: keys } = await database.pool.query<{ drop: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint where contype in ('f', 'c') and conrelid <> 0 and conparentid = 0`,
  )
  for (const { drop } of keys) await database.pool.query(drop)
  // Triggers write rows of their own beside the one that is counted.
  for (const { table } of tables) await database.pool.query(`alter table ${table} disable trigger user`)

  const unfilled: string[] = []
  for (const { table } of tables.filter(each => each.table !== 'workspaces')) {
    const needed = columns.filter(column => column.table === table)
    const statement = `insert into ${table} (${needed.map(each => each.column).join(', ')}) values (${needed.map(sampleOf).join(', ')})`
    try {
      await acrossWorkspaces(database.db, tx => sql.raw(statement).execute(tx))
    } catch (error) {
      unfilled.push(`${table}: ${String(error)}`)
    }
    ids.set(table, statement)
  }
  expect(unfilled).toEqual([])

  for (const { table } of tables) {
    const seen = (workspace: typeof a) =>
      inWorkspace(database.db, workspace, async tx => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)
        return rows[0]?.n
      })
    expect([table, await seen(b)]).toEqual([table, 1])
    expect([table, await seen(a)]).toEqual([table, table === 'workspaces' ? 1 : 0])
    await inWorkspace(database.db, a, async tx => {
      const result = await sql`delete from ${sql.table(table)} where workspace_id = ${b}`.execute(tx)
      expect([table, result.numAffectedRows]).toEqual([table, 0n])
    })
    const add = ids.get(table)
    if (add)
      await expect(
        inWorkspace(database.db, a, tx => sql.raw(add).execute(tx)),
        table,
      ).rejects.toThrow(/row-level security/)
  }
})

test('outside of a workspace nothing is seen at all', async () => {
  const { rows } = await database.pool.query('select workspace_id from workspaces')
  expect(rows).toEqual([])
})
