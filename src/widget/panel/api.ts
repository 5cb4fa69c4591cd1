import type { ChatMessageView } from '#features/conversations/chat-wire.ts'
import type { ChatState } from './place.ts'

/** `gone`: the network or the server is away and trying again is right; `refused`: the server said no, with its code. */
export type Answer<T> = { ok: true; value: T } | { ok: false; gone: true } | { ok: false; gone: false; code: string }

const codeOf = (body: unknown): string => {
  const { code } = Object(Object(body).error)
  return typeof code === 'string' ? code : 'unknown'
}

export type Api = ReturnType<typeof createApi>

/** The few calls of a visitor; every one ends within 20 seconds. */
export function createApi(chat: string) {
  async function call<T>(path: string, token?: string, body?: object): Promise<Answer<T>> {
    try {
      const response = await fetch(`/api/v1/chat/${chat}${path}`, {
        method: body ? 'POST' : 'GET',
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(20_000),
        headers: {
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
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
    messages: (token: string, after: string | undefined) =>
      call<{ messages: ChatMessageView[]; wentOn: string[] }>(
        `/messages${after ? `?after=${encodeURIComponent(after)}` : ''}`,
        token,
      ),
  }
}
