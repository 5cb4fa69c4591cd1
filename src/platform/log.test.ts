import { expect, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'

function record() {
  const lines: string[] = []
  return { log: createLog({ level: 'info', write: line => lines.push(line) }), lines }
}

test('a log line holds ids and codes; passwords, texts and addresses are left out wherever they hide', () => {
  const { log, lines } = record()
  log.info(
    { person: 'p1', password: 'hunter2', request: { headers: { cookie: 'session=1' }, email: 'ada@example.com' } },
    'signed in',
  )
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ person: 'p1', msg: 'signed in' })
  expect(lines[0]).not.toMatch(/hunter2|session=1|ada@example/)
})

test("a database error is logged with its code and constraint, without the row's values", async () => {
  await using database = await startTestDatabase({ empty: true })
  await database.pool.query('create table guests (mail text primary key)')
  await database.pool.query("insert into guests values ('ada@example.com')")
  const { log, lines } = record()
  await database.pool
    .query("insert into guests values ('ada@example.com')")
    .catch((error: unknown) => log.error({ error }, 'task failed'))
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { code: '23505', constraint: 'guests_pkey' } })
  expect(lines[0]).not.toContain('ada@')
})

test('what lies below the asked level is not written', () => {
  const { log, lines } = record()
  log.debug({}, 'quiet')
  expect(lines).toEqual([])
})
