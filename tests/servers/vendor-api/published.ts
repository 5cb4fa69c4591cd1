import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Description, inner, innerList, type Operation, type Schema } from './description.ts'
import { describeOpenApi } from './openapi.ts'

/** A folder with descriptions as their vendors publish them. */
const folder = process.env.KITH_TEST_DESCRIPTIONS ?? fileURLToPath(new URL('../../../../shared/specs', import.meta.url))

const files = { slack: 'slack-web.swagger2.json', x: 'x-v2.openapi.json' } as const

/**
 * Slack's and X's own descriptions stand under terms that keep them out of this repository. Where they are at hand, in the folder that
 * `KITH_TEST_DESCRIPTIONS` names or in `shared/specs` beside the repository, every request is held against them too; else undefined.
 */
export function findPublished(vendor: keyof typeof files): Description | undefined {
  let text: string
  try {
    text = readFileSync(join(folder, files[vendor]), 'utf8')
  } catch {
    return undefined
  }
  const document = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  return vendor === 'slack' ? describeSwagger(document) : describeOpenApi(document)
}

const ofField = ({ name, in: _, required, description, ...schema }: Schema): Schema => schema

/**
 * Swagger 2, as Slack writes it. Its last version is older than some of its API's fields, and Slack leaves what it does not know unread:
 * more than is named is no fault here. The token goes as a bearer.
 */
function describeSwagger(document: Schema): Description {
  const operations = Object.entries(inner(document.paths)).flatMap(([path, item]) =>
    Object.entries(inner(item)).map(([method, value]): Operation => {
      const all = innerList(inner(value).parameters).filter(each => each.name !== 'token')
      const form = all.filter(each => each.in === 'formData')
      const body = {
        type: 'object',
        properties: Object.fromEntries(form.map(each => [String(each.name), ofField(each)])),
        required: form.filter(each => each.required === true).map(each => String(each.name)),
        additionalProperties: true,
      }
      return {
        id: String(inner(value).operationId ?? `${method} ${path}`),
        method: method.toUpperCase(),
        path,
        leavesUnread: true,
        parameters: all
          .filter(each => each.in === 'query')
          .map(each => ({
            in: 'query',
            name: String(each.name),
            required: each.required === true,
            schema: ofField(each),
          })),
        ...(method === 'post'
          ? {
              bodies: {
                required: false,
                types: new Map([
                  ['application/x-www-form-urlencoded', body],
                  ['application/json', body],
                ]),
              },
            }
          : {}),
        answers: new Map(),
      }
    }),
  )
  return { document, operations }
}
