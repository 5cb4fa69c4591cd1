import sharp from 'sharp'
import { newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import type { BlogDeps } from '../deps.ts'
import { imageWidths } from '../model.ts'
import { findImage, insertImage } from '../store/posts.ts'

/** A picture that unpacks to more is an attack, not a photo. */
const mostPixels = 60_000_000

/** Drawn anew in two widths, upright, without what the camera wrote into it. */
export async function addImage(
  deps: BlogDeps,
  caller: Caller,
  bytes: Uint8Array,
): Promise<Result<{ id: string; width: number; height: number }, { code: 'no-image' }>> {
  const draw = (width: number) =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true })
  let drawn: Awaited<ReturnType<typeof draw>>[]
  try {
    const { format } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata()
    if (!['jpeg', 'png', 'webp', 'avif', 'heif', 'gif'].includes(format)) return refuse({ code: 'no-image' })
    drawn = [await draw(imageWidths.large), await draw(imageWidths.small)]
  } catch {
    return refuse({ code: 'no-image' })
  }
  const [large, small] = drawn
  if (!large || !small) return refuse({ code: 'no-image' })
  const { width, height } = large.info
  const now = deps.clock.now()
  const id = newId<'PostImage'>(now.getTime())
  await inWorkspace(deps.db, caller.workspace, tx =>
    insertImage(tx, caller.workspace, { id, width, height, large: large.data, small: small.data }, now),
  )
  return done({ id, width, height })
}

export function readImage(
  deps: Pick<BlogDeps, 'db'>,
  id: string,
  size: 'large' | 'small',
): Promise<Buffer | undefined> {
  return acrossWorkspaces(deps.db, tx => findImage(tx, id, size))
}
