import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, WrongSettings } from '#platform/settings.ts'

test('nothing needs to be set', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 4280,
    publicUrl: 'http://localhost:4280',
    databaseUrl: undefined,
    oidc: undefined,
    unknown: [],
  })
})

test('an empty variable counts as unset, and a relative folder becomes absolute', () => {
  const settings = readSettings({ KITH_PORT: '', KITH_DATA: 'data' })
  expect([settings.port, settings.dataFolder, settings.keyFile]).toEqual([
    4280,
    resolve('data'),
    resolve('data/keys.json'),
  ])
})

test.each([
  [{ KITH_PORT: '70000' }, 'KITH_PORT must be 65535 or less.'],
  [{ KITH_PORT: '80a' }, 'KITH_PORT must be a whole number from 0 to 65535.'],
  [{ KITH_PUBLIC_URL: 'kith.example.org' }, 'KITH_PUBLIC_URL must be a web address such as https://kith.example.com.'],
  [{ KITH_PUBLIC_URL: 'https://example.org/kith' }, 'KITH_PUBLIC_URL must be an address without a path.'],
  [{ DATABASE_URL: 'mysql://db/kith' }, 'DATABASE_URL must look like postgres://user:password@host:5432/database.'],
  [{ KITH_LOG_LEVEL: 'loud' }, 'KITH_LOG_LEVEL must be trace, debug, info, warn, error or silent.'],
  [
    { KITH_OIDC_ISSUER: 'https://id.example.org' },
    'Single sign-on also needs KITH_OIDC_CLIENT_ID and KITH_OIDC_CLIENT_SECRET.',
  ],
])('%j is refused in words that name the variable', (env, message) => {
  expect(() => readSettings(env)).toThrow(new WrongSettings(message))
})

test('a wrong value is not repeated: it may be a secret', () => {
  expect(() => readSettings({ DATABASE_URL: 'kith:hunter2@db' })).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
  )
})

test('a slip in a name is told', () => {
  expect(readSettings({ KITH_PROT: '1', KITH_TEST_SKIP: 'xmpp', HOME: '/root' }).unknown).toEqual(['KITH_PROT'])
})
