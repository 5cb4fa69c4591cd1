import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addKey, addKeysFrom, dropKeys, hashToken, isSame, newToken, openKeyring } from '#platform/secrets.ts'

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-keys-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('the key file is made on first use, for its owner only, and opens what it sealed after a restart', async () => {
  const file = join(await emptyFolder(), 'deep', 'keys.json')
  const sealed = (await openKeyring(file)).seal('pässwörd', 'connection:1')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await chmod(file, 0o644)
  expect((await openKeyring(file)).unseal(sealed, 'connection:1')).toBe('pässwörd')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('two nodes that start at once agree on one key', async () => {
  const file = join(await emptyFolder(), 'keys.json')
  const [one, two] = await Promise.all([openKeyring(file), openKeyring(file)])
  expect(two.unseal(one.seal('x', 'c'), 'c')).toBe('x')
})

test('the same secret sealed twice looks different, and neither shows it', async () => {
  const keyring = await openKeyring(join(await emptyFolder(), 'keys.json'))
  const [one, two] = [keyring.seal('hunter2', 'c'), keyring.seal('hunter2', 'c')]
  expect(one).not.toBe(two)
  expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').includes('hunter2')).toBe(false)
})

test('a seal does not open in another place, nor with a changed letter', async () => {
  const keyring = await openKeyring(join(await emptyFolder(), 'keys.json'))
  const sealed = keyring.seal('secret', 'connection:1')
  expect(() => keyring.unseal(sealed, 'connection:2')).toThrow(expect.objectContaining({ code: 'broken-seal' }))
  for (let at = 12; at < sealed.length; at += 5) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => keyring.unseal(changed, 'connection:1')).toThrow()
  }
  expect(() => keyring.unseal('plain text', 'connection:1')).toThrow(expect.objectContaining({ code: 'broken-seal' }))
})

test('after a rotation earlier seals open and are known as stale, until the earlier keys are dropped', async () => {
  const file = join(await emptyFolder(), 'keys.json')
  const before = (await openKeyring(file)).seal('secret', 'c')
  const keyring = await addKey(file)
  expect([keyring.unseal(before, 'c'), keyring.isStale(before)]).toEqual(['secret', true])
  const after = keyring.reseal(before)
  await dropKeys(file)
  const reopened = await openKeyring(file)
  expect([reopened.unseal(after, 'c'), reopened.isStale(after)]).toEqual(['secret', false])
  expect(() => reopened.unseal(before, 'c')).toThrow(expect.objectContaining({ code: 'unknown-key' }))
})

test('a damaged key file is named and left as it is', async () => {
  const file = join(await emptyFolder(), 'keys.json')
  await writeFile(file, '{"version":1,')
  await expect(openKeyring(file)).rejects.toMatchObject({
    code: 'broken-key-file',
    message: expect.stringContaining(file),
  })
  expect(await readFile(file, 'utf8')).toBe('{"version":1,')
})

test('tokens are long, never repeat, and are stored as a digest', () => {
  const tokens = new Set(Array.from({ length: 1_000 }, newToken))
  expect(tokens.size).toBe(1_000)
  const [token = ''] = tokens
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(hashToken(token)).toHaveLength(32)
  expect([isSame(token, token), isSame(token, newToken()), isSame('a', 'ab')]).toEqual([true, false, false])
})

test('a running server opens what was sealed under a key that was added meanwhile', async () => {
  const file = join(await emptyFolder(), 'keys.json')
  const running = await openKeyring(file)
  const sealed = (await addKey(file)).seal('secret', 'c')
  expect(running.unseal(sealed, 'c')).toBe('secret')
})

test('keys from a backup are added to those that are there', async () => {
  const [saved, file] = [join(await emptyFolder(), 'keys.json'), join(await emptyFolder(), 'keys.json')]
  const there = (await openKeyring(saved)).seal('there', 'c')
  const here = (await openKeyring(file)).seal('here', 'c')
  await addKeysFrom(file, saved)
  const keyring = await openKeyring(file)
  expect([keyring.unseal(there, 'c'), keyring.unseal(here, 'c'), keyring.isStale(here)]).toEqual([
    'there',
    'here',
    false,
  ])
})
