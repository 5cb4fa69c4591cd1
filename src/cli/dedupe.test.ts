import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dedupeCommand, listIo } from './dedupe.ts'
import { linkCommand } from './link.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-lists-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const said: string[] = []
const io = { ...listIo, stderr: (line: string) => void said.push(line) }

const people = [
  'id,first name,last name,e-mail,born',
  'a1,Robert,Okafor,rob.okafor@example.org,1971-06-24',
  'a2,Bob,Okafor,rob.okafor@example.org,24/06/1971',
  'a3,Grace,Lindqvist,grace@example.net,1990-01-12',
  'a4,Tomás,Herrera,,1985-11-02',
  'a5,Tomas,Herrera,th@example.com,1985-11-02',
  'a6,Wei,Zhang,wei.z@example.com,1979-03-30',
  '',
].join('\n')

test('dedupe writes the promised header and every row once', async () => {
  const out = join(folder, 'clusters.csv')
  expect(await dedupeCommand({ file: await file('people.csv', people), out }, io)).toBe(0)
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\n')
  expect(lines[0]).toBe('row,id,cluster,probability,evidence')
  const rows = lines.slice(1).map(line => line.split(','))
  expect(rows.map(row => [row[0], row[1]])).toEqual([
    ['1', 'a1'],
    ['2', 'a2'],
    ['3', 'a3'],
    ['4', 'a4'],
    ['5', 'a5'],
    ['6', 'a6'],
  ])
  expect(rows.map(row => row[2])).toEqual(['1', '1', '2', '3', '3', '4'])
  expect(rows[0]?.[4]).toContain('same e-mail address +')
})

test('link writes one line per link', async () => {
  const right = await file(
    'right.csv',
    'key;Name;Geburtsdatum;E-Mail\nx9;Okafor, Robert;24.6.1971;rob.okafor@example.org\nx8;Maria Silva;1.2.1960;m@example.com\n',
  )
  const out = join(folder, 'pairs.csv')
  expect(await linkCommand({ left: await file('left.csv', people), right, out, map: ['key=id'] }, io)).toBe(0)
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\n')
  expect(lines[0]).toBe('left_row,left_id,right_row,right_id,probability,evidence')
  expect(lines.slice(1).map(line => line.split(',').slice(0, 4).join(','))).toEqual(['1,a1,1,x9', '2,a2,1,x9'])
})

test.each([
  ['missing.csv', undefined, [], /There is no file .*missing\.csv/],
  ['empty.csv', '', [], /The file is empty/],
  ['one.csv', 'name\nAnn\n', [], /one column only/],
  ['headless.csv', 'Ana,Ruiz,a@x.example\nTom,Bek,t@x.example\n', [], /looks like a record.*a@x\.example/],
  ['ragged.csv', 'name,born,mail\nAna,1980\n', [], /Line 2 has 2 cells where the first line has 3/],
  ['map.csv', people, ['nobody=surname'], /"nobody", which is not in the file/],
  ['word.csv', people, ['born=age'], /meaning "age", which Kith doesn't know/],
])('%s is answered by one sentence and exit code 1', async (name, content, map, sentence) => {
  const path = content === undefined ? join(folder, name) : await file(name, content)
  said.length = 0
  expect(await dedupeCommand({ file: path, map, out: join(folder, 'none.csv') }, io)).toBe(1)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(sentence)
})

test('a folder that is not there to write to is answered in words', async () => {
  said.length = 0
  expect(await dedupeCommand({ file: await file('again.csv', people), out: join(folder, 'no', 'where.csv') }, io)).toBe(
    1,
  )
  expect(said[0]).toMatch(/can't be written/)
})
