import { audit } from '#features/accounts/index.ts'
import { listContactCards } from '#features/people/index.ts'
import {
  type ContactCard,
  contactCsvHeader,
  printContactCsvRow,
  printCsvRow,
  printVCard,
} from '#features/people/model.ts'
import type { Clock } from '#kernel/clock.ts'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse, unreachable } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { type EntityName, readEntity, readEntityColumns, readWorkspace } from '#storage/export.ts'
import { type Counter, counted, type EntityFormat, type PeopleFormat, printArray, printRow } from './model.ts'

export type ExportDeps = { db: Database; clock: Clock }

const cardsAtOnce = 500
const most = { running: 2 }

async function* readCards(db: Database, workspace: WorkspaceId): AsyncGenerator<ContactCard> {
  let after: PersonId | undefined
  for (;;) {
    const cards = await inWorkspace(db, workspace, tx => listContactCards(tx, workspace, after, cardsAtOnce))
    yield* cards
    after = cards.at(-1)?.personId
    if (cards.length < cardsAtOnce) return
  }
}

/** Merged people stand under the one they are; sample people are left out. */
export async function* printPeople(
  db: Database,
  workspace: WorkspaceId,
  format: PeopleFormat,
  counter: Counter,
): AsyncGenerator<string> {
  const cards = readCards(db, workspace)
  if (format === 'json') return yield* printArray(cards, counter)
  if (format === 'csv') yield contactCsvHeader
  const print = format === 'csv' ? printContactCsvRow : printVCard
  for await (const card of cards) {
    counter.records += 1
    yield print(card)
  }
}

export async function* printEntity(
  db: Database,
  workspace: WorkspaceId,
  name: EntityName,
  format: EntityFormat,
  counter: Counter,
): AsyncGenerator<string> {
  const rows = readEntity(db, workspace, name)
  if (format === 'json') return yield* printArray(rows, counter)
  const columns = await inWorkspace(db, workspace, tx => readEntityColumns(tx, name))
  yield printCsvRow(columns)
  for await (const row of rows) {
    counter.records += 1
    yield printRow(columns, row)
  }
}

export async function* printEverything(db: Database, workspace: WorkspaceId, counter: Counter): AsyncGenerator<string> {
  for await (const line of counted(readWorkspace(db, workspace), counter)) yield `${line}\n`
}

export type Wish =
  | { what: 'people'; format: PeopleFormat }
  | { what: 'entity'; name: EntityName; format: EntityFormat }
  | { what: 'everything' }

export type Desk = { running: number }

/** What is asked for, as it is read; that it left is in the audit log before the first line goes. `desk`: what runs on this server. */
export async function beginExport(
  deps: ExportDeps,
  caller: Caller,
  wish: Wish,
  desk: Desk,
): Promise<Result<AsyncGenerator<string>, { code: 'too-many-exports' }>> {
  if (desk.running >= most.running) return refuse({ code: 'too-many-exports' })
  const { workspace } = caller
  const { what, ...detail } = wish
  await inWorkspace(deps.db, workspace, tx =>
    audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'workspace.exported',
      subjectKind: 'workspace',
      subject: workspace,
      detail: { what, ...detail },
    }),
  )
  return done(held(linesOf(deps.db, workspace, wish), desk))
}

function linesOf(db: Database, workspace: WorkspaceId, wish: Wish): AsyncGenerator<string> {
  const counter = { records: 0 }
  switch (wish.what) {
    case 'people':
      return printPeople(db, workspace, wish.format, counter)
    case 'entity':
      return printEntity(db, workspace, wish.name, wish.format, counter)
    case 'everything':
      return printEverything(db, workspace, counter)
    default:
      return unreachable(wish)
  }
}

async function* held(lines: AsyncGenerator<string>, desk: Desk): AsyncGenerator<string> {
  desk.running += 1
  try {
    yield* lines
  } finally {
    desk.running -= 1
  }
}
