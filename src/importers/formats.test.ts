import { expect, test } from 'vitest'
import { bytesSource } from './byte-source.ts'
import type { ByteSource, ExportOwner, ImportRecord } from './contract.ts'
import { bytesOf, jsonBytes, writePdf, writeTarGz } from './fixtures/archives.test-support.ts'
import { type Fixture, fixtures } from './fixtures/files.test-support.ts'
import { createJsonReader } from './json/stream.ts'
import { recogniseFile } from './registry.ts'
import { writeZip } from './zip/write-zip.test-support.ts'

const rosa: ExportOwner = { names: ['Rosa Keller'], emails: ['rosa@rosa.example'] }
const nobody: ExportOwner = { names: [], emails: [] }
const sourceOf = ({ name, bytes }: Fixture) => bytesSource(name, bytes)
const text = (content: string, name = 'file') => bytesSource(name, bytesOf(content))

async function read(source: ByteSource, owner: ExportOwner = rosa): Promise<ImportRecord[]> {
  const found = await recogniseFile(source)
  if (!found) throw new Error(`${source.name} was not recognised`)
  const records: ImportRecord[] = []
  for await (const record of found.importer.read(source, { owner })) records.push(record)
  return records
}
async function readFixture(files: readonly Fixture[], at = 0, owner?: ExportOwner): Promise<ImportRecord[]> {
  const file = files[at]
  if (!file) throw new Error('no such fixture')
  return read(sourceOf(file), owner)
}
const kinds = (records: readonly ImportRecord[]) => records.map(record => record.kind)
const whys = (records: readonly ImportRecord[]) => records.flatMap(one => ('why' in one ? [one.why] : []))

test.each(Object.entries(fixtures).flatMap(([format, files]) => files.map(file => [format, file.name, file] as const)))(
  'a file of %s is known by what is in it, whatever its name: %s',
  async (format, _, { bytes }) => {
    const found = await recogniseFile(bytesSource('Download (3)', bytes))
    expect(found?.recognition.format).toBe(format)
  },
)

test('the same file read twice gives the same keys', async () => {
  for (const file of Object.values(fixtures).flat()) {
    if (file.name === 'facebook-html.zip') continue
    const keys = async () => (await read(sourceOf(file))).map(record => ('key' in record ? record.key : record.kind))
    expect(await keys()).toEqual(await keys())
  }
})

test('a JSON Resume gives positions, education, skills, languages and accounts', async () => {
  expect(await readFixture(fixtures['json-resume'])).toMatchObject([
    {
      kind: 'person',
      key: 'github.com/adalovell',
      person: {
        fullName: 'Ada Lovell',
        urls: ['https://ada.example'],
        background: {
          positions: [
            { title: 'Head of Analysis', startedOn: '2021-03', current: true },
            { organisation: 'Old Mill', finishedOn: '2021-02-28', current: false },
          ],
          skills: ['Rust', 'tokio', 'wasm'],
          languages: ['German (Native)'],
        },
      },
    },
  ])
})

test('Portable Contacts put the primary address first, keep messengers and leave gender out', async () => {
  const records = await readFixture(fixtures['open-social'])
  expect(records).toMatchObject([
    {
      key: 'myspace.com/anaruiz',
      person: {
        emails: ['ana@norte.example', 'ana@old.example'],
        profiles: [{ tool: 'myspace' }, { tool: 'twitter' }, { tool: 'xmpp', handle: 'ana@jabber.example' }],
      },
    },
    { kind: 'rejected', why: 'This entry has no name, e-mail address or profile.' },
  ])
  expect(JSON.stringify(records)).not.toContain('female')
  expect(await readFixture(fixtures['open-social'], 1)).toMatchObject([{ person: { fullName: 'Tom Bek' } }])
})

test('OPML makes each blog someone to follow, and an address that is no web address is named', async () => {
  const records = await readFixture(fixtures.opml)
  expect(kinds(records)).toEqual(['person', 'feed', 'rejected', 'person', 'feed'])
  expect(records[1]).toMatchObject({ url: 'https://night.example/feed.xml', author: { url: 'https://night.example/' } })
  expect(records[3]).toMatchObject({ person: { fullName: 'Weld & drum' } })
})

