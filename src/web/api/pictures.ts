import { z } from 'zod'
import { tell } from '#web/kit/Toasts.tsx'
import { fetchJson } from './client.ts'

const kept = z.object({ url: z.string() })

/** Keeps a picture, drawn anew, where readers get it from. Undefined: it was refused, and its writer was told why. */
export async function uploadPicture(file: File): Promise<string | undefined> {
  try {
    const headers = { 'content-type': 'application/octet-stream' }
    return kept.parse(await fetchJson('/api/v1/posts/images', { method: 'POST', body: file, headers })).url
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
    return undefined
  }
}
