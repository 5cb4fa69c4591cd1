import sharp from 'sharp'
import type { OwnProfile, ProfileChange, ProfileOutcome, ProfilePicture, Session } from '#connectors/contract.ts'
import { audit } from '#features/accounts/index.ts'
import { readOwnPicture } from '#features/tools/index.ts'
import type { ConnectionId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { isPicture, sniffType } from '../runtime/file-type.ts'
import { findConnection } from '../store/connections.ts'
import type { ManageDeps } from './manage.ts'

const patienceMs = 20_000

export type OwnPageRefusal =
  | { code: 'no-such-connection' }
  | { code: 'viewers-read' }
  | { code: 'no-own-page' }
  | { code: 'not-connected' }
  | { code: 'no-picture' }
  | { code: 'bad-picture' }
  /** In the network's own words. */
  | { code: 'not-taken'; text: string }

type Deps = Pick<ManageDeps, 'db' | 'clock' | 'session'>

/** What everybody sees of the account on its network, read there and now. */
export async function readOwnPage(
  deps: Deps,
  caller: Caller,
  id: ConnectionId,
): Promise<Result<OwnProfile, OwnPageRefusal>> {
  const found = await pageOf(deps, caller, id)
  return found.ok ? answerOf(await found.value.read(AbortSignal.timeout(patienceMs))) : found
}

/** The picture that everybody sees there now, as it is; null where there is none. What could not be put back is refused. */
export async function readPictureThere(
  deps: Deps,
  caller: Caller,
  id: ConnectionId,
): Promise<Result<ProfilePicture | null, OwnPageRefusal>> {
  const found = await pageOf(deps, caller, id)
  if (!found.ok) return found
  const outcome = await found.value.picture(AbortSignal.timeout(patienceMs))
  return outcome.kind === 'done' ? done(outcome.picture) : refuse({ code: 'not-taken', text: outcome.text })
}

/** A picture that stood there before is put back as it was; null puts back that there was none. */
export async function putPictureBack(
  deps: Deps,
  caller: Caller,
  id: ConnectionId,
  bytes: Uint8Array | null,
): Promise<Result<OwnProfile, OwnPageRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const mimeType = bytes && sniffType(bytes, '')
  if (mimeType !== null && !isPicture(mimeType)) return refuse({ code: 'bad-picture' })
  const picture = bytes && mimeType !== null ? { mimeType, bytes } : null
  return write(deps, caller, id, async () => ({ picture }))
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
  return write(deps, caller, id, async page => ({
    ...words,
    ...(own && { picture: await pictureFor(page, own.jpeg) }),
  }))
}

const sidesPx = [256, 192, 128, 96] as const

/** The caller's picture as the network takes it: a JPEG, or a PNG small enough where it takes nothing else. */
async function pictureFor(page: Page, jpeg: Uint8Array): Promise<ProfilePicture> {
  const standing = await page.read(AbortSignal.timeout(patienceMs))
  const limits = standing.kind === 'done' ? standing.profile.limits : undefined
  if (limits?.pictureType !== 'image/png') return { mimeType: 'image/jpeg', bytes: new Uint8Array(jpeg) }
  let png = new Uint8Array()
  for (const side of sidesPx) {
    png = new Uint8Array(await sharp(jpeg).resize(side, side).png({ palette: true, compressionLevel: 9 }).toBuffer())
    if (png.length <= limits.pictureBytes) break
  }
  return { mimeType: 'image/png', bytes: png }
}

async function write(
  deps: Deps,
  caller: Caller,
  id: ConnectionId,
  changeFor: (page: Page) => Promise<ProfileChange>,
): Promise<Result<OwnProfile, OwnPageRefusal>> {
  const found = await pageOf(deps, caller, id)
  if (!found.ok) return found
  const change = await changeFor(found.value)
  const result = answerOf(await found.value.write(change, AbortSignal.timeout(patienceMs)))
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

type Page = NonNullable<Session['profile']>

const answerOf = (outcome: ProfileOutcome): Result<OwnProfile, OwnPageRefusal> =>
  outcome.kind === 'done' ? done(outcome.profile) : refuse({ code: 'not-taken', text: outcome.text })

async function pageOf(deps: Deps, caller: Caller, id: ConnectionId): Promise<Result<Page, OwnPageRefusal>> {
  const connection = await inWorkspace(deps.db, caller.workspace, tx => findConnection(tx, caller.workspace, id))
  if (!connection) return refuse({ code: 'no-such-connection' })
  const session = deps.session(id)
  if (!session) return refuse({ code: 'not-connected' })
  return session.profile ? done(session.profile) : refuse({ code: 'no-own-page' })
}
