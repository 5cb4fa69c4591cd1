import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readExamples } from '#server/examples.ts'
import { printApiTypes, printOpenApi, readApi } from '../scripts/api/print-api.ts'
import { readDocument } from './operations/document.ts'

test('the browser’s API types are those of the server: npm run api', async () => {
  const stored = await readFile(new URL('../src/web/api.generated.ts', import.meta.url), 'utf8')
  expect(stored === (await printApiTypes()), 'run npm run api').toBe(true)
})

test('every operation of the API says what it is for, in a few words', async () => {
  const { paths } = await printOpenApi()
  const shape = z.record(z.string(), z.object({ summary: z.string().min(5).max(160).optional() }))
  const wordless = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(shape.parse(operations)).flatMap(([method, { summary }]) => (summary ? [] : [`${method} ${path}`])),
  )
  expect(wordless).toEqual([])
})

test('every operation of the API says what it answers', async () => {
  const { paths, openapi } = await printOpenApi()
  expect(openapi).toBe('3.1.0')
  const silent = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations ?? {}).flatMap(([method, operation]) => {
      const responses =
        typeof operation === 'object' && operation !== null ? Reflect.get(operation, 'responses') : undefined
      const codes = typeof responses === 'object' && responses !== null ? Object.keys(responses) : []
      return codes.some(code => code.startsWith('2')) ? [] : [`${method} ${path}`]
    }),
  )
  expect(silent).toEqual([])
})

/** What other servers, feeds and sign-in pages come back through: each gives them its own address, and none is for a program of the team. */
const doors = [
  'GET /api/v1/sign-in/single-sign-on',
  'GET /api/v1/sign-in/single-sign-on/callback',
  'GET /api/v1/websub/{push}/{token}',
  'POST /api/v1/websub/{push}/{token}',
  'GET /api/v1/hooks/{connection}/{token}',
  'POST /api/v1/hooks/{connection}/{token}',
  'GET /api/v1/lent-files/{workspace}/{file}/{until}/{signature}',
]

test('every route under /api stands in the document, but for the doors of other servers', async () => {
  const { document, routes } = await readApi()
  const { operations } = readDocument(document)
  const api = routes.filter(({ name }) => name.includes(' /api/') && !name.startsWith('HEAD '))
  expect(api.length).toBeGreaterThan(350)
  expect(api.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(doors)
  expect(
    api
      .filter(({ hidden }) => !hidden)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(operations.toSorted())
})

test('every operation has an example in the document, and each is what the document says', async () => {
  const document = readDocument(await printOpenApi())
  const examples = await readExamples()
  const mend = 'call it in its chapter of tests/operations, then "npm run examples"'
  const without = document.operations.filter(name => !examples.has(name)).map(name => `${name} has none: ${mend}`)
  const untrue = [...examples.values()].flatMap(each =>
    document.judge(each).map(why => `${each.operation}: ${why}: "npm run examples"`),
  )
  expect([...without, ...untrue]).toEqual([])
})
