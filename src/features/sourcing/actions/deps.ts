import type { SuppressionKey } from '#features/people/index.ts'
import type { ByteSource, Importer, Recognition } from '#importers/contract.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Events } from '#platform/events.ts'
import type { Database } from '#storage/database.ts'

export type RecognisedFile = { importer: Importer; recognition: Exclude<Recognition, { match: 'no' }> }

/** The importer that is surest of a file; undefined when none can read it. Handed in by the server: importers are not ours to know. */
export type RecogniseFile = (source: ByteSource) => Promise<RecognisedFile | undefined>

export type SourcingDeps = SuppressionKey & { db: Database; clock: Clock; events: Events; recogniseFile: RecogniseFile }
