import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

export type Schema = { readonly [keyword: string]: unknown }

export type Parameter = { in: 'path' | 'query' | 'header'; name: string; required: boolean; schema: Schema }

export type Operation = {
  id: string
  method: string
  /** With its variables in braces, below the description's base. */
  path: string
  parameters: readonly Parameter[]
  /** In the query there may be more than is named: the vendor leaves it unread. */
  leavesUnread?: true
  /** By content type; absent: the operation takes no body. */
  bodies?: { required: boolean; types: ReadonlyMap<string, Schema> }
  /** By status: `200`, `4XX`, `default`; undefined: no JSON is said of it. */
  answers: ReadonlyMap<string, Schema | undefined>
}

/** What a vendor says of its API, whatever the format it says it in. */
export type Description = {
  /** The whole document: schemas may refer into it (`#/…`). */
  document: Schema
  operations: readonly Operation[]
}

const schema: z.ZodType<Schema> = z.record(z.string(), z.unknown())

export type VendorFile = 'discord' | 'github' | 'telegram' | 'twilio' | 'whatsapp'

export function readVendorFile(name: VendorFile): Schema {
  const packed = readFileSync(new URL(`./descriptions/${name}.json.gz`, import.meta.url))
  return schema.parse(JSON.parse(gunzipSync(packed).toString('utf8')))
}

/** An object inside a description; empty where there is none. */
export const inner = (value: unknown): Schema => schema.safeParse(value).data ?? {}

export const innerList = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.map(inner) : [])

/** What `#/a/b` names in the document; anything else is itself. */
export function resolved(document: Schema, value: unknown): Schema {
  let found = inner(value)
  for (let hops = 0; typeof found.$ref === 'string' && hops < 20; hops += 1) {
    let at: unknown = document
    for (const step of found.$ref.replace(/^#\//, '').split('/'))
      at = inner(at)[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')]
    found = inner(at)
  }
  return found
}
