import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type WorkspaceId } from '#kernel/ids.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { writeTrusted } from '#storage/trusted-rows.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const insertPerson = (tx: Transaction, workspace: WorkspaceId, person: string) =>
  sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
    values (${workspace}, ${person}, 'Ana Ruiz', now(), now())`.execute(tx)
const insertTag = (tx: Transaction, workspace: WorkspaceId, person: string) =>
  sql`insert into tags (workspace_id, person_id, tag) values (${workspace}, ${person}, 'x')`.execute(tx)

test('trusted rows are written with those they hang on, and go with them', async () => {
  const { workspace } = await createWorkspace(database.db)
  const person = newId<'Person'>()
  const left = await inWorkspace(database.db, workspace, async tx => {
    await writeTrusted(tx, workspace, async () => {
      await insertPerson(tx, workspace, person)
      await insertTag(tx, workspace, person)
    })
    await sql`delete from people where workspace_id = ${workspace} and person_id = ${person}`.execute(tx)
    return (await sql`select 1 from tags where workspace_id = ${workspace}`.execute(tx)).rows
  })
  expect(left).toEqual([])
})

test('trusted rows are held to their unique keys and to the wall between workspaces', async () => {
  const { workspace } = await createWorkspace(database.db)
  const other = await createWorkspace(database.db)
  const person = newId<'Person'>()
  const trusted = (work: (tx: Transaction) => Promise<unknown>) =>
    inWorkspace(database.db, workspace, tx => writeTrusted(tx, workspace, async () => void (await work(tx))))
  await trusted(tx => insertPerson(tx, workspace, person))
  await expect(trusted(tx => insertPerson(tx, workspace, person))).rejects.toMatchObject({ code: '23505' })
  await expect(trusted(tx => insertPerson(tx, other.workspace, newId()))).rejects.toMatchObject({ code: '42501' })
})

test('what comes after trusted rows in one transaction is held to its foreign keys again', async () => {
  const { workspace } = await createWorkspace(database.db)
  const orphan = inWorkspace(database.db, workspace, async tx => {
    await writeTrusted(tx, workspace, async () => undefined)
    await insertTag(tx, workspace, newId())
  })
  await expect(orphan).rejects.toMatchObject({ code: '23503' })
})
