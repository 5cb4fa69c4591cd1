import sharp from 'sharp'
import { newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'
import { ownPictureLimits } from '../model/own-profile.ts'
import { deleteOwnPicture, findOwnPicture, type PictureId, upsertOwnPicture } from '../store/own-pictures.ts'
import type { ToolsDeps } from './playbooks.ts'

const white = '#ffffff'
// A face is about where most of the detail is.
const whereTheDetailIs = sharp.strategy.attention

/**
 * Drawn anew: a square JPEG that every network takes, upright, on white, without what the camera wrote into it. Stands in place of the one
 * before.
 */
export async function putOwnPicture(
  deps: ToolsDeps,
  caller: Caller,
  bytes: Uint8Array,
): Promise<Result<PictureId, { code: 'no-picture' }>> {
  const { mostPixels, side } = ownPictureLimits
  let jpeg: Buffer
  try {
    const { format } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata()
    if (!['jpeg', 'png', 'webp', 'avif', 'heif', 'gif'].includes(format)) return refuse({ code: 'no-picture' })
    jpeg = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'cover', position: whereTheDetailIs })
      .flatten({ background: white })
      .jpeg({ quality: 88 })
      .toBuffer()
  } catch {
    return refuse({ code: 'no-picture' })
  }
  const at = deps.clock.now()
  const id = newId<'OwnPicture'>(at.getTime())
  await inWorkspace(deps.db, caller.workspace, async tx => {
    await upsertOwnPicture(tx, caller.workspace, { user: caller.user, id, jpeg, at })
    tellBrowsers(tx, caller.workspace, { kind: 'own-profiles.changed', payload: {}, user: caller.user })
  })
  return done(id)
}

export function dropOwnPicture(deps: ToolsDeps, caller: Caller): Promise<void> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    await deleteOwnPicture(tx, caller.workspace, caller.user)
    tellBrowsers(tx, caller.workspace, { kind: 'own-profiles.changed', payload: {}, user: caller.user })
  })
}

/** The caller's own, and nobody else's. */
export function readOwnPicture(
  deps: Pick<ToolsDeps, 'db'>,
  caller: Caller,
): Promise<{ id: PictureId; jpeg: Buffer } | undefined> {
  return inWorkspace(deps.db, caller.workspace, tx => findOwnPicture(tx, caller.workspace, caller.user))
}
