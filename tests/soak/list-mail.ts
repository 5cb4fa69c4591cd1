import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { readFigures } from '#features/broadcasts/store/deliveries.ts'
import { migrateTasks } from '#platform/worker.ts'
import { inWorkspace, openDatabase } from '#storage/database.ts'
import { migrate } from '#storage/migrate.ts'
import { mailSettings, startMailDesk } from '../servers/list-mail.ts'
import { startScratchServer } from '../servers/postgres.ts'
import { startSmtpSink } from '../servers/smtp-sink.ts'
import { createWorkspace } from '../servers/workspace.ts'

/**
 * npm run soak:mail [readers]: an issue whose sender is killed five times, with people leaving in between. Ends with 1 when anybody got it
 * twice, was left out without being counted as "nobody can tell", or got it after leaving.
 */
const readers = Number(process.argv[2] ?? 100_000)
const kills = 5
const leavers = 100
const sender = fileURLToPath(new URL('../servers/list-sender.ts', import.meta.url))

await using server = await startScratchServer()
await using database = openDatabase({ url: server.url, maxConnections: 4 })
await migrate(database.pool)
await migrateTasks(database.pool)
const { db } = database
await using sink = await startSmtpSink()
const caller = await createWorkspace(db)
const { workspace } = caller
await using desk = await startMailDesk(db, caller, mailSettings(sink.port, { connections: 8 }))
const issue = await desk.addIssue(await desk.addList(readers))
const figures = () => inWorkspace(db, workspace, tx => readFigures(tx, workspace, issue))

const begun = performance.now()
const gone = new Set<string>()
for (let kill = 1; kill <= kills + 1; kill += 1) {
  const given = { url: server.url, outgoing: desk.outgoing, keyFile: desk.keyFile, workspace, issue }
  const child = spawn(process.execPath, [sender, JSON.stringify(given)], { stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  if (kill > kills) {
    if ((await ended) !== 0) throw new Error('The last run did not end well.')
    break
  }
  while (child.exitCode === null && (await figures()).sent < (readers * kill) / (kills + 1)) await sleep(200)
  // Not at a boundary of our own making.
  await sleep(Math.random() * 300)
  child.kill('SIGKILL')
  await ended
  const left = await inWorkspace(db, workspace, tx =>
    sql<{ email: string }>`update list_subscribers s set state = 'left' where (workspace_id, subscriber_id) in
      (select d.workspace_id, d.subscriber_id from list_deliveries d join list_subscribers w using (workspace_id, subscriber_id)
        where d.workspace_id = ${workspace} and d.issue_id = ${issue} and d.state = 0 and w.state = 'confirmed'
        order by random() limit ${leavers / kills}) returning email`.execute(tx),
  )
  for (const row of left.rows) gone.add(row.email)
  console.log(`killed ${kill}: ${(await figures()).sent} sent`)
}
const got = await sink.recipients()
const told = await figures()
const twice = got.length - new Set(got).size
const afterLeaving = got.filter(address => gone.has(address)).length
const missing = readers - gone.size - new Set(got).size
console.log(
  `${readers} readers, ${kills} kills, ${Math.round((performance.now() - begun) / 1_000)} s: ${twice} twice, ${missing} missing, ${told.unknown} told as unknown, ${told.unheard} handed over without an answer, ${gone.size} left in between and ${afterLeaving} of them got it.`,
)
process.exitCode =
  gone.size === leavers && twice === 0 && missing <= told.unknown && afterLeaving === 0 && told.unknown <= 2 * kills
    ? 0
    : 1
