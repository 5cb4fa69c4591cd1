import type { OwnProfile, ProfileChange, ProfileOutcome, Session } from '#connectors/contract.ts'
import { audit } from '#features/accounts/index.ts'
import { readOwnPicture } from '#features/tools/index.ts'
import type { ConnectionId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { findConnection } from '../store/connections.ts'
import type { ManageDeps } from './manage.ts'

const patienceMs = 20_000

export type OwnPageRefusal =
  | { code: 'no-such-connection' }
  | { code: 'viewers-read' }
  | { code: 'no-own-page' }
  | { code: 'not-connected' }
  | { code: 'no-picture' }
  /** In the network's own words. */
  | { code: 'not-taken'; text: string }

type Deps = Pick<ManageDeps, 'db' | 'clock' | 'session'>

/** What everybody sees of the account on its network, read there and now. */
export function readOwnPage(deps: Deps, caller: Caller, id: ConnectionId): Promise<Result<OwnProfile, OwnPageRefusal>> {
  return withPage(deps, caller, id, page => page.read(AbortSignal.timeout(patienceMs)))
}

/** `picture`: the caller's own, as it is kept in Kith. */
export type OwnPageChange = Omit<ProfileChange, 'picture'> & { picture?: true }

/** Public at once. What is absent in the change stays as it is there. */
export async function writeOwnPage(
  deps: Deps,
  caller: Caller,
  id: ConnectionId,
  given: OwnPageChange,
): Promise<Result<OwnProfile, OwnPageRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const { picture, ...words } = given
  const own = picture && (await readOwnPicture(deps, caller))
  if (picture && !own) return refuse({ code: 'no-picture' })
  const change: ProfileChange = {
    ...words,
    ...(own && { picture: { mimeType: 'image/jpeg', bytes: new Uint8Array(own.jpeg) } }),
  }
  const result = await withPage(deps, caller, id, page => page.write(change, AbortSignal.timeout(patienceMs)))
  if (result.ok)
    await inWorkspace(deps.db, caller.workspace, tx =>
      audit(tx, {
        caller,
        at: deps.clock.now(),
        action: 'own-page.written',
        subjectKind: 'connection',
        subject: id,
        detail: { fields: Object.keys(change) },
      }),
    )
  return result
}

async function withPage(
  deps: Deps,
  caller: Caller,
  id: ConnectionId,
  act: (page: NonNullable<Session['profile']>) => Promise<ProfileOutcome>,
): Promise<Result<OwnProfile, OwnPageRefusal>> {
  const connection = await inWorkspace(deps.db, caller.workspace, tx => findConnection(tx, caller.workspace, id))
  if (!connection) return refuse({ code: 'no-such-connection' })
  const session = deps.session(id)
  if (!session) return refuse({ code: 'not-connected' })
  if (!session.profile) return refuse({ code: 'no-own-page' })
  const outcome = await act(session.profile)
  return outcome.kind === 'done' ? done(outcome.profile) : refuse({ code: 'not-taken', text: outcome.text })
}
