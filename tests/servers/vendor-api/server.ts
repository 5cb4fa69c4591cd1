import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type Checker, checkerFor } from './check.ts'
import type { Description, Operation, Schema } from './description.ts'
import { type Call, findOperation, type Incoming, readCall } from './request.ts'

export type Answer = {
  status: number
  headers?: Readonly<Record<string, string>>
  /** Checked against the description. */
  json?: unknown
  /** The answer of the description that it is, where that is not the status: some vendors tell errors with 200. */
  as?: string
  /** Sent as it is; not checked. */
  bytes?: Uint8Array | string
}

export type VendorApiOptions = {
  description: Description
  /** What the vendor itself publishes, where that may not be kept here: requests to what it describes have to fit it too. */
  published?: Description | undefined
  /** Before every path of the description: `/api/v10`. */
  base?: string
  /** By operation id. What is described and not here is an answer that the test did not expect. */
  answers: Readonly<Record<string, (call: Call) => Answer | Promise<Answer>>>
  /** Before the schema is looked at: rate limits, wrong tokens; undefined lets the request through. */
  before?(call: { operation: Operation; path: Readonly<Record<string, string>>; headers: Headers }): Answer | undefined
  /** Addresses of the vendor that are no part of the described API (files, uploads). */
  beside?(incoming: Incoming): Answer | Promise<Answer> | undefined
  /** What the vendor says to a request that it can't read. */
  refuse?(problem: string): Answer
}

/** A vendor's API on loopback. Disposing fails when a request or an answer did not fit the vendor's description. */
export type VendorApi = AsyncDisposable & {
  readonly url: string
  readonly port: number
  readonly http: Server
  /** Every request that fitted, in the order in which they came. */
  readonly calls: readonly Call[]
  /** Operations of which a request fitted what the vendor publishes itself. */
  readonly fitted: ReadonlySet<string>
  readonly problems: readonly string[]
  readonly checker: Checker
  /** Fails when the value is nothing that the vendor would send. */
  sends(schema: Schema, value: unknown, name: string): void
  running(): boolean
  /** Like a power cut. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** Requests are read and never answered, until `thaw` or `restart`. */
  freeze(): void
  thaw(): void
  /** Takes back what was found: for a test that means to send what the vendor refuses. */
  forgive(): readonly string[]
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export async function startVendorApi(options: VendorApiOptions): Promise<VendorApi> {
  const { description, published, base = '', answers } = options
  const checker = checkerFor(description.document)
  const calls: Call[] = []
  const problems: string[] = []
  const fitted = new Set<string>()
  const sockets = new Set<Socket>()
  let frozen = false

  function checkAnswer(operation: Operation, answer: Answer): void {
    if (answer.bytes !== undefined) return
    const key = [answer.as ?? String(answer.status), `${Math.floor(answer.status / 100)}XX`, 'default'].find(each =>
      operation.answers.has(each),
    )
    if (key === undefined) {
      problems.push(`${operation.id}: the vendor never answers ${answer.status}`)
      return
    }
    const schema = operation.answers.get(key)
    if (!schema || answer.json === undefined) return
    const problem = checker.problem(schema, JSON.parse(JSON.stringify(answer.json)), `${operation.id} answer`)
    if (problem) problems.push(`our answer is none of the vendor's: ${problem}`)
  }

  async function judge(incoming: Incoming): Promise<Answer> {
    const path = incoming.url.pathname
    const found = path.startsWith(base)
      ? findOperation(description, incoming.method, path.slice(base.length))
      : undefined
    const refuse = options.refuse ?? (problem => ({ status: 400, bytes: problem }))
    if (!found) {
      const beside = await options.beside?.(incoming)
      if (beside) return beside
      problems.push(`${incoming.method} ${path}: the vendor has no such address`)
      return { status: 404, bytes: 'no such address' }
    }
    const { operation, variables } = found
    const early = options.before?.({ operation, path: variables, headers: incoming.headers })
    if (early) {
      checkAnswer(operation, early)
      return early
    }
    const wrong: string[] = []
    const call = await readCall(description, checker, found, incoming, wrong)
    if (wrong.length > 0) {
      problems.push(...wrong.map(each => `${incoming.method} ${operation.path}: ${each}`))
      return refuse(wrong.join('; '))
    }
    const theirs = published && findOperation(published, incoming.method, path.slice(base.length))
    if (theirs) {
      await readCall(published, checkerFor(published.document), theirs, incoming, wrong)
      if (wrong.length > 0) {
        problems.push(...wrong.map(each => `published, ${incoming.method} ${operation.path}: ${each}`))
        return refuse(wrong.join('; '))
      }
      fitted.add(operation.id)
    }
    calls.push(call)
    const answering = answers[operation.id]
    if (!answering) {
      problems.push(`${operation.id}: this mock has no answer for it yet`)
      return { status: 501, bytes: 'no answer' }
    }
    const answer = await answering(call)
    checkAnswer(operation, answer)
    return answer
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers))
      for (const each of typeof value === 'string' ? [value] : (value ?? [])) headers.append(name, each)
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const incoming = { method: request.method ?? 'GET', url, headers, bytes: await bodyOf(request) }
    if (frozen) return
    const answer = await judge(incoming)
    if (frozen) return
    const bytes = answer.bytes ?? (answer.json === undefined ? '' : JSON.stringify(answer.json))
    response
      .writeHead(answer.status, {
        ...(answer.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...answer.headers,
      })
      .end(bytes)
  }

  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (request.destroyed && !response.writableEnded && frozen) return
      problems.push(`the mock itself failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`)
      response.writeHead(500).end()
    })
  })
  http.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  })
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      http.once('error', reject).listen(port, '127.0.0.1', () => {
        http.off('error', reject)
        resolve()
      })
    })
  const kill = async () => {
    if (!http.listening) return
    const closed = new Promise(resolve => http.close(resolve))
    for (const socket of sockets) socket.resetAndDestroy()
    await closed
  }
  await listen(0)
  const { port } = http.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    http,
    calls,
    fitted,
    problems,
    checker,
    sends(schema, value, name) {
      const problem = checker.problem(schema, JSON.parse(JSON.stringify(value)), name)
      if (problem) problems.push(`the vendor never sends this: ${problem}`)
    },
    running: () => http.listening,
    kill,
    async restart() {
      await kill()
      frozen = false
      await listen(port)
    },
    freeze() {
      frozen = true
    },
    thaw() {
      frozen = false
    },
    forgive: () => problems.splice(0),
    async [Symbol.asyncDispose]() {
      await kill()
      if (problems.length > 0)
        throw new Error(
          `The vendor's own description says otherwise:\n${[...new Set(problems)].slice(0, 20).join('\n')}`,
        )
    },
  }
}
