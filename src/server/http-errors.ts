import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { type App, type ErrorBody, replyRefusal } from '#platform/routes.ts'
import { requestPath } from '#server/upgrades.ts'

const maxFields = 20

const knownPatterns: readonly [RegExp, string][] = [
  [/^\^\[0-9a-f\]\{8\}/, 'is not an id of Kith: copy it as Kith gave it'],
  [/^\\S$/, 'is empty'],
]

const article: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

const formats: Readonly<Record<string, string>> = {
  email: 'is no e-mail address',
  uri: 'is no web address',
  uuid: 'is not an id of Kith: copy it as Kith gave it',
  'date-time': 'is no instant: write it like 2026-03-09T08:30:00Z',
  date: 'is no date: write it like 2026-03-09',
}

/** What is wrong with one field, to be read after its name. */
function inWords(error: FastifySchemaValidationError): string {
  const { keyword, params } = error
  const limit = String(params.limit)
  switch (keyword) {
    case 'required':
      return 'is missing'
    case 'type': {
      const wanted: unknown[] = Array.isArray(params.type) ? params.type : String(params.type).split(',')
      return `should be ${wanted.map(type => article[String(type)] ?? String(type)).join(' or ')}`
    }
    case 'minLength':
      return limit === '1' ? 'is empty' : `needs at least ${limit} characters`
    case 'maxLength':
      return `has more than ${limit} characters`
    case 'minItems':
      return limit === '1' ? 'is an empty list' : `needs at least ${limit} entries`
    case 'maxItems':
      return `has more than ${limit} entries`
    case 'minimum':
      return `should be ${limit} or more`
    case 'maximum':
      return `should be ${limit} or less`
    case 'exclusiveMinimum':
      return `should be more than ${limit}`
    case 'exclusiveMaximum':
      return `should be less than ${limit}`
    case 'enum':
      return `should be one of: ${(Array.isArray(params.allowedValues) ? params.allowedValues : []).join(', ')}`
    case 'const':
      return `should be ${JSON.stringify(params.allowedValue)}`
    case 'format':
      return formats[String(params.format)] ?? `is no ${String(params.format)}`
    case 'pattern':
      return (
        knownPatterns.find(([known]) => known.test(String(params.pattern)))?.[1] ?? 'is not written as it should be'
      )
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'is not known here'
    default:
      return 'is not as it should be'
  }
}

function pathOf(error: FastifySchemaValidationError): string {
  const { params } = error
  const inner =
    error.keyword === 'required'
      ? String(params.missingProperty)
      : error.keyword === 'additionalProperties'
        ? String(params.additionalProperty)
        : ''
  const path = error.instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')
  return [path, inner].filter(Boolean).join('.')
}

/** One line per field: the branches of a union all complain about the same one, the first is told. */
export function fieldsInWords(errors: readonly FastifySchemaValidationError[]): { path: string; message: string }[] {
  const told = new Map<string, string>()
  for (const error of errors) {
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf' || error.keyword === 'if') {
      if (errors.some(other => other !== error && other.instancePath.startsWith(error.instancePath))) continue
    }
    const path = pathOf(error)
    if (!told.has(path) && told.size < maxFields) told.set(path, inWords(error))
  }
  return [...told].map(([path, message]) => ({ path, message }))
}

const badRequests: Readonly<Record<string, readonly [code: string, message: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'This is larger than the server takes here. Send less, or in parts.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'unknown-type',
    'Send JSON (Content-Type: application/json), or a file as application/octet-stream.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['no-body', 'The body is empty: send JSON, or leave Content-Type away.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['no-json', 'The body is no JSON. Check its commas, quotes and brackets.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['cut-off', 'The body did not arrive whole. Send it again.'],
}

const databaseAway = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
])

/** Looks through the error and its causes for one of a lost or full database. */
function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const { code, syscall } = at as Error & { code?: unknown; syscall?: unknown }
    if (typeof code === 'string' && databaseAway.has(code) && (code !== 'ENOENT' || syscall === 'connect')) return true
    if (/timeout exceeded when trying to connect|Connection terminated/.test(at.message)) return true
  }
  return false
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.validation) {
    const fields = fieldsInWords(error.validation)
    const [first] = fields
    const where = first?.path
      ? `${first.path} ${first.message}`
      : `The ${error.validationContext ?? 'request'} ${first?.message ?? 'is not as it should be'}`
    const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : ''
    const body: ErrorBody = { error: { code: 'invalid-request', message: `${where}${more}.`, fields } }
    return reply.code(400).send(body)
  }
  const known = badRequests[error.code]
  if (known) return replyRefusal(reply, error.statusCode ?? 400, ...known)
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) {
    if (error instanceof SyntaxError)
      return replyRefusal(reply, 400, 'no-json', 'The body is no JSON. Check its commas, quotes and brackets.')
    request.log.info({ code: error.code, status }, 'request refused')
    return replyRefusal(
      reply,
      status,
      'bad-request',
      'The server could not read this request. Check its address, headers and body.',
    )
  }
  if (isDatabaseAway(error)) {
    request.log.error({ code: error.code }, 'database is away')
    reply.header('retry-after', '5')
    return replyRefusal(
      reply,
      503,
      'database-away',
      'Kith can’t reach its database right now. Nothing was changed; try again in a few seconds.',
    )
  }
  request.log.error({ err: error }, 'request failed')
  return replyRefusal(
    reply,
    500,
    'internal',
    `Something failed on the server and was logged as ${request.id}. Try again; if it stays, tell whoever runs this Kith.`,
  )
}

/** An address that no route could be looked up for; no hook runs for it. */
export function answerUnrouted(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const long = error.code === 'FST_ERR_MAX_PARAM_LENGTH'
  reply.header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'")
  replyRefusal(
    reply,
    long ? 414 : 400,
    'bad-address',
    long
      ? 'A part of this address is longer than any that Kith gives out. Check it.'
      : 'This address is not written as an address should be: a % must be followed by two hexadecimal digits of UTF-8.',
  )
}

/** Every error leaves as the one body of the API; what the server knows stays in its log. */
export function addErrors(app: App): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => answerError(error, request, reply))
  app.setNotFoundHandler((request, reply) => {
    const pathname = requestPath(request)
    if (pathname.startsWith('/api/')) {
      return replyRefusal(
        reply,
        404,
        'not-found',
        `There is no ${request.method} ${pathname.slice(0, 200)}. The API is described at /api/openapi.json.`,
      )
    }
    return replyRefusal(reply, 404, 'not-found', 'There is nothing at this address.')
  })
  app.addHook('onResponse', async (request, reply) => {
    const { url } = request.routeOptions
    request.log.debug(
      {
        method: request.method,
        route: url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        user: request.caller?.user,
      },
      'request answered',
    )
  })
}
