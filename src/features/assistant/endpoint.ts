import { z } from 'zod'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type HttpClient, HttpRefused, type HttpResponse } from '#platform/http.ts'
import { assistantLimits, type ChatMessage } from './model.ts'

export type Endpoint = { url: string; model: string; key: string | undefined; streamed: boolean }

export type EndpointRefusal =
  | { code: 'not-reached'; why: string }
  | { code: 'key-refused' }
  | { code: 'no-such-model' }
  | { code: 'too-busy' }
  | { code: 'request-refused'; why: string }
  | { code: 'endpoint-broken'; status: number }
  | { code: 'no-chat-answer' }
  | { code: 'wrote-nothing' }

const part = z.object({ type: z.string(), text: z.string().optional() })
const content = z.union([z.string(), z.array(part)]).nullish()
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content, refusal: z.string().nullish() }) })).min(1),
})
const chunk = z.object({
  choices: z.array(z.object({ delta: z.object({ content }).partial().nullish() })).optional(),
  error: z.unknown().optional(),
})
const failure = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) })

/** One answer of a chat model, asked as OpenAI's API describes it; fields that only some servers know are left out. */
export async function askEndpoint(
  http: Pick<HttpClient, 'fetch'>,
  endpoint: Endpoint,
  messages: readonly ChatMessage[],
): Promise<Result<string, EndpointRefusal>> {
  let answer: HttpResponse
  try {
    answer = await http.fetch(`${endpoint.url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: endpoint.streamed ? 'text/event-stream, application/json' : 'application/json',
        ...(endpoint.key !== undefined && { authorization: `Bearer ${endpoint.key}` }),
      },
      body: JSON.stringify({ model: endpoint.model, messages, stream: endpoint.streamed }),
      timeoutMs: assistantLimits.timeoutMs,
      maxBytes: assistantLimits.answerBytes,
      maxRedirects: 0,
    })
  } catch (error) {
    if (error instanceof HttpRefused) return refuse({ code: 'not-reached', why: error.message })
    throw error
  }
  if (answer.status !== 200) return refuse(refusalOf(answer))
  const text = new TextDecoder().decode(answer.body)
  const isStream = (answer.headers.get('content-type') ?? '').includes('text/event-stream')
  const said = isStream ? fromPieces(text) : fromWhole(text)
  if (said === undefined) return refuse({ code: 'no-chat-answer' })
  return said.trim() === '' ? refuse({ code: 'wrote-nothing' }) : done(said)
}

function refusalOf({ status, body }: HttpResponse): EndpointRefusal {
  if (status === 401 || status === 403) return { code: 'key-refused' }
  if (status === 404) return { code: 'no-such-model' }
  if (status === 429 || status === 503) return { code: 'too-busy' }
  if (status < 500) return { code: 'request-refused', why: whyOf(body, status) }
  return { code: 'endpoint-broken', status }
}

/** The endpoint's own words, which come from outside: one short line of them. */
function whyOf(body: Uint8Array, status: number): string {
  const parsed = failure.safeParse(readJson(new TextDecoder().decode(body)))
  if (!parsed.success) return `HTTP ${status}`
  const { error } = parsed.data
  return (typeof error === 'string' ? error : error.message).replace(/\s+/g, ' ').slice(0, 200)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const wordsOf = (given: z.infer<typeof content>): string =>
  typeof given === 'string' ? given : (given ?? []).map(each => each.text ?? '').join('')

function fromWhole(text: string): string | undefined {
  const parsed = completion.safeParse(readJson(text))
  return parsed.success ? wordsOf(parsed.data.choices[0]?.message.content) : undefined
}

/** Events of one line each, the last `[DONE]`; what isn't a piece of the answer, such as its cost, is passed over. */
function fromPieces(text: string): string | undefined {
  let said: string | undefined
  for (const line of text.split(/\r?\n/)) {
    const data = /^data: ?(.*)$/.exec(line)?.[1]
    if (data === undefined || data === '[DONE]') continue
    const parsed = chunk.safeParse(readJson(data))
    if (!parsed.success || parsed.data.error !== undefined) return undefined
    for (const choice of (parsed.data.choices ?? []).slice(0, 1))
      said = `${said ?? ''}${wordsOf(choice.delta?.content)}`
  }
  return said
}
