import { z } from 'zod'
import type { SendDeps } from '#features/broadcasts/actions/send/run.ts'
import { sendIssue } from '#features/broadcasts/actions/send.ts'
import { systemClock } from '#kernel/clock.ts'
import { idOf } from '#kernel/schema.ts'
import { createEvents } from '#platform/events.ts'
import { openKeyring } from '#platform/secrets.ts'
import { openDatabase } from '#storage/database.ts'

/** A sender as a process of its own, to be killed: what it needs is told in its first argument. */
const given = z
  .object({
    url: z.string(),
    outgoing: z.string(),
    keyFile: z.string(),
    workspace: idOf<'Workspace'>(),
    issue: idOf<'Issue'>(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))

await using database = openDatabase({ url: given.url, maxConnections: 4 })
const deps: SendDeps = {
  db: database.db,
  clock: systemClock,
  vault: await openKeyring(given.keyFile),
  publicUrl: 'https://kith.example',
  listKey: new Uint8Array(32),
  reach: { allowsAddress: () => true },
  outgoing: given.outgoing,
  touches: {
    events: createEvents(),
    suppressionKey: new Uint8Array(32),
    readText: {
      introduces: () => false,
      asksAboutWork: () => false,
      declines: () => false,
      optsOut: () => false,
    },
  },
}
await sendIssue(deps, { workspace: given.workspace, issue: given.issue }, new AbortController().signal)
