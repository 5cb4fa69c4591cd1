import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

let folder: string
let files: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-widget-'))
  // What visitors get: a build for tests keeps more of the library's own checks.
  vi.stubEnv('NODE_ENV', 'production')
  await build({ configFile: 'vite.widget.config.ts', logLevel: 'error', build: { outDir: folder } })
  vi.unstubAllEnvs()
  files = await readdir(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = (name: string) => readFile(join(folder, name), 'utf8')
const gzipped = async (name: string) => gzipSync(await readFile(join(folder, name)), { level: 9 }).byteLength

test('the names never change, for foreign pages have them in their source', () => {
  const chunks = files.filter(name => /^panel-(more-)?[a-z]{2}\.js$/.test(name))
  expect(chunks).toHaveLength(20)
  expect(files.filter(name => !chunks.includes(name)).toSorted()).toEqual([
    'chat.js',
    'landing.css',
    'panel-more.js',
    'panel.css',
    'panel.js',
    'site.css',
  ])
})

test('the loader is at most 2 KB gzipped, alone in one file, and leaves no name behind on the page', async () => {
  expect(await gzipped('chat.js')).toBeLessThanOrEqual(2_048)
  const code = await read('chat.js')
  expect(code).not.toMatch(/\bimport\b|\bexport\b/)
  expect(code.trim()).toMatch(/^\(\(\)=>\{[\s\S]*\}\)\(\)$/)
})

test('the panel with its style sheet and one language is at most 15 KB gzipped', async () => {
  const language = Math.max(
    ...(await Promise.all(files.filter(name => /^panel-[a-z]{2}\.js$/.test(name)).map(gzipped))),
  )
  expect((await gzipped('panel.js')) + (await gzipped('panel.css')) + language).toBeLessThanOrEqual(15 * 1_024)
})

test('what is fetched on demand is at most 5 KB gzipped with one language', async () => {
  const language = Math.max(...(await Promise.all(files.filter(name => /^panel-more-/.test(name)).map(gzipped))))
  expect((await gzipped('panel-more.js')) + language).toBeLessThanOrEqual(5 * 1_024)
})

test('the style sheets of public pages are at most 3 KB gzipped each', async () => {
  expect(await gzipped('site.css')).toBeLessThanOrEqual(3_072)
  expect(await gzipped('landing.css')).toBeLessThanOrEqual(3_072)
})

test('nothing in the panel needs a weaker content policy', async () => {
  expect(await read('panel.js')).not.toMatch(/\beval\(|new Function\(|createElement\("style"\)/)
})
