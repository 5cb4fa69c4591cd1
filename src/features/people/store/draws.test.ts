import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { allLots, expectByDraw, fewest } from './draws.ts'
import type { Wanted } from './matching.ts'
import { countAndRank, countMatches } from './search.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

test('how many match is concluded from a draw, and the best of them are those of all, whatever their ranks are', async () => {
  const caller = await createWorkspace(database.db)
  const people = 60_000
  const wanted = (tsquery: string, selective = true): Wanted => ({
    workspace: caller.workspace,
    user: caller.user,
    now: new Date('2026-11-22T10:00:00Z'),
    selective,
    condition: { kind: 'text', tsquery },
  })
  await inWorkspace(database.db, caller.workspace, async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${caller.workspace}, gen_random_uuid(), 'Somebody ' || n, now(), now() from generate_series(1, ${people}) n`.execute(
      tx,
    )
    // Ranks lie on the steps of the index, just beside them and in heaps of the same; the best are no nurses.
    await sql`insert into person_search (workspace_id, person_id, name_folded, words, prior, facets)
      select workspace_id, person_id, 'x', to_tsvector('simple', concat_ws(' ', case when n % 2 = 0 and prior < 0.9 then 'nurse' end,
          case when n % 3 = 0 then 'night' end, case when n % 4000 = 0 then 'midwife' end, 'w' || n % 90)), prior, '{}'
      from (select *, (case n % 4 when 2 then round((n % 257) / 256.0, 2) else (n % 257) / 256.0 end)::real as prior
        from (select *, row_number() over (order by hashtext(person_id::text)) as n from people where workspace_id = ${caller.workspace}) p) p`.execute(
      tx,
    )
    await sql`analyze person_search`.execute(tx)
    const truly = async (tsquery: string) => {
      const { rows } = await sql<{ id: PersonId }>`select person_id as id from person_search
        where workspace_id = ${caller.workspace} and words @@ ${tsquery}::tsquery order by prior desc, person_id`.execute(
        tx,
      )
      return rows.map(row => row.id)
    }
    for (const tsquery of [`'nurse'`, `'nurse' & 'night'`, `('night' | 'w':*) & !'midwife'`, `'nurse' & !'w1'`]) {
      const all = await truly(tsquery)
      const expected = (await expectByDraw(tx, wanted(tsquery))) ?? 0
      expect({ tsquery, share: expected / all.length > 0.6 && expected / all.length < 1.5 }).toEqual({
        tsquery,
        share: true,
      })
      const { total, best } = await countAndRank(tx, wanted(tsquery))
      expect({ tsquery, total: Math.min(10_001, all.length) }).toEqual({ tsquery, total })
      if (best) expect(best.map(one => one.person)).toEqual(all.slice(0, best.length))
      expect(await countMatches(tx, wanted(tsquery))).toBe(total)
    }
    // Whoever has no word that is asked for is drawn of everybody.
    const without = (await expectByDraw(tx, wanted(`!'nurse'`, false))) ?? 0
    const truth = (await truly(`!'nurse'`)).length
    expect(without / truth).toBeGreaterThan(0.6)
    expect(without / truth).toBeLessThan(1.5)
    // Of few no draw tells; they are counted.
    expect(await expectByDraw(tx, wanted(`'midwife'`))).toBeUndefined()
    expect(await countMatches(tx, wanted(`'midwife'`))).toBe((await truly(`'midwife'`)).length)
    expect(fewest).toBeLessThan(people)
    expect(allLots).toBe(256)
  })
})
