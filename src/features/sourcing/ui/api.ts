import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask, searchOf } from '#web/api/ask.ts'
import { ApiError, fetchJson } from '#web/api/client.ts'
import type { ColumnMeaning } from '../model.ts'
import type {
  fetchedWire,
  ImportWire,
  importsWire,
  PreviewWire,
  ReportWire,
  uploadedWire,
  uploadWire,
} from '../wire.ts'

export type { ImportWire, PreviewWire, ReportWire }
export type Mapping = Record<string, ColumnMeaning>

export const keys = {
  list: ['imports'] as const,
  report: (id: string) => ['import', id] as const,
}

export const importsQuery = infiniteQueryOptions({
  queryKey: keys.list,
  queryFn: ({ pageParam }) => ask<z.infer<typeof importsWire>>(`/imports${searchOf({ cursor: pageParam })}`),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: page => page.next ?? undefined,
})

export const reportQuery = (id: string) =>
  queryOptions({ queryKey: keys.report(id), queryFn: () => ask<ReportWire>(`/imports/${id}`) })

export const changeImport = (id: string, step: 'pause' | 'resume' | 'cancel' | 'undo') =>
  ask<ImportWire>(`/imports/${id}/${step}`, 'POST')
/** Comes as an upload that is whole already. */
export type FetchedFile = z.infer<typeof fetchedWire>
export const fetchGithub = (account: string) => ask<FetchedFile>('/uploads/from-github', 'POST', { account })
export const startImport = (upload: string, mapping: Mapping | undefined) =>
  ask<ImportWire>('/imports', 'POST', mapping ? { upload, mapping } : { upload })
export const previewUpload = (upload: string, mapping: Mapping | undefined) =>
  mapping
    ? ask<PreviewWire>(`/uploads/${upload}/preview`, 'POST', { mapping })
    : ask<PreviewWire>(`/uploads/${upload}/preview`)
export const rejectsUrl = (id: string, file?: string) => `/api/v1/imports/${id}/rejects.csv${searchOf({ file })}`

const tryAgainMs = [1_000, 3_000, 8_000, 20_000]
const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

async function putChunk(path: string, bytes: Blob, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await fetchJson(path, {
        method: 'PUT',
        body: bytes,
        headers: { 'content-type': 'application/octet-stream' },
        signal,
      })
      return
    } catch (error) {
      const pause = tryAgainMs[attempt]
      const passing = error instanceof ApiError && (error.status === 0 || error.status >= 500)
      if (!passing || pause === undefined) throw error
      await wait(pause, signal)
    }
  }
}

/** Sends a file in pieces; a lost connection costs one piece. Gives the upload's id. */
export async function uploadFile(
  file: File,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<string> {
  const made = await ask<z.infer<typeof uploadWire>>('/uploads', 'POST', { name: file.name, size: file.size })
  const here = new Set((await ask<z.infer<typeof uploadedWire>>(`/uploads/${made.id}`)).chunks)
  for (let chunk = 0; chunk < made.chunks; chunk++) {
    if (!here.has(chunk)) {
      const start = chunk * made.chunkBytes
      await putChunk(`/api/v1/uploads/${made.id}/chunks/${chunk}`, file.slice(start, start + made.chunkBytes), signal)
    }
    onProgress((chunk + 1) / made.chunks)
  }
  return made.id
}
