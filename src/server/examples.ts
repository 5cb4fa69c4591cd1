import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** A call of an operation that succeeded, as far as JSON can say it: what was sent and what came back. */
export const example = z.object({
  /** As in "GET /api/v1/people/{id}". */
  operation: z.string(),
  path: z.record(z.string(), z.unknown()),
  query: z.record(z.string(), z.unknown()),
  body: z.unknown().optional(),
  status: z.int(),
  /** The media type of the answer; empty when there is none. */
  type: z.string(),
  answer: z.unknown().optional(),
})
export type Example = z.infer<typeof example>

const stored = new URL('examples.jsonl', import.meta.url)

/** One of each operation; `npm run examples` records them from the calls of tests/operations. */
export async function readExamples(): Promise<Map<string, Example>> {
  const lines = (await readFile(stored, 'utf8')).split('\n').filter(line => line !== '')
  return new Map(lines.map(line => example.parse(JSON.parse(line))).map(each => [each.operation, each]))
}

const media = z.record(z.string(), z.looseObject({}))
const described = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        parameters: z.array(z.looseObject({ in: z.string(), name: z.string() })).optional(),
        requestBody: z.looseObject({ content: media }).optional(),
        responses: z.record(z.string(), z.looseObject({ content: media.optional() })),
      }),
    ),
  ),
})

/** The document with an example at each parameter, body and answer that one is known of. */
export function withExamples(document: unknown, examples: ReadonlyMap<string, Example>): z.infer<typeof described> {
  const whole = described.parse(document)
  for (const [path, methods] of Object.entries(whole.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const known = examples.get(`${method.toUpperCase()} ${path}`)
      if (!known) continue
      const given = new Map(Object.entries({ path: known.path, query: known.query }))
      for (const parameter of operation.parameters ?? []) {
        const value = given.get(parameter.in)?.[parameter.name]
        if (value !== undefined) parameter.example = value
      }
      const asked = operation.requestBody?.content['application/json']
      if (asked && known.body !== undefined) asked.example = known.body
      const told = operation.responses[known.status]?.content?.[known.type]
      if (told && known.answer !== undefined) told.example = known.answer
    }
  return whole
}
