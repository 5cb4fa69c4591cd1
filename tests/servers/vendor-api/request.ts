import type { Checker } from './check.ts'
import { type Description, inner, innerList, type Operation, resolved, type Schema } from './description.ts'

/** A request as the vendor's description understands it. */
export type Call = {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: Headers
  /** JSON, or the form's fields with their kinds. */
  readonly body: Readonly<Record<string, unknown>>
  readonly files: ReadonlyMap<string, File>
}

export type Incoming = { method: string; url: URL; headers: Headers; bytes: Buffer }

const patterns = new Map<string, RegExp>()

function variablesIn(template: string, path: string): Record<string, string> | undefined {
  const pattern =
    patterns.get(template) ??
    new RegExp(
      `^${template
        .split(/\{([^}]+)\}/)
        .map((part, at) => (at % 2 === 0 ? part.replace(/[.*+?^$()|[\]\\]/g, '\\$&') : `(?<v${at}>[^/]+)`))
        .join('')}$`,
    )
  patterns.set(template, pattern)
  const found = pattern.exec(path)
  if (!found) return undefined
  const names = template.split(/\{([^}]+)\}/)
  return Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([key, value]) => [
      names[Number(key.slice(1))] ?? key,
      decodeURIComponent(value),
    ]),
  )
}

/** The operation for a path; without variables before with them. */
export function findOperation(description: Description, method: string, path: string) {
  const fitting = description.operations
    .flatMap(operation => {
      const variables = operation.method === method ? variablesIn(operation.path, path) : undefined
      return variables ? [{ operation, variables }] : []
    })
    .sort((a, b) => Object.keys(a.variables).length - Object.keys(b.variables).length)
  return fitting[0]
}

function propertiesOf(document: Schema, schema: Schema): Schema {
  const plain = resolved(document, schema)
  const parts = [...innerList(plain.allOf), ...innerList(plain.anyOf), ...innerList(plain.oneOf)]
  return Object.assign({}, ...parts.map(part => propertiesOf(document, part)), inner(plain.properties))
}

async function formOf(incoming: Incoming): Promise<FormData> {
  const type = incoming.headers.get('content-type') ?? ''
  return new Response(new Uint8Array(incoming.bytes), { headers: { 'content-type': type } }).formData()
}

export type Problems = string[]

/** Reads a request against the description; what is wrong with it is added to `problems`. */
export async function readCall(
  description: Description,
  checker: Checker,
  { operation, variables }: { operation: Operation; variables: Record<string, string> },
  incoming: Incoming,
  problems: Problems,
): Promise<Call> {
  const query: Record<string, unknown> = {}
  const path: Record<string, string> = variables
  const known = new Set(operation.parameters.filter(each => each.in === 'query').map(each => each.name))
  for (const parameter of operation.parameters) {
    const { name } = parameter
    const where = `${parameter.in} ${name}`
    const many = incoming.url.searchParams.getAll(name)
    const given =
      parameter.in === 'path'
        ? path[name]
        : parameter.in === 'header'
          ? (incoming.headers.get(name) ?? undefined)
          : many.length > 1
            ? many
            : many[0]
    if (given === undefined) {
      if (parameter.required) problems.push(`${where} is missing`)
      continue
    }
    let read = checker.understood(parameter.schema, given, where)
    if (!read.ok && typeof given === 'string' && given.includes(','))
      read = checker.understood(parameter.schema, given.split(','), where)
    if (!read.ok) problems.push(read.problem)
    else if (parameter.in === 'query') query[name] = read.value
  }
  for (const name of incoming.url.searchParams.keys())
    if (!known.has(name) && !operation.leavesUnread) problems.push(`query ${name} is no parameter of ${operation.id}`)

  const files = new Map<string, File>()
  let body: Record<string, unknown> = {}
  const type = (incoming.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!operation.bodies) {
    if (incoming.bytes.length > 0 && type !== '') problems.push(`${operation.id} takes no body`)
    return { operation, path, query, headers: incoming.headers, body, files }
  }
  const schema = operation.bodies.types.get(type)
  if (!schema) {
    if (incoming.bytes.length > 0 || operation.bodies.required)
      problems.push(
        `the body is ${type === '' ? 'missing' : type}; ${operation.id} takes ${[...operation.bodies.types.keys()].join(', ')}`,
      )
    return { operation, path, query, headers: incoming.headers, body, files }
  }
  if (type === 'application/json') {
    try {
      const parsed: unknown = JSON.parse(incoming.bytes.toString('utf8'))
      body = inner(parsed)
      const problem = checker.problem(schema, parsed, 'body', 'closed')
      if (problem) problems.push(problem)
    } catch (error) {
      problems.push(`the body is no JSON: ${error instanceof Error ? error.message : ''}`)
    }
    return { operation, path, query, headers: incoming.headers, body, files }
  }
  const fields = propertiesOf(description.document, schema)
  const form = await formOf(incoming)
  const shown: Record<string, unknown> = {}
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') {
      files.set(name, value)
      // A file that a field names by `attach://` is no field itself.
      if (fields[name] !== undefined) shown[name] = 'file'
      continue
    }
    // Vendors that take files beside JSON take the JSON in this part.
    if (name === 'payload_json') {
      const parsed = inner(JSON.parse(value))
      Object.assign(body, parsed)
      Object.assign(shown, parsed)
      continue
    }
    // A list is one field said several times.
    const said = form.getAll(name)
    const given = said.length > 1 ? said : value
    const read = checker.understood(inner(fields[name]), given, `body/${name}`)
    if (!read.ok) problems.push(read.problem)
    body[name] = read.ok ? read.value : given
    shown[name] = body[name]
  }
  const text = JSON.stringify(shown)
  for (const name of files.keys())
    if (fields[name] === undefined && !text.includes(`attach://${name}`))
      problems.push(`body/${name} is no file that ${operation.id} takes`)
  const problem = checker.problem(schema, shown, 'body', 'closed')
  if (problem) problems.push(problem)
  return { operation, path, query, headers: incoming.headers, body, files }
}
