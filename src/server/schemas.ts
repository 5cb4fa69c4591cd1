import type { RouteOptions } from 'fastify'
import { z } from 'zod'

const lost = new Set(['custom', 'overwrite'])

/** JSON Schema that Fastify compiles once at boot. Throws for what JSON Schema can't carry (trim, refine, transform). */
function toJsonSchema(schema: z.ZodType, io: 'input' | 'output', where: string): unknown {
  const json = z.toJSONSchema(schema, {
    target: 'draft-07',
    io,
    override: ({ zodSchema }) => {
      const def = zodSchema._zod.def as { type: string; checks?: { _zod: { def: { check: string } } }[] }
      if (def.type === 'pipe' || def.type === 'transform' || def.checks?.some(c => lost.has(c._zod.def.check)))
        throw new Error(`${where}: a trim, refine or transform would be lost; say it in the action instead`)
    },
  })
  const { $schema: _, ...rest } = json
  return rest
}

const isZod = (value: unknown): value is z.ZodType => value instanceof z.ZodType

/** An `onRoute` hook: replaces the zod schemas of a route by JSON Schema. Add it before @fastify/swagger. */
export function compileSchemas(route: RouteOptions): void {
  const schema = route.schema as Record<string, unknown> | undefined
  if (!schema) return
  const where = `${String(route.method)} ${route.url}`
  const compiled: Record<string, unknown> = { ...schema }
  for (const part of ['body', 'querystring', 'params', 'headers']) {
    const value = schema[part]
    if (isZod(value)) compiled[part] = toJsonSchema(value, 'input', `${where} ${part}`)
  }
  const { response } = schema
  if (response && typeof response === 'object')
    compiled.response = Object.fromEntries(
      Object.entries(response).map(([status, value]) => [
        status,
        isZod(value) ? toJsonSchema(value, 'output', `${where} ${status}`) : value,
      ]),
    )
  route.schema = compiled
}
