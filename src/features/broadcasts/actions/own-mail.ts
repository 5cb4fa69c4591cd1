import { createHash, randomBytes } from 'node:crypto'
import { makeLinkForAddress, type OwnMail } from '#features/privacy/index.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { connectSmtp } from '#platform/mail/smtp.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace } from '#storage/database.ts'
import { readAddress } from '../model/address.ts'
import { returnPath } from '../model/reference.ts'
import { pressFor } from '../render/letter.ts'
import { compileOwnLink } from '../render/mail-html.ts'
import { findMailSettings } from '../store/settings.ts'
import { listOfPersonForUpdate } from '../store/subscribers.ts'
import { ownLinkTask } from '../task-kinds.ts'
import { NotTaken } from './ask-to-confirm.ts'
import type { BroadcastsDeps } from './deps.ts'
import { endSubscription } from './leave.ts'
import { domainOf, findMailBase, readerOf, senderFor, serverOf } from './sender.ts'

/** What somebody's own page needs of lists and of mail. */
export function ownMailOver(deps: Pick<BroadcastsDeps, 'db' | 'clock' | 'touches' | 'listKey'>): OwnMail {
  const { db } = deps
  return {
    lists: (workspace, person) =>
      inWorkspace(db, workspace, async tx =>
        (await listOfPersonForUpdate(tx, workspace, person)).map(one => ({
          id: one.list,
          name: one.listName,
          purpose: one.purpose,
        })),
      ),
    keepLists: (workspace, person, keep, ip) =>
      inWorkspace(db, workspace, async tx => {
        for (const one of await listOfPersonForUpdate(tx, workspace, person))
          if (!keep.includes(one.list))
            await endSubscription(tx, deps, { workspace, id: one.list }, one, { how: 'choices', ip })
      }),
    canSend: workspace => inWorkspace(db, workspace, async tx => (await findMailSettings(tx, workspace)) !== undefined),
    // Looked up by the task: nobody learns by how long it takes whether we know an address.
    sendLink: (workspace, text) => {
      const address = readAddress(text)
      if (!address) return Promise.resolve()
      const key = createHash('sha256').update(address.key).digest('base64url')
      return inWorkspace(db, workspace, tx => enqueue(tx, ownLinkTask, key, { workspace, email: address.key }))
    },
  }
}

/** Their own link, when the address is proven to be somebody's; to everybody else nothing is sent. */
export async function sendOwnLink(
  deps: Pick<BroadcastsDeps, 'db' | 'clock' | 'vault' | 'publicUrl' | 'listKey' | 'reach'>,
  given: { workspace: WorkspaceId; email: string },
  signal: AbortSignal,
): Promise<void> {
  const { workspace } = given
  const address = readAddress(given.email)
  const { settings, base } = await inWorkspace(deps.db, workspace, async tx => ({
    settings: await findMailSettings(tx, workspace),
    base: await findMailBase(tx, deps, workspace),
  }))
  if (!address || !settings) return
  await using connection = await connectSmtp(serverOf(deps, settings), { reach: deps.reach, signal })
  const made = await makeLinkForAddress(deps, workspace, address.key)
  if (!made) return
  const compiled = compileOwnLink({ ...made, imprint: settings.imprint })
  const reader = readerOf(deps, { email: address.key, name: null }, { subscriber: 0, issue: 0 })
  const id = `kith.${randomBytes(12).toString('hex')}@${domainOf(settings.fromAddress)}`
  const data = await pressFor(compiled, senderFor(deps, base, settings, undefined)).letter(reader, deps.clock.now(), id)
  const reply = await connection.send({
    from: returnPath(settings.returnAddress, reader.back),
    to: address.key,
    data,
    watch: { offering() {}, handed() {} },
  })
  if (reply.code >= 400 && reply.code < 500) throw new NotTaken(`the mail server said ${reply.code}`)
}
