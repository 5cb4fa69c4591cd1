import type { webcrypto } from 'node:crypto'
import { readSite, type Site } from '#features/site/index.ts'
import type { ConnectionId, WorkspaceId } from '#kernel/ids.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import type { FediverseDeps } from '../deps.ts'
import { keyUri } from '../protocol/documents.ts'
import type { Signer } from '../protocol/remote.ts'
import { type ActorRow, findActor, findActorOver } from '../store/actors.ts'

export const keyContext = (workspace: WorkspaceId): string => `fediverse:${workspace}`

/** The actor of a workspace with its site, while it is on. */
export async function findSpeaker(
  deps: Pick<FediverseDeps, 'db' | 'publicUrl'>,
  workspace: WorkspaceId,
): Promise<{ actor: ActorRow; site: Site } | undefined> {
  const actor = await inWorkspace(deps.db, workspace, tx => findActor(tx, workspace))
  return actor?.on ? { actor, site: await readSite(deps, workspace) } : undefined
}

export const findSpeakerOver = (deps: Pick<FediverseDeps, 'db'>, connection: ConnectionId) =>
  acrossWorkspaces(deps.db, tx => findActorOver(tx, connection))

export async function signerOf(deps: Pick<FediverseDeps, 'vault'>, actor: ActorRow): Promise<Signer> {
  const { importJwk } = await import('@fedify/fedify/sig')
  const jwk: unknown = JSON.parse(deps.vault.unseal(actor.keySealed, keyContext(actor.workspace)))
  return { keyId: keyUri(actor), privateKey: await importJwk(jwk as webcrypto.JsonWebKey, 'private') }
}
