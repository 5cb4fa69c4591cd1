import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bytesSource } from './byte-source.ts'
import { UnreadableFile } from './contract.ts'
import { NotAFeed } from './feeds/document.ts'
import { parseFeed } from './feeds/parse-feed.ts'
import { type Fixture, fixtures } from './fixtures/files.test-support.ts'
import { parsePage } from './pages/parse-page.ts'
import { importers } from './registry.ts'
import { writeZip } from './zip/write-zip.test-support.ts'

const folder = join(import.meta.dirname, '../../tests/fixtures')
const casesPerParser = 300
const budgetMs = 2_000
const owner = { names: ['Rosa Keller'], emails: ['rosa@rosa.example'] }

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

const seedsIn = (name: string): Fixture[] =>
  readdirSync(join(folder, name)).map(file => ({ name: file, bytes: readFileSync(join(folder, name, file)) }))

async function survives(
  seeds: readonly Fixture[],
  read: (name: string, bytes: Uint8Array) => unknown,
  cases = casesPerParser,
): Promise<{ read: number; refused: number }> {
  const count = { read: 0, refused: 0 }
  for (let seed = 0; seed < cases; seed++) {
    const random = randomFrom(seed)
    const original = seeds[random(seeds.length)]
    if (!original) throw new Error('no fixtures')
    const started = process.cpuUsage()
    try {
      // Every other damage of an archive is done to a file in it, for what is damaged outside is seldom opened at all.
      const inside = seed % 2 === 0 ? original.damagedInside : undefined
      const damaged = inside ? inside(random, bytes => mutate(bytes, random)) : mutate(original.bytes, random)
      await read(original.name, damaged)
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
const contacts = seedsIn('importers/contacts')

/** Files of its own for each importer, as JSON, text and archives. */
const own: Readonly<Record<string, readonly Fixture[]>> = {
  ...fixtures,
  'linkedin-export': [...linkedin, archive],
  vcard: contacts,
  csv: [...linkedin, ...contacts],
}
const others = [archive, ...contacts, ...Object.values(fixtures).flatMap(files => files.slice(0, 1))]

test.each(importers.map(importer => [importer.format, importer] as const))(
  'damaged files never crash or hang the importer %s',
  async (format, importer) => {
    const seeds = own[format] ?? []
    expect(seeds.length).toBeGreaterThan(0)
    const look = async (name: string, bytes: Uint8Array) => {
      const source = bytesSource(name, bytes)
      await importer.recognise(bytes.subarray(0, 65_536), source)
      for await (const record of importer.read(source, { owner })) expect(record.row).toBeGreaterThanOrEqual(0)
    }
    const { read } = await survives(seeds, look, casesPerParser)
    expect(read).toBeGreaterThan(0)
    // Whatever else it is handed, it says so.
    await survives(others, look, others.length * 2)
  },
  120_000,
)
