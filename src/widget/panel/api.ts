import type { ChatMessageView } from '#features/conversations/chat-wire.ts'
import type { ChatState } from './place.ts'

/** `gone`: the network or the server is away and trying again is right; `refused`: the server said no, with its code. */
export type Answer<T> = { ok: true; value: T } | { ok: false; gone: true } | { ok: false; gone: false; code: string }

const codeOf = (body: unknown): string => {
  const { code } = Object(Object(body).error)
  return typeof code === 'string' ? code : 'unknown'
}

export type Api = ReturnType<typeof createApi>

/** The few calls of a visitor; every one ends within 20 seconds, a file within five minutes. */
export function createApi(chat: string) {
  const ask = (path: string, token?: string, body?: object) => {
    const file = body instanceof Blob
    return fetch(`/api/v1/chat/${chat}${path}`, {
      method: body ? 'POST' : 'GET',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(file ? 300_000 : 20_000),
      headers: {
        ...(body ? { 'content-type': file ? 'application/octet-stream' : 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: file ? body : JSON.stringify(body) } : {}),
    })
  }
  async function call<T>(path: string, token?: string, body?: object): Promise<Answer<T>> {
    try {
      const response = await ask(path, token, body)
      if (response.status >= 500) return { ok: false, gone: true }
      const read = await response.json()
      return response.ok ? { ok: true, value: read } : { ok: false, gone: false, code: codeOf(read) }
    } catch {
      return { ok: false, gone: true }
    }
  }
  return {
    call,
    state: () => call<ChatState>(''),
    begin: (body: {
      consent: string
      name?: string
      page?: string
      referrer?: string
      campaign?: string
      trap: string
      tookMs: number
      identity?: string
    }) => call<{ token: string }>('/visitors', undefined, body),
    say: (token: string, body: { id: string; text: string; page?: string }) =>
      call<{ at: string }>('/messages', token, body),
    sayFile: (token: string, id: string, file: File) =>
      call<{ at: string }>(`/files?id=${id}&name=${encodeURIComponent(file.name.slice(-200))}`, token, file),
    /** Undefined when it can't be had. */
    open: (token: string, path: string): Promise<Blob | undefined> =>
      ask(path, token).then(
        answer => (answer.ok ? answer.blob() : undefined),
        () => undefined,
      ),
    messages: (token: string, after: string | undefined) =>
      call<{ messages: ChatMessageView[]; wentOn: string[] }>(
        `/messages${after ? `?after=${encodeURIComponent(after)}` : ''}`,
        token,
      ),
  }
}
