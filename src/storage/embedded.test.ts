import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { findBinaries, findPackage } from '#storage/embedded/binaries.ts'
import { memorySettings } from '#storage/embedded/memory.ts'
import { isServerAlive, readPidFile } from '#storage/embedded/pid-file.ts'
import { type EmbeddedOptions, startEmbedded } from '#storage/embedded.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const isRoot = process.getuid?.() === 0

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'kith-embedded-'))
  await chmod(made, 0o755)
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return join(made, 'postgres')
}

const start = (dataDir: string, more: Partial<EmbeddedOptions> = {}) =>
  startEmbedded({ dataDir, durable: false, settings: { shared_buffers: '32MB' }, ...more })

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

async function eventually<T>(attempt: () => Promise<T>, withinMs = 20_000): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(50)
    }
  }
}

/** Until then its server is not told that it is an orphan. */
async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const postmaster = async (dataDir: string) => (await readPidFile(join(dataDir, 'data')))?.pid ?? 0

/** Another Kith process on the same data: starts, runs `then` with a `client`, and waits. */
async function otherProcess(dataDir: string, then = '', umask = 0o022): Promise<ChildProcess> {
  const script = `
    process.umask(${umask})
    import pg from 'pg'
    import { startEmbedded } from '#storage/embedded.ts'
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, settings: { shared_buffers: '32MB' } })
    const client = new pg.Client({ connectionString: server.url })
    client.on('error', () => undefined)
    await client.connect()
    ${then}
    console.log('ready')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const chunk of child.stdout) if (String(chunk).includes('ready')) return child
  throw new Error('the other process ended before it was ready')
}

test('what was written is there after a stop and a start; the app is no superuser; the log holds no values', async () => {
  const dataDir = await folder()
  {
    await using server = await start(dataDir)
    await ask(server.url, "create table guests (mail text primary key); insert into guests values ('ada@example.com')")
    await expect(ask(server.url, "insert into guests values ('ada@example.com')")).rejects.toThrow('duplicate key')
    await expect(ask(server.url, "copy guests to program 'cat'")).rejects.toThrow(/permission|superuser|privileges/)
  }
  expect(await postmaster(dataDir)).toBe(0)
  await using again = await start(dataDir)
  expect(await ask(again.url, 'select mail from guests')).toEqual([{ mail: 'ada@example.com' }])
  expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('ada@example.com')
  expect((await stat(join(dataDir, 'server.json'))).mode & 0o777).toBe(0o600)
})

test('another user of the machine does not get in without the password', async () => {
  const dataDir = await folder()
  await using server = await start(dataDir)
  const address = new URL(server.url)
  address.password = 'guess'
  await expect(ask(address.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('after kill -9 of Kith the next start finds every row that was acknowledged', async () => {
  const dataDir = await folder()
  const child = await otherProcess(
    dataDir,
    "await client.query('create table written (n int)'); for (let n = 0; n < 200; n++) await client.query('insert into written values ($1)', [n])",
  )
  await killed(child)
  await using server = await start(dataDir)
  expect(await ask(server.url, 'select count(*)::int as n from written')).toEqual([{ n: 200 }])
})

test('after kill -9 of the server it is started again at the same address', async () => {
  const dataDir = await folder()
  await using server = await start(dataDir, { durable: true })
  await ask(server.url, 'create table kept (n int)')
  const before = await postmaster(dataDir)
  process.kill(before, 'SIGKILL')
  expect(await eventually(() => ask(server.url, 'select count(*)::int as n from kept'))).toEqual([{ n: 0 }])
  expect(await postmaster(dataDir)).not.toBe(before)
})

test('a second Kith process shares the running server, and its end leaves it running', async () => {
  const dataDir = await folder()
  await using server = await start(dataDir)
  const pid = await postmaster(dataDir)
  {
    await using second = await start(dataDir)
    expect(second.url).toBe(server.url)
    expect(await postmaster(dataDir)).toBe(pid)
  }
  expect(await isServerAlive(pid)).toBe(true)
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('when the process that started the server is killed, the one that shares it goes on', async () => {
  const dataDir = await folder()
  const first = await otherProcess(dataDir)
  await using second = await start(dataDir)
  first.kill('SIGKILL')
  await sleep(300)
  expect(await eventually(() => ask(second.url, 'select 1 as one'))).toEqual([{ one: 1 }])
})

test('two processes that start at once end up on one server', async () => {
  const dataDir = await folder()
  {
    await using _first = await start(dataDir)
  }
  const [one, two] = await Promise.all([otherProcess(dataDir), start(dataDir)])
  await using server = two
  expect(
    await ask(server.url, "select count(*)::int as n from pg_stat_activity where application_name = 'kith holder'"),
  ).toEqual([{ n: 2 }])
  one.kill('SIGKILL')
})

test('a first start that was stopped half-way is begun again', async () => {
  const dataDir = await folder()
  await mkdir(join(dataDir, 'data.half', 'base'), { recursive: true })
  await writeFile(join(dataDir, 'data.half', 'PG_VERSION'), '18')
  await using server = await start(dataDir)
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await readdir(dataDir)).not.toContain('data.half')
})

test.each([0o077, 0o000])(
  'a first start with umask %i leaves nothing too closed for the server or too open for others',
  async umask => {
    const dataDir = join(await folder(), 'fresh', 'postgres')
    const child = await otherProcess(dataDir, '', umask)
    const modes = await Promise.all(
      ['server.json', 'data', 'postgres.log'].map(async name => (await stat(join(dataDir, name))).mode & 0o077),
    )
    expect(modes).toEqual([0, 0, 0])
    await killed(child)
    await using server = await start(dataDir)
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  },
)

test.runIf(isRoot)('root is told when PostgreSQL could not reach its data', async () => {
  const dataDir = await folder()
  const closed = join(dataDir, 'closed')
  await mkdir(closed, { recursive: true })
  await chmod(closed, 0o700)
  await expect(start(join(closed, 'postgres'))).rejects.toThrow(/can't reach .*KITH_DATA/)
})

test('a package without its links, or one that others may not read, is linked and copied', async () => {
  const place = await folder()
  const packageFolder = join(place, 'package')
  await cp(findPackage(), packageFolder, { recursive: true, verbatimSymlinks: true })
  const libraries = join(packageFolder, 'native', 'lib')
  for (const name of await readdir(libraries))
    if ((await lstat(join(libraries, name))).isSymbolicLink()) await rm(join(libraries, name))
  await chmod(packageFolder, 0o700)
  const own = await findBinaries({ forOtherUser: false, copyFolder: place, packageFolder })
  expect(own).toBe(join(packageFolder, 'native', 'bin'))
  const reachable = await findBinaries({ forOtherUser: true, copyFolder: place, packageFolder })
  expect(reachable.startsWith(join(place, 'program-'))).toBe(true)
  await chmod(place, 0o755)
  await chmod(join(place, '..'), 0o755)
  await using server = await start(join(place, 'postgres'), { binaries: reachable })
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('memory grows with the machine, within bounds', () => {
  const gibibyte = 1_073_741_824
  expect(memorySettings(0.5 * gibibyte)).toMatchObject({
    shared_buffers: '64MB',
    work_mem: '4MB',
    max_wal_size: '512MB',
  })
  expect(memorySettings(16 * gibibyte)).toMatchObject({
    shared_buffers: '2048MB',
    effective_cache_size: '8192MB',
    work_mem: '64MB',
  })
  expect(memorySettings(256 * gibibyte)).toMatchObject({
    shared_buffers: '4096MB',
    work_mem: '64MB',
    max_wal_size: '4096MB',
  })
})
