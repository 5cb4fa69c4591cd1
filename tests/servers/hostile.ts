import { z } from 'zod'

/** What a JSON Schema of our own OpenAPI document says, as far as making values from it needs. */
export type Schema = {
  type?: string | string[] | undefined
  enum?: unknown[] | undefined
  const?: unknown
  anyOf?: Schema[] | undefined
  oneOf?: Schema[] | undefined
  allOf?: Schema[] | undefined
  format?: string | undefined
  pattern?: string | undefined
  minLength?: number | undefined
  minimum?: number | undefined
  minItems?: number | undefined
  properties?: Record<string, Schema> | undefined
  required?: string[] | undefined
  items?: Schema | undefined
}

export const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    anyOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
    allOf: z.array(schema).optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    minLength: z.number().optional(),
    minimum: z.number().optional(),
    minItems: z.number().optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    items: schema.optional(),
  }),
)

/** Nothing listens there, and nothing may go there. */
const nowhere = 'http://127.0.0.1:9/'
const someId = '01890a5d-ac96-774b-bcce-b302099a8057'
const byFormat: Readonly<Record<string, string>> = {
  email: 'ana@norte.invalid',
  uri: nowhere,
  uuid: someId,
  'date-time': '2026-03-09T08:30:00Z',
  date: '2026-03-09',
}

/** A value that the schema takes; all fields are filled in. */
export function valueFor(wanted: Schema): unknown {
  const { type, format, pattern } = wanted
  if (wanted.const !== undefined) return wanted.const
  if (wanted.enum) return wanted.enum[0]
  const branch = wanted.anyOf?.[0] ?? wanted.oneOf?.[0] ?? wanted.allOf?.[0]
  if (branch) return valueFor(branch)
  const one = Array.isArray(type) ? type.find(each => each !== 'null') : type
  switch (one) {
    case 'object':
      return Object.fromEntries(Object.entries(wanted.properties ?? {}).map(([name, each]) => [name, valueFor(each)]))
    case 'array':
      return wanted.items
        ? Array.from({ length: Math.max(1, wanted.minItems ?? 1) }, () => valueFor(wanted.items ?? {}))
        : []
    case 'integer':
    case 'number':
      return Math.max(1, wanted.minimum ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      if (format && byFormat[format]) return byFormat[format]
      return pattern?.includes('[0-9a-f]{8}') ? someId : 'Night nurse'.padEnd(wanted.minLength ?? 0, '.')
  }
}

const deep = (levels: number): unknown => (levels === 0 ? 'end' : { a: deep(levels - 1) })

/** For every field: wrong kinds, numbers beyond every column, nothing visible, more than anybody types, no time that ever was. */
export const wrongValues: readonly unknown[] = [
  '\u202eright to left \u{1f469}\u200d\u{1f692} a\u0301',
  ' \t\n\u00a0\u200b',
  "x'; drop table people; --".repeat(1_500),
  nowhere,
  '-271821-04-20T00:00:00Z',
  null,
  true,
  -1,
  1e300,
  0.5,
  [],
  {},
]

/** What the server's edge refuses wherever it stands: null bytes, half characters, depth, a prototype. */
export const poison: readonly unknown[] = [
  'null\u0000byte',
  'half \ud83d character',
  [null, ['null\u0000byte']],
  { constructor: 'null\u0000byte' },
  JSON.parse('{"__proto__":{"role":"owner"}}'),
  deep(200),
]

/** Every place in a value where something else could stand. */
export function* placesIn(value: unknown, at: readonly string[] = []): Generator<readonly string[]> {
  yield at
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) yield* placesIn(inner, [...at, name])
}

/** A copy with `bad` at that place; undefined leaves the place out. */
export function replaced(value: unknown, at: readonly string[], bad: unknown): unknown {
  const [name, ...rest] = at
  if (name === undefined) return bad
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === name ? replaced(each, rest, bad) : each))
  const copy: Record<string, unknown> = { ...z.record(z.string(), z.unknown()).parse(value) }
  if (rest.length === 0 && bad === undefined) delete copy[name]
  else copy[name] = replaced(copy[name], rest, bad)
  return copy
}
