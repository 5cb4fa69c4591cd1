import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { printApiTypes, printOpenApi } from '../scripts/api/print-api.ts'

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
