import { baseOf, findSite } from '#features/site/index.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { readDkimKey } from '#platform/mail/dkim.ts'
import type { SmtpServer } from '#platform/mail/smtp.ts'
import type { Transaction } from '#storage/database.ts'
import { listAddress, type Reference, returnPath } from '../model/reference.ts'
import type { Reader, Sender } from '../render/letter.ts'
import type { List } from '../store/lists.ts'
import type { MailSettings } from '../store/settings.ts'
import { newReferenceToken } from '../tokens.ts'
import type { BroadcastsDeps } from './deps.ts'

export type SenderDeps = Pick<BroadcastsDeps, 'vault' | 'publicUrl' | 'listKey'>

/** Where the addresses in a workspace's mails begin. */
export const findMailBase = async (
  tx: Transaction,
  deps: Pick<BroadcastsDeps, 'publicUrl'>,
  workspace: WorkspaceId,
): Promise<string> => baseOf(deps, await findSite(tx, workspace))

/** Where a secret of a workspace's mail belongs: it opens nowhere else. */
export const sealedAt = (workspace: WorkspaceId, what: 'password' | 'dkim-rsa' | 'dkim-ed25519') =>
  `mail-settings:${workspace}:${what}`

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** `base`: where the addresses in it begin. */
export function senderFor(deps: SenderDeps, base: string, settings: MailSettings, list: List | undefined): Sender {
  const { workspace, selector } = settings
  const open = (sealed: string, what: 'dkim-rsa' | 'dkim-ed25519') =>
    deps.vault.unseal(sealed, sealedAt(workspace, what))
  const domain = domainOf(settings.fromAddress)
  return {
    fromName: settings.fromName,
    fromAddress: settings.fromAddress,
    replyTo: settings.replyTo,
    domain,
    keys: [
      readDkimKey('rsa-sha256', selector, open(settings.rsaSealed, 'dkim-rsa')),
      readDkimKey('ed25519-sha256', `${selector}-ed`, open(settings.edSealed, 'dkim-ed25519')),
    ],
    publicUrl: base,
    leaveBy: reader => returnPath(settings.returnAddress, `leave-${reader.web}`),
    ...(list ? { listId: `${listAddress(list)}.${domain}`, listName: list.name } : {}),
  }
}

export function serverOf(deps: Pick<BroadcastsDeps, 'vault'>, settings: MailSettings): SmtpServer {
  const { host, port, security, username, workspace, passwordSealed } = settings
  return {
    host,
    port,
    security,
    username,
    password: passwordSealed === null ? '' : deps.vault.unseal(passwordSealed, sealedAt(workspace, 'password')),
    greeting: domainOf(settings.returnAddress),
  }
}

export function readerOf(
  deps: SenderDeps,
  one: { email: string; name: string | null },
  reference: Reference,
  confirm?: string,
): Reader {
  return {
    email: one.email,
    name: one.name,
    web: newReferenceToken(deps, 'web', reference),
    back: newReferenceToken(deps, 'return', reference),
    ...(confirm === undefined ? {} : { confirm }),
  }
}

/** The same for every try, so that whoever gets it twice can see that it is one. */
export const messageIdOf = (reference: Reference, settings: MailSettings): string =>
  `kith.${reference.issue.toString(36)}.${reference.subscriber.toString(36)}@${domainOf(settings.fromAddress)}`