test('a GitHub user comes without an address to write to, and events are what they did', async () => {
  const [user] = await readFixture(fixtures.github)
  expect(user).toMatchObject({ key: 'github.com/adalovell', person: { emails: [], tags: ['hireable on GitHub'] } })
  const events = await readFixture(fixtures.github, 2)
  expect(kinds(events)).toEqual(['person', 'activity', 'activity', 'empty'])
  expect(events[1]).toMatchObject({
    key: 'github.com/events/9007199254740993',
    activity: 'commit',
    text: 'Turn the wheel the other way',
  })
})

test('a saved MySpace page is about its owner, a page of cards about everyone on it', async () => {
  expect(await readFixture(fixtures.page)).toMatchObject([
    { key: 'myspace.com/tombek', person: { fullName: 'Tom Bek', profiles: [{ summary: 'Welds by day.' }] } },
  ])
  expect((await readFixture(fixtures.page, 1)).map(one => 'person' in one && one.person.fullName)).toEqual([
    'Ana Ruiz',
    'Bo Chen',
  ])
})

test('a Facebook export gives friends with names put right, requests, and who said what', async () => {
  const records = await readFixture(fixtures['meta-export'], 0, nobody)
  expect(kinds(records)).toEqual(['person', 'person', 'invitation', 'empty', 'message', 'message', 'empty'])
  expect(records[0]).toMatchObject({ person: { fullName: 'Jürgen Müßig', connectedAt: '2017-07-14T02:40:00.000Z' } })
  expect(records[4]).toMatchObject({ from: { name: 'Jürgen Müßig' }, text: 'Grüße 👋' })
  expect(records[5]).not.toHaveProperty('from')
})

test('Instagram followers and those followed have their accounts', async () => {
  expect((await readFixture(fixtures['meta-export'], 1)).map(one => 'key' in one && one.key)).toEqual([
    'instagram.com/anaruiz',
    'instagram.com/tombek',
  ])
})

test('an export in HTML says what to ask for instead', async () => {
  await expect(readFixture(fixtures['meta-export'], 3)).rejects.toThrow(/choose the format JSON instead of HTML/)
})

test('an X archive keeps long numbers whole, names whom it can, and never runs its files', async () => {
  const records = await readFixture(fixtures['x-archive'])
  expect(kinds(records)).toEqual(['self', 'person', 'empty', 'activity', 'message', 'message'])
  expect(records[1]).toMatchObject({ key: 'x.com/anaruiz', person: { fullName: 'Ana Ruiz' } })
  expect(records[3]).toMatchObject({ text: '@anaruiz nights & days', publishedAt: '2023-02-18T12:33:11.000Z' })
  expect(records[4]).toMatchObject({ from: { url: 'https://x.com/anaruiz' }, text: 'Hi Rosa' })
  expect(records[5]).not.toHaveProperty('from')
  await expect(read(text('window.YTD.tweets.part0 = (() => process.exit(9))()', 'tweets.js'))).rejects.toMatchObject({
    code: 'broken',
  })
})

test('Mastodon: those followed, and the archive of one’s own posts', async () => {
  expect(kinds(await readFixture(fixtures.mastodon))).toEqual(['person', 'rejected'])
  expect(await readFixture(fixtures.mastodon, 1)).toMatchObject([
    { activity: 'post', text: 'Read first' },
    { activity: 'reaction' },
    { kind: 'self', key: '@rosa@social.example' },
  ])
})

test('a Bluesky repository gives follows and posts under their real addresses', async () => {
  const records = await readFixture(fixtures['bluesky-car'])
  expect(kinds(records)).toEqual(['self', 'activity', 'activity', 'person'])
  expect(records[2]).toMatchObject({ key: 'at://did:plc:rosa/app.bsky.feed.post/3k2', activity: 'comment' })
  expect(records[3]).toMatchObject({ key: 'bsky.app/profile/did:plc:ana' })
})

