import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bytesSource } from './byte-source.ts'
import { UnreadableFile } from './contract.ts'
import { NotAFeed } from './feeds/document.ts'
import { parseFeed } from './feeds/parse-feed.ts'
import { parsePage } from './pages/parse-page.ts'
import { importers } from './registry.ts'
import { writeZip } from './zip/write-zip.test-support.ts'

const fixtures = join(import.meta.dirname, '../../tests/fixtures')
const casesPerParser = 300
const budgetMs = 2_000

/** Mulberry32: the same cases at every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const nasty = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '&#0;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '\u0000',
  '\r',
  '\n',
  ',',
  ';',
  '=',
  ':::',
  '\ufeff',
  '<a',
  '</',
  '<!DOCTYPE x [',
  '%',
  '\\',
  'BEGIN:VCARD\n',
  '{',
  '[',
  '\ud800',
].map(text => Buffer.from(text))

/** One to eight damages: bytes changed, cut out, doubled, or a piece of syntax put in. */
function mutate(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let result = Buffer.from(bytes)
  for (let times = 1 + random(8); times > 0 && result.length > 0; times--) {
    const at = random(result.length)
    const end = Math.min(result.length, at + 1 + random(60))
    const kind = random(5)
    if (kind === 0) result[at] = random(256)
    else if (kind === 1) result = Buffer.concat([result.subarray(0, at), result.subarray(end)])
    else if (kind === 2) result = Buffer.concat([result.subarray(0, end), result.subarray(at)])
    else if (kind === 3)
      result = Buffer.concat([result.subarray(0, at), nasty[random(nasty.length)] ?? Buffer.of(0), result.subarray(at)])
    else result = result.subarray(0, Math.max(1, at))
  }
  return result
}

const seedsIn = (folder: string): { name: string; bytes: Uint8Array }[] =>
  readdirSync(join(fixtures, folder)).map(name => ({ name, bytes: readFileSync(join(fixtures, folder, name)) }))

async function survives(
  seeds: readonly { name: string; bytes: Uint8Array }[],
  read: (name: string, bytes: Uint8Array) => unknown,
): Promise<{ read: number; refused: number }> {
  const count = { read: 0, refused: 0 }
  for (let seed = 0; seed < casesPerParser; seed++) {
    const random = randomFrom(seed)
    const original = seeds[random(seeds.length)]
    if (!original) throw new Error('no fixtures')
    const started = process.cpuUsage()
    try {
      await read(original.name, mutate(original.bytes, random))
      count.read++
    } catch (error) {
      if (!(error instanceof UnreadableFile || error instanceof NotAFeed))
        throw new Error(`case ${seed} of ${original.name}`, { cause: error })
      expect(error.message).toMatch(/^[A-Z“].*\S/)
      count.refused++
    }
    expect(process.cpuUsage(started).user / 1_000, `case ${seed} of ${original.name}`).toBeLessThan(budgetMs)
  }
  return count
}

test('damaged feeds are read or refused in words, never a crash or a hang', async () => {
  const { read } = await survives(seedsIn('feeds'), (_, bytes) => parseFeed(bytes, { url: 'https://ann.example/feed' }))
  expect(read).toBeGreaterThan(casesPerParser / 3)
}, 60_000)

test('damaged pages are read or refused in words, never a crash or a hang', async () => {
  const { read } = await survives(seedsIn('feeds'), (_, bytes) => parsePage(bytes, { url: 'https://ann.example/' }))
  expect(read).toBeGreaterThan(casesPerParser / 3)
}, 60_000)

const linkedin = seedsIn('importers/linkedin')
const archive = { name: 'export.zip', bytes: writeZip(linkedin.map(({ name, bytes }) => ({ path: name, bytes }))) }

test.each(importers.map(importer => [importer.format, importer] as const))(
  'damaged files never crash or hang the importer %s',
  async (_, importer) => {
    const { read } = await survives([...linkedin, ...seedsIn('importers/contacts'), archive], async (name, bytes) => {
      const source = bytesSource(name, bytes)
      await importer.recognise(bytes.subarray(0, 65_536), source)
      for await (const record of importer.read(source, {})) expect(record.row).toBeGreaterThanOrEqual(0)
    })
    expect(read).toBeGreaterThan(0)
  },
  60_000,
)
