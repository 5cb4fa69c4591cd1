import { type Description, inner, innerList, type Operation, type Schema } from './description.ts'

const simple: Readonly<Record<string, Schema>> = {
  Integer: { type: 'integer' },
  Float: { type: 'number' },
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  True: { const: true },
  InputFile: { type: 'string', format: 'binary' },
}

function typed(name: string): Schema {
  const items = /^Array of (.+)$/.exec(name)?.[1]
  if (items) return { type: 'array', items: typed(items) }
  return simple[name] ?? { $ref: `#/$defs/${name}` }
}

const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])
const either = (types: readonly Schema[]): Schema => (types.length === 1 ? (types[0] ?? {}) : { anyOf: types })

function fieldSchema(field: Schema): Schema {
  const { length, value, items } = { length: inner(field.length), value: inner(field.value), items: inner(field.items) }
  return {
    ...either(names(field.types).map(typed)),
    ...(field.const === undefined ? {} : { const: field.const }),
    ...(field.enum === undefined ? {} : { enum: field.enum }),
    // Telegram counts in UTF-16 units, the schema in code points: the server behind this checks the units.
    ...(length.most === undefined ? {} : { minLength: length.least, maxLength: length.most }),
    ...(value.most === undefined ? {} : { minimum: value.least, maximum: value.most }),
    ...(items.most === undefined ? {} : { minItems: items.least, maxItems: items.most }),
  }
}

function objectOf(fields: readonly Schema[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(field => [String(field.name), fieldSchema(field)])),
    required: fields.filter(field => field.required === true).map(field => String(field.name)),
    additionalProperties: false,
  }
}

/** Telegram describes itself in a format of its own: types and methods. Every method takes GET and POST, in all three encodings. */
export function describeTelegram(described: Schema): Description {
  const types = Object.entries(inner(described.types)).map(([name, value]) => {
    const subtypes = names(inner(value).subtypes)
    return [name, subtypes.length > 0 ? either(subtypes.map(typed)) : objectOf(innerList(inner(value).fields))] as const
  })
  const document: Schema = { $defs: { ...Object.fromEntries(types), InputFile: simple.InputFile } }
  const failed: Schema = {
    type: 'object',
    properties: {
      ok: { const: false },
      error_code: { type: 'integer' },
      description: { type: 'string' },
      parameters: { $ref: '#/$defs/ResponseParameters' },
    },
    required: ['ok', 'error_code', 'description'],
    additionalProperties: false,
  }
  const operations = Object.entries(inner(described.methods)).flatMap(([name, value]): Operation[] => {
    const fields = innerList(inner(value).fields)
    const answers = new Map<string, Schema>([
      [
        '200',
        {
          type: 'object',
          properties: {
            ok: { const: true },
            result: either(names(inner(value).returns).map(typed)),
            description: { type: 'string' },
          },
          required: ['ok', 'result'],
          additionalProperties: false,
        },
      ],
      ['default', failed],
    ])
    const path = `/bot{token}/${name}`
    const token = { in: 'path', name: 'token', required: true, schema: { type: 'string' } } as const
    const body = objectOf(fields)
    const encodings = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data']
    return [
      {
        id: name,
        method: 'POST',
        path,
        parameters: [token],
        bodies: {
          required: fields.some(field => field.required === true),
          types: new Map(encodings.map(each => [each, body])),
        },
        answers,
      },
      {
        id: name,
        method: 'GET',
        path,
        parameters: [
          token,
          ...fields.map(field => ({
            in: 'query' as const,
            name: String(field.name),
            required: field.required === true,
            schema: fieldSchema(field),
          })),
        ],
        answers,
      },
    ]
  })
  return { document, operations }
}