test('an Excel workbook is read from the sheet with the people: shared text, dates, long numbers', async () => {
  expect(await readFixture(fixtures.xlsx)).toMatchObject([
    {
      file: 'People',
      person: { fullName: 'Jürgen M&M', phones: ['436601234567'], birthDate: '1990-12-10', emails: ['j@werk.example'] },
    },
    { person: { fullName: 'bo@chen.example' } },
  ])
})

test("LinkedIn's profile PDF gives both columns: positions with one employer, education, skills, languages", async () => {
  expect(await readFixture(fixtures['resume-pdf'])).toMatchObject([
    {
      key: 'linkedin.com/in/ada-lovell',
      person: {
        fullName: 'Ada Lovell',
        emails: ['ada@engines.example'],
        place: 'Graz, Styria, Austria',
        profiles: [
          {
            headline: 'Head of Analysis at Engines',
            summary: 'I write programs for machines that\ndo not exist yet.',
            positions: [
              {
                title: 'Head of Analysis',
                organisation: 'Engines',
                place: 'Graz, Austria',
                startedOn: '2021-03',
                current: true,
              },
              { title: 'Analyst', organisation: 'Engines', finishedOn: '2021-03', current: false },
              { title: 'Apprentice', organisation: 'Old Mill' },
            ],
            education: [{ school: 'TU Graz', degree: "Master's degree", field: 'Mathematics' }],
            skills: ['Rust', 'Compiler Design'],
            languages: ['German (Native or Bilingual)', 'Français (Elementary)'],
          },
        ],
      },
    },
  ])
})

test('a German résumé as PDF gives positions with dates at the right edge', async () => {
  expect(await readFixture(fixtures['resume-pdf'], 1)).toMatchObject([
    {
      person: {
        fullName: 'Jürgen Müßig',
        phones: ['+43 660 7654321'],
        background: {
          positions: [
            { title: 'Softwareentwickler', organisation: 'Werk GmbH', startedOn: '2019-03', current: true },
            { title: 'Praktikant', organisation: 'Alte Mühle AG', startedOn: '2017', finishedOn: '2018' },
          ],
          education: [{ school: 'Hochschule Wels', degree: 'Bachelor', field: 'Informatik' }],
          skills: ['Rust', 'TypeScript', 'Postgres'],
          languages: ['Deutsch (Muttersprache)', 'Englisch (C1)'],
        },
      },
    },
  ])
})

test('a PDF of pictures says that it has no text', async () => {
  await expect(read(bytesSource('scan.pdf', writePdf([[]])))).rejects.toThrow(/no text/)
})

test('a résumé in Word gives sections, links and contacts', async () => {
  expect(await readFixture(fixtures['resume-docx'])).toMatchObject([
    {
      key: 'linkedin.com/in/ana-ruiz',
      person: {
        fullName: 'Ana Ruiz',
        phones: ['+34 944 123 456'],
        background: {
          headline: 'Night nurse who writes',
          positions: [
            { title: 'Night Nurse', organisation: 'Clinic Norte', startedOn: '2019-02', current: true },
            { title: 'Trainee', organisation: 'Hospital Sur' },
          ],
          education: [{ school: 'Universidad de Deusto', degree: 'Nursing' }],
          skills: ['Triage', 'Writing', 'Spanish wards'],
        },
      },
    },
  ])
})

test('WhatsApp: the order of day and month comes from the whole file', async () => {
  const records = await readFixture(fixtures['whatsapp-chat'], 0, nobody)
  expect(kinds(records)).toEqual(['person', 'empty', 'message', 'message', 'empty'])
  expect(records[2]).toMatchObject({ text: 'Night shift again\nand again', sentAt: '2025-03-04T21:15:03.000Z' })
  expect(records[3]).not.toHaveProperty('from')
  const android = await readFixture(fixtures['whatsapp-chat'], 1, nobody)
  expect(kinds(android)).toEqual(['person', 'empty', 'message', 'message', 'empty', 'rejected'])
  expect(android[2]).toMatchObject({ from: { name: 'Jürgen' }, sentAt: '2025-03-04T21:16:00.000Z' })
})

