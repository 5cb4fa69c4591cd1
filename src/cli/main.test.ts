import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

async function kith(args: readonly string[], options: { env?: Record<string, string>; input?: string } = {}) {
  const child = spawn(join(root, 'kith'), args, {
    cwd: tmpdir(),
    env: { PATH: '/usr/bin:/bin', HOME: tmpdir(), ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(options.input ?? '')
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, out, err }
}

async function dataFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'kith-cli-'))
  await chmod(made, 0o755)
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

test('the launcher works from any folder, with no Node on the path', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  expect(await kith(['--version'])).toMatchObject({ code: 0, out: `${version}\n` })
})

test('help shows what a command is for, with an example', async () => {
  expect((await kith(['--help'])).out).toMatch(/backup[\s\S]*serve/)
  const { code, out } = await kith(['backup', '--help'])
  expect([code, out.includes('Example:')]).toEqual([0, true])
})

test('a wrong call exits with 2, a failure with 1 and one plain sentence', async () => {
  expect(await kith(['frobnicate'])).toMatchObject({ code: 2 })
  expect(await kith(['restore'])).toMatchObject({ code: 2 })
  expect(await kith(['restore', 'nowhere.backup'])).toMatchObject({
    code: 1,
    err: 'kith: There is no file nowhere.backup, or this user may not read it.\n',
  })
  const wrong = await kith(['doctor'], { env: { KITH_PORT: 'x' } })
  expect(wrong).toMatchObject({ code: 1, err: 'kith: KITH_PORT must be a whole number from 0 to 65535.\n' })
})

test('drafts are judged line by line from standard input', async () => {
  const line = JSON.stringify({ id: 'a', tool: 'xmpp', surface: 'direct', stage: 'found', draft: 'hi' })
  const { code, out } = await kith(['etiquette', 'check'], { input: `${line}\nnot json\n` })
  const answers = out
    .trim()
    .split('\n')
    .map(each => JSON.parse(each))
  expect([code, answers.length, answers[0].id, typeof answers[0].verdict, typeof answers[1].error]).toEqual([
    1,
    2,
    'a',
    'string',
    'string',
  ])
})

test('a team made here is carried to another folder by backup and restore, its keys with it', async () => {
  const [here, there] = [{ KITH_DATA: join(await dataFolder(), 'a') }, { KITH_DATA: join(await dataFolder(), 'b') }]
  const file = join(await dataFolder(), 'kith.backup')
  const added = await kith(['user', 'add', '--name', 'Mara', '--email', 'mara@example.org', '--json'], { env: here })
  expect(added).toMatchObject({ code: 0 })
  expect(await kith(['keys', 'rotate', '--json'], { env: here })).toMatchObject({ code: 0 })
  expect(await kith(['backup', '--out', file, '--with-key'], { env: here })).toMatchObject({ code: 0 })
  expect((await stat(`${file}.keys.json`)).mode & 0o777).toBe(0o600)

  expect(await kith(['backup'], { env: there })).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no database in'),
  })
  const restored = await kith(['restore', file, '--with-key', '--json'], { env: there })
  expect(restored).toMatchObject({ code: 0 })
  expect(JSON.parse(restored.out).rows).toMatchObject({ users: 1, workspaces: 1 })
  expect(await kith(['restore', file], { env: there })).toMatchObject({
    code: 1,
    err: expect.stringContaining('--force'),
  })

  const token = await kith(['user', 'token', '--email', 'mara@example.org'], { env: there })
  expect(token).toMatchObject({ code: 0, out: expect.stringMatching(/^kith_\S+\n$/) })
  const { code, out } = await kith(['doctor', '--json'], { env: { ...there, KITH_PORT: '0' } })
  expect([code, JSON.parse(out).findings.filter((each: { state: string }) => each.state !== 'ok')]).toEqual([0, []])
}, 120_000)
