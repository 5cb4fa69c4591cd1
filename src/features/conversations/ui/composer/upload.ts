import type { FileView } from '../api.ts'

/** With progress and an end at any time, which fetch does not give. Rejects with words for the reader. */
export function upload(
  conversation: string,
  file: { id: string; blob: File },
  given: { signal: AbortSignal; onPart: (part: number) => void },
): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ id: file.id, name: file.blob.name || 'file' })
    request.open('POST', `/api/v1/conversations/${conversation}/files?${query}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = event => event.lengthComputable && given.onPart(event.loaded / event.total)
    request.onload = () => {
      const body: unknown = request.response
      if (request.status === 200 && isFile(body)) resolve(body)
      else reject(new Error(wordsIn(body)))
    }
    request.onerror = () => reject(new Error(''))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    given.signal.addEventListener('abort', () => request.abort())
    request.send(file.blob)
  })
}

const isFile = (body: unknown): body is FileView => typeof body === 'object' && body !== null && 'mimeType' in body

function wordsIn(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('error' in body)) return ''
  const { error } = body
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : ''
}
