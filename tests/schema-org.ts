import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * What schema.org's own definitions, as its types for TypeScript have them, say against a document: names that a type does not have, and
 * values of a kind that a name does not take, at every depth.
 */
export function schemaFaults(document: unknown): string[] {
  if (!isObject(document) || document['@context'] !== 'https://schema.org') return ['no document of schema.org']
  return faultsOf(document, undefined, String(document['@type']))
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const text = readFileSync(createRequire(import.meta.url).resolve('schema-dts/dist/schema.d.ts'), 'utf8')
const bases = new Map(
  [...text.matchAll(/^(?:export )?interface (\w+Base) extends ([^{]*)\{(.*?)^\}/gms)].map(
    ([, name = '', parents = '', body = '']) => {
      const own = [...body.matchAll(/^\s*"(\w+)"\?: SchemaValue<([^;]*), "\w+">;/gm)]
      return [
        name,
        { parents: basesIn(parents), own: new Map(own.map(([, key = '', types = '']) => [key, namesIn(types)])) },
      ]
    },
  ),
)
const leaves = new Map(
  [...text.matchAll(/^(?:export )?interface (\w+)Leaf extends ([^{]*)\{/gm)].map(([, name = '', parents = '']) => [
    name,
    basesIn(parents),
  ]),
)

function basesIn(list: string): string[] {
  return [...list.matchAll(/\b\w+Base\b/g)].map(([name]) => name)
}

function namesIn(types: string): string[] {
  return types.split('|').map(name => name.trim())
}

/** What a type may also be: `AdministrativeArea` a `Country`. */
const unions = new Map(
  [...text.matchAll(/^(?:export )?type (\w+) = ([^;]*);/gm)].map(([, name = '', types = '']) => [name, namesIn(types)]),
)
const isKindOf = (type: string, taken: string): boolean =>
  type === taken || (unions.get(taken) ?? []).some(each => each !== taken && unions.has(each) && isKindOf(type, each))

/** Its bases and theirs. */
const lineOf = (names: readonly string[]): string[] =>
  names.flatMap(name => [name, ...lineOf(bases.get(name)?.parents ?? [])])

function faultsOf(value: unknown, takes: readonly string[] | undefined, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => faultsOf(each, takes, `${at}[${index}]`))
  if (!isObject(value))
    return takes?.some(type => isOf(value, type))
      ? []
      : [`${at}: ${JSON.stringify(value)} is none of ${takes?.join(', ')}`]
  const type = String(value['@type'])
  const leaf = leaves.get(type)
  if (!leaf) return [`${at}: there is no type ${type}`]
  const line = [`${type}Base`, ...lineOf(leaf)]
  const wrong =
    takes && !takes.some(each => isKindOf(type, each)) ? [`${at}: ${type} is none of ${takes.join(', ')}`] : []
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith('@')) continue
    const types = line.map(base => bases.get(base)?.own.get(name)).find(each => each !== undefined)
    if (types) wrong.push(...faultsOf(inner, types, `${at}.${name}`))
    else wrong.push(`${at}: ${type} has no ${name}`)
  }
  return wrong
}

const day = /^\d{4}-\d\d-\d\d$/
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'Boolean':
      return typeof value === 'boolean'
    case 'Number':
      return typeof value === 'number'
    case 'Integer':
      return Number.isInteger(value)
    case 'Text':
      return typeof value === 'string'
    case 'URL':
      return typeof value === 'string' && URL.canParse(value)
    case 'Date':
      return typeof value === 'string' && day.test(value)
    case 'DateTime':
      return typeof value === 'string' && moment.test(value)
    default:
      // An enumeration, which is spelt out.
      return typeof value === 'string' && (unions.get(type) ?? []).includes(JSON.stringify(value))
  }
}
