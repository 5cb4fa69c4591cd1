import { lookThroughEveryone } from '#features/identity/actions/look.ts'
import { dedupeTable, pairHelper } from '#features/identity/index.ts'
import { factColumns, factTableBuilder, separators } from '#features/identity/model/fact-table.ts'
import { readFacts } from '#features/identity/store/facts.ts'
import { systemClock } from '#kernel/clock.ts'
import { parseId } from '#kernel/ids.ts'
import { inWorkspace, openDatabase } from '#storage/database.ts'

/** `node bench/look-run.ts look|clusters URL WORKSPACE`: a process of its own, so that what it takes is what the look takes. */
const [what, url = '', name = ''] = process.argv.slice(2)
const workspace = parseId<'Workspace'>(name)
if (!workspace) throw new Error(`${name} names no workspace`)
await using database = openDatabase({ url, maxConnections: 4 })
const { db } = database
const before = process.cpuUsage()
const began = performance.now()

if (what === 'look') {
  const { pairs } = await lookThroughEveryone({ db, clock: systemClock }, workspace)
  const seconds = (performance.now() - began) / 1_000
  const { user, system } = process.cpuUsage(before)
  process.send?.({ pairs, seconds, cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1_024 })
} else {
  const builder = factTableBuilder()
  await inWorkspace(db, workspace, async tx => {
    for await (const rows of readFacts(tx, workspace, separators)) builder.add(rows)
  })
  const { table } = builder.finish()
  const { rows } = dedupeTable(table, { map: new Map(factColumns), helper: pairHelper })
  process.send?.(Array.from(rows, ({ cluster }) => cluster))
}
