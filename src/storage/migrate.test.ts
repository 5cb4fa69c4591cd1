import { expect, test } from 'vitest'
import { startTestDatabase } from '#tests/servers/postgres.ts'

test('a migrated database belongs to a role that row-level security binds', async () => {
  await using database = await startTestDatabase()
  const { rows } = await database.pool.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user')
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
  expect((await database.pool.query('select count(*)::int as n from kith_migrations')).rows[0].n).toBeGreaterThan(8)
})
