import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const listFiles = (pattern: string) => globSync(pattern, { cwd: root }).map(path => path.split(sep).join('/'))
const read = (path: string) => readFile(join(root, path), 'utf8')

const report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
    totalDependenciesCruised: z.number(),
  }),
})

async function cruise(folder: string) {
  const program = join(root, 'node_modules', '.bin', 'depcruise')
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 256 * 1_048_576 }).catch(
    (error: unknown) => {
      // The exit code counts violations; the report is on stdout all the same.
      if (error instanceof Error && 'stdout' in error && String(error.stdout) !== '')
        return { stdout: String(error.stdout) }
      throw error
    },
  )
  return report.parse(JSON.parse(stdout))
}

/** A copy of the source in which to break rules. */
async function copySource(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-house-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of ['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    await cp(join(root, name), join(folder, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

// Once for both: the cruise reads everything, which takes longer than all else here.
test('the import rules hold, a rule that is broken is found, and the check has read every source file', async () => {
  const folder = await copySource()
  const plant = (path: string, text: string) => writeFile(join(folder, path), text)
  await plant(
    'src/kernel/planted.ts',
    "import { openDatabase } from '#storage/database.ts'\nexport const planted = openDatabase\n",
  )
  await plant(
    'src/storage/planted.ts',
    "import type { Settings } from '#platform/settings.ts'\nexport type Planted = Settings\n",
  )
  await plant('src/platform/planted.ts', "export { startServer } from '#server/start.ts'\n")
  await plant(
    'src/features/people/planted.ts',
    "export * from '#features/etiquette/index.ts'\nexport * from '#features/accounts/password.ts'\n",
  )
  await plant('src/features/tools/planted.ts', "import pg from 'pg'\nexport const planted = pg\n")
  await plant(
    'src/importers/planted.ts',
    "import { readFile } from 'node:fs/promises'\nexport const planted = readFile\n",
  )
  await plant('src/connectors/xmpp/planted.ts', "export type { Database } from '#storage/database.ts'\n")
  await plant('src/web/planted.ts', "export { openDatabase } from '#storage/database.ts'\n")
  const { modules, summary } = await cruise(folder)
  const violations = summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }))
  expect(violations.filter(({ from }) => !from.includes('planted'))).toEqual([])
  const found = violations.map(({ from, rule }) => `${basename(from.replace('/planted.ts', ''))} ${rule}`)
  expect(found).toEqual(
    expect.arrayContaining([
      'kernel kernel-stands-alone',
      'storage storage-knows-the-kernel',
      'platform platform-knows-no-feature',
      'platform roots-are-roots',
      'people people-looks-up-only',
      'people front-door',
      'tools sql-in-stores',
      'importers importers-do-no-io',
      'xmpp connectors-are-islands',
      'web pages-stay-in-the-browser',
    ]),
  )
  const read = new Set(modules.map(({ source }) => source))
  const unread = listFiles('src/**/*.{ts,tsx}').filter(
    path => !/[.]test[.]|[.]d[.]ts$|fixtures|evaluation/.test(path) && !read.has(path),
  )
  expect(unread).toEqual([])
  expect(summary.totalDependenciesCruised).toBeGreaterThan(modules.length)
}, 120_000)

test('no folder is a drawer for anything', () => {
  const folders = new Set(listFiles('{src,tests,scripts,bench}/**/*').flatMap(path => path.split('/').slice(0, -1)))
  const drawers = ['utils', 'util', 'misc', 'common', 'lib', 'helpers', 'types']
  expect(drawers.filter(name => folders.has(name))).toEqual([])
})

test('every feature says what it is for', async () => {
  const features = listFiles('src/features/*').filter(path => !path.includes('.'))
  const silent = []
  for (const feature of features)
    if (!(await stat(join(root, feature, 'README.md')).catch(() => undefined))) silent.push(feature)
  expect(features.length).toBeGreaterThan(5)
  expect(silent).toEqual([])
})

test('files are kebab-case, components PascalCase', () => {
  const name =
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z][A-Za-z0-9]*|[a-z0-9.-]+\.generated)(?:\.(?:test|test-support|bench|config|d))*\.(?:ts|tsx|mjs|cjs)$/
  const strange = listFiles('{src,tests,scripts,bench}/**/*.{ts,tsx,mjs}').filter(
    path => !path.includes('fixtures') && !name.test(basename(path)),
  )
  expect(strange).toEqual([])
  expect(listFiles('src/**/*.ts').filter(path => /^[A-Z]/.test(basename(path)))).toEqual([])
})

async function grep(files: readonly string[], pattern: RegExp): Promise<string[]> {
  const found = await Promise.all(files.map(async path => (pattern.test(await read(path)) ? [path] : [])))
  return found.flat()
}

const code = () =>
  listFiles('{src,tests,bench}/**/*.{ts,tsx}').filter(
    path => !path.includes('fixtures') && path !== 'tests/house.test.ts',
  )

test('settings are read in one place', async () => {
  const found = await grep(
    code().filter(path => path.startsWith('src/')),
    /\bprocess\.env\b/,
  )
  expect(found).toEqual(['src/platform/settings.ts'])
})

test('nothing is exported by default, nothing is left to do, and no type error is silenced', async () => {
  expect(await grep(code(), /^export default\b/m)).toEqual([])
  expect(await grep([...code(), ...listFiles('{scripts,docs}/**/*.{mjs,ts,md}')], /\b(TODO|FIXME|XXX)\b/)).toEqual([])
  expect(await grep(code(), /@ts-(ignore|nocheck)/)).toEqual([])
})

test('generated files say so in their first line', async () => {
  const generated = ['src/storage/tables.ts', 'docs/operate/settings.md', ...listFiles('src/**/*.generated.ts')]
  for (const path of generated) expect((await read(path)).split('\n')[0], path).toMatch(/generated/i)
})
