import { minuteMs } from '#kernel/clock.ts'
import type { OutgoingFile } from '../../contract.ts'
import { type Api, createApi, type Http, pathOf } from '../wire/api.ts'
import type { Server } from '../wire/discover.ts'
import { MatrixFailure } from '../wire/failure.ts'
import { mediaConfig, uploadAnswer } from '../wire/shapes.ts'

const mostBytes = 100_000_000

/** Files on the homeserver. */
export function mediaStore(api: Api, http: Http, server: Server) {
  let maxBytes: number | undefined

  async function limit(): Promise<number> {
    if (maxBytes !== undefined) return maxBytes
    const path = server.authenticatedMedia ? '/_matrix/client/v1/media/config' : '/_matrix/media/v3/config'
    const answer = await api.call(path, mediaConfig).catch((error: unknown) => {
      if (error instanceof MatrixFailure && error.status === 404) return undefined
      throw error
    })
    maxBytes = Math.min(answer?.['m.upload.size'] ?? mostBytes, mostBytes)
    return maxBytes
  }

  return {
    limit,
    /** As far as it was asked. */
    known: () => maxBytes,
    async upload(file: OutgoingFile, bytes: Uint8Array, signal: AbortSignal): Promise<string> {
      const answer = await api.call('/_matrix/media/v3/upload', uploadAnswer, {
        method: 'POST',
        query: { filename: file.name },
        bytes: { data: bytes, mimeType: file.mimeType || 'application/octet-stream' },
        timeoutMs: 5 * minuteMs,
        signal,
      })
      return answer.content_uri
    },
    /** Undefined when the server has it no longer. */
    async download(uri: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
      const [, name, id] = /^mxc:\/\/([^/]+)\/([^/?#]+)$/.exec(uri) ?? []
      if (name === undefined || id === undefined) return undefined
      const call = { signal, timeoutMs: 5 * minuteMs, maxBytes: mostBytes }
      const gone = (error: unknown) => error instanceof MatrixFailure && error.status === 404
      if (server.authenticatedMedia) {
        try {
          return (await api.raw(pathOf`/_matrix/client/v1/media/download/${name}/${id}`, call)).body
        } catch (error) {
          if (!gone(error)) throw error
          if (error instanceof MatrixFailure && error.errcode !== 'M_UNRECOGNIZED') return undefined
        }
      }
      try {
        // The older address is open to everybody, so the token stays here.
        return (await createApi(http, api.base).raw(pathOf`/_matrix/media/v3/download/${name}/${id}`, call)).body
      } catch (error) {
        if (gone(error)) return undefined
        throw error
      }
    },
  }
}

export type MediaStore = ReturnType<typeof mediaStore>
