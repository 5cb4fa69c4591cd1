// Packs the vendors' own API descriptions for the tests: `node scripts/descriptions.mjs FOLDER`, where FOLDER holds them as published.
// What they describe stays whole; prose and examples go. Run it again when a vendor publishes a newer description.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { parse } from 'yaml'

const packed = {
  'api.github.com.json': 'github',
  'discord-v10.openapi.json': 'discord',
  'telegram-bot-api.json': 'telegram',
  'twilio-api-v2010.openapi.json': 'twilio',
  'whatsapp-business-v23.openapi.yaml': 'whatsapp',
}
const prose = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'href',
  'changelog',
])
/** Below these stand names that the vendor chose, and a name may be `description`. */
const named = new Set(['properties', 'schemas', 'definitions', 'paths', 'methods', 'types', 'headers', 'responses'])

function strip(value, key) {
  if (Array.isArray(value)) return value.map(each => strip(each))
  if (typeof value !== 'object' || value === null) return value
  const below = named.has(key)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => below || !(prose.has(name) || name.startsWith('x-')))
      .map(([name, each]) => [name, strip(each, below ? undefined : name)]),
  )
}

const between = (text, pattern) => {
  const [, least, most] = pattern.exec(text) ?? []
  return least === undefined ? undefined : { least: Number(least), most: Number(most) }
}

/** Telegram says lengths, ranges and fixed words in prose only. */
function limitsIn(field) {
  const text = field.description
  const types = field.types.join()
  const fixed = /(?:always|must be) (?:“([^”]+)”|"([^"]+)"|([a-z_]+)$)/.exec(text)
  const word = fixed?.[1] ?? fixed?.[2] ?? fixed?.[3]
  const emoji = /Currently, it can be one of ((?:"[^"]+"(?:, | or |, or )?)+)/.exec(text)?.[1]
  return {
    ...(types === 'String' && word && ['type', 'source', 'status'].includes(field.name) ? { const: word } : {}),
    ...(types === 'String' && field.name === 'emoji' && emoji
      ? { enum: [...emoji.matchAll(/"([^"]+)"/g)].map(each => each[1]) }
      : {}),
    ...(types === 'String' ? { length: between(text, /(\d+)-(\d+) characters/) } : {}),
    ...(types === 'Integer' ? { value: between(text, /Values between (\d+)-(\d+)/) } : {}),
    ...(types.startsWith('Array of') ? { items: between(text, /(\d+)-(\d+) (?:identifiers|items)/) } : {}),
  }
}

function withLimits(telegram) {
  for (const each of [...Object.values(telegram.methods), ...Object.values(telegram.types)])
    for (const field of each.fields ?? []) Object.assign(field, limitsIn(field))
  return telegram
}

/** Of GitHub's thousand paths those that Kith asks, with all that they refer to. */
const cut = {
  github: ['/users/{username}', '/users/{username}/events/public', '/orgs/{org}/public_members'],
}

function withPaths(document, wanted) {
  const kept = {
    ...document,
    paths: Object.fromEntries(wanted.map(path => [path, document.paths[path]])),
    components: {},
  }
  const take = value => {
    if (typeof value !== 'object' || value === null) return
    const [, , kind, name] = typeof value.$ref === 'string' ? value.$ref.split('/') : []
    if (name && !kept.components[kind]?.[name]) {
      kept.components[kind] = { ...kept.components[kind], [name]: document.components[kind][name] }
      take(kept.components[kind][name])
    }
    for (const each of Object.values(value)) take(each)
  }
  take(kept.paths)
  // GitHub writes `oneOf` where several fit: an event without a payload of its own is described as any object.
  return JSON.parse(JSON.stringify(kept).replaceAll('"oneOf"', '"anyOf"'))
}

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('Usage: node scripts/descriptions.mjs FOLDER')
  process.exit(1)
}
for (const [file, name] of Object.entries(packed)) {
  if (!existsSync(join(folder, file))) {
    console.log(`${name}: left as it is`)
    continue
  }
  const text = readFileSync(join(folder, file), 'utf8')
  const read = file.endsWith('.yaml') ? parse(text) : JSON.parse(text)
  const whole = cut[name] ? withPaths(read, cut[name]) : read
  const small = strip(name === 'telegram' ? withLimits(whole) : whole)
  const target = fileURLToPath(new URL(`../tests/servers/vendor-api/descriptions/${name}.json.gz`, import.meta.url))
  const bytes = gzipSync(JSON.stringify(small), { level: 9 })
  // The header names the system that packed it: left out, so that the same description gives the same file.
  bytes[9] = 255
  writeFileSync(target, bytes)
  console.log(`${name}: ${bytes.length} bytes`)
}
