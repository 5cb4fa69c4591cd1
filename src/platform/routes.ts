import type { IncomingMessage, ServerResponse } from 'node:http'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifyTypeProvider,
  RawServerDefault,
} from 'fastify'
import { z } from 'zod'
import type { Caller, Role } from '#kernel/roles.ts'

/** Types flow from the zod schemas of wire.ts; at boot they are compiled to JSON Schema (server/schemas.ts). */
export interface ZodProvider extends FastifyTypeProvider {
  validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown
  serializer: this['schema'] extends z.ZodType ? z.input<this['schema']> : unknown
}

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodProvider>

/** `public` needs nobody; every other route names the least role. A route without it stops the boot. */
export type Access = 'public' | Role

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** Also for the browser extension's token, which opens nothing else. */
    clipper?: boolean
    /** Changes something and is yet for an assistant's token, which may read, judge drafts and leave them. */
    assistant?: boolean
    /** Answers a page on the web site, not the API: left out of OpenAPI. */
    hidden?: boolean
    /** Cross-origin by design (the widget): the origin check is the route's own. */
    anyOrigin?: boolean
    /** The body stays a Buffer, whatever its type: signed webhooks. Only together with `anyOrigin`. */
    rawBody?: boolean
    /** For routes open to strangers: so many requests of one network address in ten minutes, per node; 3,000 when not said. */
    mostPerAddress?: number
    /** Who may show this page in a frame; nobody when not said. */
    frameable?: 'self' | 'anyone'
  }
  interface FastifyRequest {
    caller?: Caller
  }
}

/** The proven caller; only for routes whose access is not public. */
export function callerOf(request: Pick<FastifyRequest, 'caller'>): Caller {
  if (!request.caller) throw new Error('route needs access other than public')
  return request.caller
}

/** Every error body of the API. `message` is one plain sentence that says what to do. */
export const errorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** Where in what was typed, in UTF-16 units from its start. */
    at: z.int().optional(),
  }),
})
export type ErrorBody = z.infer<typeof errorBody>

/** The answers that any route may give, for its `response` table. */
export const refusals = { '4xx': errorBody, '5xx': errorBody } as const

/** A file as an answer, for the `response` table; what is in it, the type says. */
export const fileBody = (type: string) => filesBody([type])
/** The same where the question says which of several it is. */
export const filesBody = (types: readonly string[]) => ({
  description: 'The file',
  content: Object.fromEntries(types.map(type => [type, { schema: {} }])),
})

/** `at`: where in what was typed, in UTF-16 units from its start. */
export function replyRefusal(
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  at?: number,
): FastifyReply {
  const body: ErrorBody = { error: { code, message, ...(at === undefined ? {} : { at }) } }
  return reply.code(status).send(body)
}

/** Each refusal's status and sentence; a code that is missing does not compile. */
export type RefusalTable<Code extends string> = Readonly<Record<Code, readonly [status: number, message: string]>>

export function replyFrom<Code extends string>(
  reply: FastifyReply,
  table: RefusalTable<Code>,
  refusal: { code: Code },
): FastifyReply {
  const [status, message] = table[refusal.code]
  return replyRefusal(reply, status, refusal.code, message)
}

/** A body without its undefined fields, for `exactOptionalPropertyTypes`. */
export function defined<T extends object>(body: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