test.each([
  ['Korean', '2024년 1월 15일 오후 3:24, 김철수 : 안녕하세요', '김철수', '안녕하세요'],
  ['Korean, iPhone', '[2024. 1. 15. 오후 3:24:00] 김철수: 안녕하세요', '김철수', '안녕하세요'],
  ['Chinese', '2024/1/15 下午3:24 - 王伟: 你好', '王伟', '你好'],
  ['Japanese', '2024/01/15 15:24 - 田中: こんにちは', '田中', 'こんにちは'],
  ['Hungarian', '2024. 01. 15. 15:24 - Anna: szia', 'Anna', 'szia'],
  ['Finnish', '15.1.2024 klo 15.24 - Anna: moi', 'Anna', 'moi'],
  ['Arabic', '\u200f١٥/١/٢٠٢٤، ٣:٢٤ م - أحمد: مرحبا', 'أحمد', 'مرحبا'],
  ['Bulgarian', '15.01.24 г., 15:24 ч. - Анна: здравей', 'Анна', 'здравей'],
  ['Czech', '15. 1. 2024 15:24 - Anna: ahoj', 'Anna', 'ahoj'],
  ['Thai', '15/1/2567 15:24 - Anna: สวัสดี', 'Anna', 'สวัสดี'],
  ['Turkish', '15.01.2024 ÖS 3:24 - Anna: selam', 'Anna', 'selam'],
  ['Spanish', '15/1/24, 3:24 p.\u00a0m. - Ana: hola', 'Ana', 'hola'],
  ['French', '15/01/2024 à 15:24 - Ana: salut', 'Ana', 'salut'],
  ['English, edited', '\u200e[1/15/24, 3:24:00\u202fPM] Ana: hi \u200e<This message was edited>', 'Ana', 'hi'],
])('a WhatsApp chat of a telephone that speaks %s', async (_, line, name, said) => {
  const own = line.replace(name, 'Me')
  const hidden = `${line.slice(0, line.indexOf(said))}<Mídia oculta>`
  const source = bytesSource('chat.txt', new TextEncoder().encode(`${line}\n${own}\n${hidden}\n`))
  const records = await read(source, { names: ['Me'], emails: [] })
  expect(kinds(records)).toEqual(['person', 'message', 'message', 'empty'])
  expect(records[1]).toMatchObject({ from: { name }, text: said, sentAt: '2024-01-15T15:24:00.000Z' })
})

test('a WhatsApp chat of which nobody knows who exported it asks', async () => {
  const [chat] = fixtures['whatsapp-chat']
  await expect(read(bytesSource('chat.txt', chat.bytes), nobody)).rejects.toThrow(
    /can’t tell which of “Ana Ruiz” and “Rosa Keller” is you/,
  )
})

test('Telegram: personal talk is history, words in a public group are activity', async () => {
  const one = await readFixture(fixtures['telegram-export'], 0, nobody)
  expect(kinds(one)).toEqual(['empty', 'person', 'message', 'message'])
  expect(one[2]).toMatchObject({ from: { key: 'telegram:user9876543210' }, text: 'See https://a.example' })
  const all = await readFixture(fixtures['telegram-export'], 1)
  expect(kinds(all)).toEqual(['self', 'person', 'empty', 'person', 'message', 'message', 'person', 'activity'])
  expect(all.at(-1)).toMatchObject({ author: { name: 'Tom Bek' }, title: 'Rustaceans' })
})

test('Slack: members, words in channels as people read them, direct messages', async () => {
  const records = await readFixture(fixtures['slack-export'])
  expect(kinds(records)).toEqual(['person', 'empty', 'activity', 'empty', 'message', 'message'])
  expect(records[2]).toMatchObject({ text: 'Look @Rosa Keller: the post (https://a.example) & more' })
  expect(records[4]).not.toHaveProperty('from')
  expect(whys(await readFixture(fixtures['slack-export'], 0, nobody)).join()).toMatch(/not clear which member you are/)
})

test('Discord: own messages with their long ids, and never a person', async () => {
  const records = await readFixture(fixtures['discord-package'])
  expect(records).toMatchObject([
    {
      kind: 'message',
      key: 'discord:1100000000000000009',
      to: [{ url: 'https://discord.com/users/190000000000000002' }],
    },
    { kind: 'message', key: 'discord:1100000000000000010', surface: 'room', text: 'Hello, all' },
  ])
})

