import { createHash } from 'node:crypto'
import { wordLanguageFor } from '#features/etiquette/model.ts'
import { hourMs } from '#kernel/clock.ts'
import type { MessageId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { reachLimits } from '../../model/reach.ts'
import { type ReachWord, reachWords } from '../../model/reach-words.ts'
import { findMessageKeys, insertMessageKeys } from '../../store/messages.ts'
import { insertOutbox } from '../../store/outbox.ts'
import { findReachOwner, type Reach, updateReachTold } from '../../store/reach.ts'

/** An id that the same cause always gives (a UUIDv8): made twice, it is one thing. */
export function idFrom<Id extends string>(cause: string): Id {
  const digits = createHash('sha256').update(cause).digest('hex')
  const variant = ((Number.parseInt(digits.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(18, 20)}-${digits.slice(20, 32)}` as Id
}

export type Place = Pick<Reach, 'user' | 'connection'> & { address: string }

/** Into the outbox once only; its own key is known from now on, so that its echo is no news. */
export async function queueToSelf(
  tx: Transaction,
  workspace: WorkspaceId,
  to: Place,
  given: {
    id: MessageId
    text: string
    subject?: string
    about?: { message: MessageId; conversation: Parameters<typeof insertOutbox>[2]['conversation'] }
  },
  now: Date,
): Promise<void> {
  const { id, text, subject, about } = given
  if ((await findMessageKeys(tx, workspace, to.connection, [id])).has(id)) return
  await insertMessageKeys(tx, workspace, to.connection, [{ key: id, message: null }])
  await insertOutbox(
    tx,
    workspace,
    {
      message: id,
      subject: about?.message ?? null,
      connection: to.connection,
      conversation: about?.conversation ?? null,
      action: 'forward',
      payload: {
        to: { id: to.address, kind: 'direct' },
        text,
        ...(subject === undefined ? {} : { subject }),
      },
      bucket: to.address,
    },
    now,
  )
}

/** Says something to the recruiter at their own address; `cause` makes it once. After too many in an hour nothing is said. */
export async function tellSelf(
  tx: Transaction,
  workspace: WorkspaceId,
  reach: Reach,
  cause: string,
  word: ReachWord,
  now: Date,
): Promise<void> {
  const owner = await findReachOwner(tx, workspace, reach.user)
  if (!owner || reach.address === null) return
  const fresh = !reach.toldSince || now.getTime() - reach.toldSince.getTime() > hourMs
  const count = fresh ? 1 : reach.toldCount + 1
  if (count > reachLimits.tellsPerHour) return
  await updateReachTold(tx, workspace, reach.user, { count, since: fresh || !reach.toldSince ? now : reach.toldSince })
  const text = reachWords(word, wordLanguageFor([owner.locale]))
  await queueToSelf(tx, workspace, { ...reach, address: reach.address }, { id: idFrom(`reach:${cause}`), text }, now)
}
