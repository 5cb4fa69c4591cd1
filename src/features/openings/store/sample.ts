import { sql } from 'kysely'
import type { OpeningId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { type Opening, upsertOpening } from './openings.ts'

export type SampleOpening = Pick<
  Opening,
  | 'slug'
  | 'title'
  | 'description'
  | 'must'
  | 'nice'
  | 'pay'
  | 'place'
  | 'town'
  | 'country'
  | 'employment'
  | 'organisation'
> & { id: OpeningId; workspace: WorkspaceId; owner: UserId; at: Date }

/** Open since `at`. */
export async function insertSampleOpening(tx: Transaction, given: SampleOpening): Promise<void> {
  const { at, ...rest } = given
  await upsertOpening(tx, {
    ...rest,
    placeId: null,
    street: '',
    postcode: '',
    region: '',
    remote: 'no',
    remoteFrom: [],
    organisationUrl: null,
    startsOn: null,
    applyUntil: null,
    form: true,
    lang: 'en',
    state: 'open',
    closedReason: null,
    openedAt: at,
    closedAt: null,
    sample: true,
    createdAt: at,
    updatedAt: at,
    removedAt: null,
  })
}

export async function deleteSampleOpenings(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`delete from openings where workspace_id = ${workspace} and sample`.execute(tx)
}
