import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

const textPart = z.strictObject({ type: z.literal('text'), text: z.string() })
const words = z.union([z.string(), z.array(textPart).min(1)])

/** The request body of "Create chat completion" in OpenAI's API reference, text only; what stands there nowhere is refused, as OpenAI does. */
const chatRequest = z.strictObject({
  model: z.string().min(1),
  messages: z
    .array(
      z.discriminatedUnion('role', [
        z.strictObject({ role: z.literal('developer'), content: words, name: z.string().optional() }),
        z.strictObject({ role: z.literal('system'), content: words, name: z.string().optional() }),
        z.strictObject({ role: z.literal('user'), content: words, name: z.string().optional() }),
        z.strictObject({
          role: z.literal('assistant'),
          content: words.nullish(),
          refusal: z.string().nullish(),
          name: z.string().optional(),
        }),
      ]),
    )
    .min(1),
  stream: z.boolean().nullish(),
  stream_options: z.strictObject({ include_usage: z.boolean().optional() }).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  n: z.int().min(1).max(128).nullish(),
  max_completion_tokens: z.int().nullish(),
  max_tokens: z.int().nullish(),
  stop: z.union([z.string(), z.array(z.string()).min(1).max(4)]).nullish(),
  presence_penalty: z.number().min(-2).max(2).nullish(),
  frequency_penalty: z.number().min(-2).max(2).nullish(),
  seed: z.int().nullish(),
  store: z.boolean().nullish(),
  user: z.string().optional(),
})
export type ChatRequest = z.infer<typeof chatRequest>

type Answering = (request: ChatRequest) => string | { status: number; body: string; type?: string }

export type ChatEndpoint = AsyncDisposable & {
  /** Ends in /v1. */
  url: string
  /** What was asked and fits the published shape. */
  asked: ChatRequest[]
  /** Why a request was refused for its shape; empty while we keep to it. */
  misshapen: string[]
  answer: (how: Answering) => void
}

/** An OpenAI-compatible server on 127.0.0.1: checks the key, the method, the media type and the whole body of every request. */
export async function startChatEndpoint(options: { key?: string; model?: string } = {}): Promise<ChatEndpoint> {
  const asked: ChatRequest[] = []
  const misshapen: string[] = []
  let how: Answering = () => 'ready'
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const say = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      const fail = (status: number, message: string, code: string) =>
        say(status, { error: { message, type: 'invalid_request_error', param: null, code } })
      if (request.url !== '/v1/chat/completions') return fail(404, 'Unknown request URL.', 'unknown_url')
      if (request.method !== 'POST') return fail(405, 'Not allowed.', 'method_not_supported')
      if (options.key !== undefined && request.headers.authorization !== `Bearer ${options.key}`)
        return fail(401, 'Incorrect API key provided.', 'invalid_api_key')
      if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
        misshapen.push('content-type')
        return fail(400, 'Unsupported media type.', 'unsupported')
      }
      const parsed = chatRequest.safeParse(readJson(Buffer.concat(chunks).toString('utf8')))
      if (!parsed.success) {
        misshapen.push(z.prettifyError(parsed.error))
        return fail(400, z.prettifyError(parsed.error), 'invalid_value')
      }
      if (options.model !== undefined && parsed.data.model !== options.model)
        return fail(404, `The model ${parsed.data.model} does not exist.`, 'model_not_found')
      asked.push(parsed.data)
      const answer = how(parsed.data)
      if (typeof answer !== 'string')
        return response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' }).end(answer.body)
      const base = { id: 'chatcmpl-1', created: 1_700_000_000, model: parsed.data.model }
      if (!parsed.data.stream)
        return say(200, {
          ...base,
          object: 'chat.completion',
          choices: [
            {
              index: 0,
              message: { role: 'assistant', content: answer, refusal: null, annotations: [] },
              logprobs: null,
              finish_reason: 'stop',
            },
          ],
          usage: { prompt_tokens: 9, completion_tokens: 9, total_tokens: 18 },
        })
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
      const piece = (delta: object, finish: string | null) =>
        response.write(
          `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] })}\n\n`,
        )
      piece({ role: 'assistant', content: '', refusal: null }, null)
      for (const word of answer.match(/\s*\S+/g) ?? []) piece({ content: word }, null)
      piece({}, 'stop')
      response.write(
        `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [], usage: null })}\n\n`,
      )
      return response.end('data: [DONE]\n\n')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    misshapen,
    answer: next => {
      how = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
