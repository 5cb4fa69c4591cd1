import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Schema } from './description.ts'

/** Where dialects before JSON Schema 2020-12 differ from it, and every reference made absolute. */
function modern(value: unknown, key?: string): unknown {
  if (Array.isArray(value)) return value.map(each => modern(each))
  if (typeof value !== 'object' || value === null) return value
  const all = Object.entries(value)
  // Below these stand names, not keywords.
  if (key === 'properties') return Object.fromEntries(all.map(([name, each]) => [name, modern(each)]))
  const out: Record<string, unknown> = {}
  const given = new Map<string, unknown>(all)
  const nullable = given.get('nullable') === true
  for (const [name, each] of all) {
    if (name === 'nullable' || name === 'discriminator' || name === 'xml') continue
    // A vendor that has not made up its mind yet.
    if (name === 'enum' && Array.isArray(each) && each.length === 0) continue
    if (name === '$ref' && typeof each === 'string') out.$ref = each.startsWith('#') ? `vendor:api${each}` : each
    else if (name === 'type' && each === 'file') Object.assign(out, { type: 'string', format: 'binary' })
    else if (name === 'type' && nullable && typeof each === 'string') out.type = [each, 'null']
    else if (name === 'enum' && nullable && Array.isArray(each)) out.enum = each.includes(null) ? each : [...each, null]
    else if ((name === 'exclusiveMinimum' || name === 'exclusiveMaximum') && typeof each === 'boolean') {
      const bound = name === 'exclusiveMinimum' ? 'minimum' : 'maximum'
      if (each) out[name] = given.get(bound)
    } else if (name === 'minimum' && given.get('exclusiveMinimum') === true) continue
    else if (name === 'maximum' && given.get('exclusiveMaximum') === true) continue
    else if (name === 'required' && typeof each === 'boolean') continue
    else if (name === 'items' && Array.isArray(each)) {
      // Some vendors list the kinds that items may have.
      out.items = { anyOf: each.map(one => modern(one)) }
    } else out[name] = name === 'const' || name === 'default' ? each : modern(each, name)
  }
  if (nullable && out.type === undefined) return { anyOf: [out, { type: 'null' }] }
  return out
}

const wordFor = (errors: ValidateFunction['errors'], name: string) =>
  (errors ?? [])
    .slice(0, 6)
    .map(
      error =>
        `${name}${error.instancePath} ${error.message ?? 'is wrong'}${(error.params.unevaluatedProperty ?? error.params.additionalProperty) ? ` (“${error.params.unevaluatedProperty ?? error.params.additionalProperty}”)` : ''}${error.params.allowedValues ? `: ${JSON.stringify(error.params.allowedValues)}` : ''}`,
    )
    .join('; ')

export type Checker = {
  /** Undefined when the value fits; else what is wrong with it, in words. `closed`: what the schema does not name is wrong. */
  problem(schema: Schema, value: unknown, name: string, closed?: 'closed'): string | undefined
  /** For values that travel as text (query, form): the value as the schema means it. */
  understood(schema: Schema, text: unknown, name: string): { ok: true; value: unknown } | { ok: false; problem: string }
}

const checkers = new WeakMap<Schema, Checker>()

/** Compiles what is asked for, once for each document. */
export function checkerFor(document: Schema): Checker {
  const checker = checkers.get(document) ?? createChecker(document)
  checkers.set(document, checker)
  return checker
}

function createChecker(document: Schema): Checker {
  const build = (coerceTypes: boolean | 'array') => {
    const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false, allErrors: false, coerceTypes })
    formats.default(ajv)
    ajv.addFormat('binary', true)
    ajv.addFormat('snowflake', /^(0|[1-9][0-9]*)$/)
    ajv.addSchema(modern(document) as Schema, 'vendor:api')
    const known = new Map<Schema, ValidateFunction>()
    const alike = new Map<string, ValidateFunction>()
    return (schema: Schema) => {
      const found = known.get(schema)
      if (found) return found
      const said = JSON.stringify(schema)
      const validate = alike.get(said) ?? ajv.compile(modern(schema) as Schema)
      known.set(schema, validate)
      alike.set(said, validate)
      return validate
    }
  }
  const exact = build(false)
  const loose = build('array')
  const closing = new Map<Schema, Schema>()
  const closedFor = (schema: Schema) => {
    const closed = closing.get(schema) ?? { allOf: [schema], unevaluatedProperties: false }
    closing.set(schema, closed)
    return closed
  }
  const boxes = new Map<Schema, Schema>()
  const boxFor = (schema: Schema) => {
    const box = boxes.get(schema) ?? { type: 'object', properties: { it: schema } }
    boxes.set(schema, box)
    return box
  }

  function tryText(schema: Schema, value: unknown, name: string) {
    const box = { it: value }
    const validate = loose(boxFor(schema))
    return validate(box)
      ? ({ ok: true, value: box.it } as const)
      : ({ ok: false, problem: wordFor(validate.errors, name).replaceAll(`${name}/it`, name) } as const)
  }

  return {
    problem(schema, value, name, closed) {
      const validate = exact(closed ? closedFor(schema) : schema)
      return validate(value) ? undefined : wordFor(validate.errors, name)
    },
    understood(schema, text, name) {
      const plain = tryText(schema, text, name)
      if (plain.ok || typeof text !== 'string' || !/^\s*[[{]/.test(text)) return plain
      try {
        const problem = this.problem(schema, JSON.parse(text), name)
        return problem === undefined ? { ok: true, value: JSON.parse(text) } : { ok: false, problem }
      } catch {
        return plain
      }
    },
  }
}