test('mbox: who wrote what in their own words; newsletters are left out; list mail is activity', async () => {
  const records = await readFixture(fixtures.mbox)
  expect(kinds(records)).toEqual(['person', 'message', 'message', 'empty', 'person', 'activity'])
  expect(records[1]).toMatchObject({
    subject: 'Mühle',
    from: { name: 'Jürgen Müßig' },
    text: 'Die Mühle steht.\nFrom here on it turns.',
    sentAt: '2024-05-06T10:00:00.000Z',
  })
  expect(records[5]).toMatchObject({ tool: 'mailing-list', title: '[rust] Slices' })
})

test('tar archives made to do harm are refused with the reason', async () => {
  const outbox = { path: 'outbox.json', bytes: jsonBytes({ orderedItems: [] }) }
  const escaping = writeTarGz([{ path: '../../etc/evil', bytes: bytesOf('x') }, outbox])
  await expect(recogniseFile(bytesSource('a.tar.gz', escaping))).rejects.toMatchObject({ code: 'unsafe' })
  const bomb = writeTarGz([{ path: 'big.json', bytes: new Uint8Array(80 << 20) }, outbox])
  await expect(recogniseFile(bytesSource('b.tar.gz', bomb))).rejects.toThrow(/far more than its size/)
})

test('an entry that never ends is refused before it fills the memory', async () => {
  const endless: ByteSource = {
    name: 'result.json',
    size: 2 ** 30,
    read: async () => bytesOf('{"name":"A","type":"personal_chat","id":1,"messages":[{"id":1,"text":"'),
    async *stream() {
      yield bytesOf('{"name":"A","type":"personal_chat","id":1,"messages":[{"id":1,"text":"')
      const filler = new Uint8Array(1 << 20).fill(97)
      for (let piece = 0; piece < 1_024; piece++) yield filler
    },
  }
  await expect(read(endless)).rejects.toMatchObject({ code: 'too-big' })
})

test('entities of a workbook are never expanded', async () => {
  const bomb = writeZip(
    Object.entries({
      'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="sheet.xml"/></Relationships>',
      'xl/sheet.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><row><c t="inlineStr"><is><t>E-mail</t></is></c></row><row><c t="inlineStr"><is><t>a@b.example &b;&f;</t></is></c></row></worksheet>',
    }).map(([path, content]) => ({ path, bytes: bytesOf(content) })),
  )
  const [record] = await read(bytesSource('x.xlsx', bomb))
  expect(JSON.stringify(record)).not.toMatch(/aaaa|root/)
})

test('a workbook of rows that never end is refused in words, without a hang', async () => {
  const part = (content: string) => bytesOf(content)
  const bad = writeZip([
    { path: 'xl/workbook.xml', bytes: part('<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>') },
    {
      path: 'xl/_rels/workbook.xml.rels',
      bytes: part('<Relationships><Relationship Id="rId1" Target="sheet.xml"/></Relationships>'),
    },
    { path: 'xl/sheet.xml', bytes: part(`<worksheet>${'<row>'.repeat(1_800_000)}`) },
  ])
  const started = process.cpuUsage()
  await expect(recogniseFile(bytesSource('x.xlsx', bad))).rejects.toMatchObject({ code: 'too-big' })
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000)
}, 60_000)

test('JSON cut anywhere is read the same, piece by piece', () => {
  const whole = '{"a\\"b":[1,{"x":"}]\\\\"},"ü"],"c":-1.5e3,"d":null}'
  const wants = (path: readonly (string | number)[]) => path.length === 2 || path[0] === 'c' || path[0] === 'd'
  for (let at = 0; at <= whole.length; at++) {
    const reader = createJsonReader(wants)
    const found = [...reader.push(whole.slice(0, at)), ...reader.push(whole.slice(at)), ...reader.end()]
    expect(found.map(piece => piece.text)).toEqual(['1', '{"x":"}]\\\\"}', '"ü"', '-1.5e3', 'null'])
  }
})
