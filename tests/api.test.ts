import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { printApiTypes, printOpenApi } from '../scripts/api/print-api.ts'

test('the browser’s API types are those of the server: npm run api', async () => {
  const stored = await readFile(new URL('../src/web/api.generated.ts', import.meta.url), 'utf8')
  expect(stored === (await printApiTypes()), 'run npm run api').toBe(true)
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
