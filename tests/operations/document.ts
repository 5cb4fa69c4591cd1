import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { z } from 'zod'
import type { Example } from '#server/examples.ts'

const anySchema = z.record(z.string(), z.unknown())
const content = z.record(z.string(), z.object({ schema: anySchema.optional() }))
const operation = z.object({
  parameters: z
    .array(z.object({ in: z.string(), name: z.string(), required: z.boolean().default(false), schema: anySchema }))
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
})
const described = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })

export type ApiDocument = {
  /** Every operation, in the order of the document. */
  readonly operations: readonly string[]
  /** Why a call does not fit what the document says of its operation; empty when it does. */
  judge(call: Example): string[]
}

/** The document as something to judge calls by. */
export function readDocument(document: unknown): ApiDocument {
  const { paths } = described.parse(document)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  const compiled = new Map<object, ValidateFunction>()
  const wrong = (where: string, schema: object | undefined, value: unknown): string[] => {
    if (!schema) return []
    const check = compiled.get(schema) ?? ajv.compile(schema)
    compiled.set(schema, check)
    return check(value)
      ? []
      : (check.errors ?? []).slice(0, 3).map(each => `${where}${each.instancePath} ${each.message}`)
  }
  const all = new Map<string, z.infer<typeof operation>>(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, each]) => [`${method.toUpperCase()} ${path}`, each] as const),
    ),
  )
  return {
    operations: [...all.keys()],
    judge(call) {
      const { operation: name, path, query, body, status, type, answer } = call
      const found = all.get(name)
      if (!found) return ['is not in the document']
      const given = new Map(Object.entries({ path, query }))
      const parameters = found.parameters.flatMap(({ in: place, name: of, required, schema }) => {
        const value = given.get(place)?.[of]
        if (value === undefined) return required ? [`${place} ${of} is missing`] : []
        return wrong(`${place} ${of}`, schema, value)
      })
      const known = new Set(found.parameters.map(each => `${each.in} ${each.name}`))
      const unknown = [...given].flatMap(([place, values]) =>
        Object.keys(values)
          .filter(of => !known.has(`${place} ${of}`))
          .map(of => `${place} ${of} is not in the document`),
      )
      const asked = found.requestBody?.content ?? {}
      const sent =
        body === undefined
          ? []
          : Object.keys(asked).length === 0
            ? ['the document has no body']
            : wrong('body', asked['application/json']?.schema, body)
      const response = found.responses[String(status)]
      if (!response) return [...parameters, ...unknown, ...sent, `the document has no answer ${status}`]
      const media = response.content
      const told =
        media === undefined
          ? type === ''
            ? []
            : [`answers ${type} where the document says nothing`]
          : media[type] === undefined
            ? [`answers ${type || 'nothing'} where the document says ${Object.keys(media).join(', ')}`]
            : type === 'application/json'
              ? wrong('answer', media[type].schema, answer)
              : []
      return [...parameters, ...unknown, ...sent, ...told]
    },
  }
}
