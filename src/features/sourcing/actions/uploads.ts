import type { ColumnMapping } from '#importers/contract.ts'
import { dayMs } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace } from '#storage/database.ts'
import { chunkCount, chunkSize, maxUploadBytes } from '../model.ts'
import { findUpload, insertChunk, insertUpload, listChunks, type Upload } from '../store/uploads.ts'
import { forgetUpload } from '../task-kinds.ts'
import { uploadSource } from './byte-sources.ts'
import type { SourcingDeps } from './deps.ts'
import { type Preview, previewSource, type Unreadable } from './preview.ts'

/** Uploads that are not imported are forgotten after this. */
export const uploadKeptMs = 7 * dayMs

export type UploadRefusal =
  | { code: 'no-such-upload' }
  | { code: 'too-big' }
  | { code: 'empty-file' }
  | { code: 'no-such-chunk' }
  | { code: 'wrong-size' }
  | { code: 'incomplete' }

export async function createUpload(
  deps: Pick<SourcingDeps, 'db' | 'clock'>,
  caller: Caller,
  input: { name: string; size: number },
): Promise<Result<string, UploadRefusal>> {
  if (input.size > maxUploadBytes) return refuse({ code: 'too-big' })
  if (input.size === 0) return refuse({ code: 'empty-file' })
  const { workspace, user } = caller
  const at = deps.clock.now()
  const id: string = newId(at.getTime())
  await inWorkspace(deps.db, workspace, async tx => {
    await insertUpload(tx, workspace, { id, user, name: input.name.trim(), size: input.size, at })
    await enqueue(tx, forgetUpload, id, { workspace, upload: id }, { runAt: new Date(at.getTime() + uploadKeptMs) })
  })
  return done(id)
}

/** The same piece may come again, in any order: a lost connection costs one piece. */
export function putChunk(
  deps: Pick<SourcingDeps, 'db'>,
  caller: Caller,
  input: { upload: string; chunk: number; bytes: Uint8Array },
): Promise<Result<void, UploadRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const upload = await findOwnUpload(tx, caller, input.upload)
    if (!upload) return refuse({ code: 'no-such-upload' })
    const size = chunkSize(upload.size, input.chunk)
    if (size === undefined) return refuse({ code: 'no-such-chunk' })
    if (input.bytes.length !== size) return refuse({ code: 'wrong-size' })
    await insertChunk(tx, caller.workspace, upload.upload_id, input.chunk, input.bytes)
    return done(undefined)
  })
}

/** Files lie with the recruiter who brought them: nobody else's upload is read. */
async function findOwnUpload(
  tx: Parameters<typeof findUpload>[0],
  caller: Caller,
  id: string,
): Promise<Upload | undefined> {
  const upload = await findUpload(tx, caller.workspace, id)
  return upload?.user_id === caller.user ? upload : undefined
}

/** An upload that is all here. */
export function findWholeUpload(
  deps: Pick<SourcingDeps, 'db'>,
  caller: Caller,
  id: string,
): Promise<Result<Upload, UploadRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const upload = await findOwnUpload(tx, caller, id)
    if (!upload) return refuse({ code: 'no-such-upload' })
    const chunks = await listChunks(tx, caller.workspace, id)
    return chunks.length === chunkCount(upload.size) ? done(upload) : refuse({ code: 'incomplete' })
  })
}

/** Pieces that are here already, so that an upload that was cut off goes on. */
export function listUploadedChunks(
  deps: Pick<SourcingDeps, 'db'>,
  caller: Caller,
  id: string,
): Promise<Result<number[], UploadRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx =>
    (await findOwnUpload(tx, caller, id))
      ? done(await listChunks(tx, caller.workspace, id))
      : refuse({ code: 'no-such-upload' }),
  )
}

export async function previewUpload(
  deps: SourcingDeps,
  caller: Caller,
  id: string,
  mapping: ColumnMapping | undefined,
): Promise<Result<Preview, UploadRefusal | Unreadable>> {
  const upload = await findWholeUpload(deps, caller, id)
  if (!upload.ok) return upload
  return previewSource(deps, caller.workspace, uploadSource(deps.db, caller.workspace, upload.value), {
    mapping,
    user: caller.user,
  })
}
