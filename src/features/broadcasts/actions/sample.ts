import type { TouchDeps } from '#features/relationships/index.ts'
import { type ListId, newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { firstWording, type Interest, slugOf } from '../model/lists.ts'
import { insertIssue } from '../store/issues.ts'
import { insertList, insertWording } from '../store/lists.ts'
import { insertSampleReaders, updateSampleList } from '../store/sample.ts'
import { keyAndHash } from './subscribe.ts'

export type SampleReader = {
  person: PersonId
  name: string
  email: string
  place: string
  interests: readonly string[]
}

/** A list as it looks after a few months, with a draft that waits. Nothing of it can be sent: its addresses belong to nobody. */
export async function insertSampleList(
  tx: Transaction,
  deps: { touches: TouchDeps },
  given: {
    workspace: WorkspaceId
    user: UserId
    name: string
    interests: readonly Interest[]
    readers: readonly SampleReader[]
    issue: { subject: string; preheader: string; body: string }
    now: Date
  },
): Promise<ListId> {
  const { workspace, user, name, interests, now } = given
  const id = newId<'List'>(now.getTime())
  const words = firstWording.en
  await insertList(tx, { workspace, id, slug: slugOf(name), name, lang: 'en', interests, owner: user }, now)
  await insertWording(tx, { workspace, id, version: 1, ...words, lang: 'en', user }, now)
  await updateSampleList(tx, workspace, id)
  await insertSampleReaders(
    tx,
    workspace,
    id,
    given.readers.map((reader, place) => ({
      ...reader,
      ...keyAndHash(deps, workspace, reader.email),
      at: new Date(now.getTime() - (place + 1) * 4 * 86_400_000),
    })),
  )
  await insertIssue(
    tx,
    { workspace, id: newId<'Issue'>(now.getTime()), list: id, ...given.issue, segment: {}, user },
    now,
  )
  return id
}
