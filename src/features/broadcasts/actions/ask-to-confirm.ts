import type { SubscriberId, WorkspaceId } from '#kernel/ids.ts'
import { connectSmtp } from '#platform/mail/smtp.ts'
import { inWorkspace } from '#storage/database.ts'
import { returnPath } from '../model/reference.ts'
import { pressFor } from '../render/letter.ts'
import { compileConfirmation } from '../render/mail-html.ts'
import { findList } from '../store/lists.ts'
import { findMailSettings } from '../store/settings.ts'
import { findSubscriber } from '../store/subscribers.ts'
import { newConfirmToken } from '../tokens.ts'
import type { BroadcastsDeps } from './deps.ts'
import { endAddress } from './reports.ts'
import { findMailBase, messageIdOf, readerOf, senderFor, serverOf } from './sender.ts'

/** The mail server did not take it now: the task is tried again. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly code = 'not-taken'
}

/** Sends the question, unless it was answered or replaced meanwhile. Without settings it waits for them, as tasks wait. */
export async function sendConfirmation(
  deps: Pick<BroadcastsDeps, 'db' | 'clock' | 'vault' | 'publicUrl' | 'listKey' | 'reach'>,
  given: { workspace: WorkspaceId; subscriber: SubscriberId },
  signal: AbortSignal,
): Promise<void> {
  const { workspace } = given
  const { subscriber, list, settings, base } = await inWorkspace(deps.db, workspace, async tx => {
    const subscriber = await findSubscriber(tx, workspace, given.subscriber)
    return {
      subscriber,
      list: subscriber && (await findList(tx, workspace, subscriber.list)),
      settings: await findMailSettings(tx, workspace),
      base: await findMailBase(tx, deps, workspace),
    }
  })
  if (!subscriber?.nonce || subscriber.state !== 'asked' || !list) return
  if (!settings) throw new NotTaken('there is no way out for list mail yet')
  const now = deps.clock.now()
  const again = subscriber.source === 'import'
  const compiled = compileConfirmation({ ...list, list: list.name, imprint: settings.imprint, again })
  const reference = { subscriber: subscriber.number, issue: 0 }
  const reader = readerOf(deps, subscriber, reference, newConfirmToken(deps, subscriber.number, subscriber.nonce))
  const id = `kith.${subscriber.nonce.toString('hex')}.${messageIdOf(reference, settings)}`
  const data = await pressFor(compiled, senderFor(deps, base, settings, undefined)).letter(reader, now, id)
  await using connection = await connectSmtp(serverOf(deps, settings), { reach: deps.reach, signal })
  const reply = await connection.send({
    from: returnPath(settings.returnAddress, reader.back),
    to: subscriber.email,
    data,
    watch: { offering() {}, handed() {} },
  })
  if (reply.code < 400) return
  if (reply.code < 500) throw new NotTaken(`the mail server said ${reply.code}`)
  // Nobody is there: no second question goes to it.
  if (/\b5\.1\.[0-36]\b/.test(reply.text))
    await inWorkspace(deps.db, workspace, tx =>
      endAddress(tx, deps, workspace, subscriber.id, 'hard-bounce', reply.text),
    )
}
