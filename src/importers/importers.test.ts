import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bytesSource } from './byte-source.ts'
import type { ByteSource, ImportRecord } from './contract.ts'
import { recogniseFile } from './registry.ts'
import { writeZip } from './zip/write-zip.test-support.ts'

const folder = join(import.meta.dirname, '../../tests/fixtures/importers')
const fixture = (path: string): ByteSource => bytesSource(path, readFileSync(join(folder, path)))
const text = (content: string, name = 'file'): ByteSource => bytesSource(name, new TextEncoder().encode(content))

async function read(source: ByteSource): Promise<ImportRecord[]> {
  const found = await recogniseFile(source)
  if (!found) throw new Error(`${source.name} was not recognised`)
  const records: ImportRecord[] = []
  for await (const record of found.importer.read(source, {})) records.push(record)
  return records
}

const persons = (records: readonly ImportRecord[]) => records.filter(record => record.kind === 'person')

const linkedinZip = (): ByteSource =>
  bytesSource(
    'Basic_LinkedInDataExport.zip',
    writeZip(
      readdirSync(join(folder, 'linkedin'))
        .filter(name => name !== 'Connections-2019.csv')
        .map(name => ({ path: name, bytes: readFileSync(join(folder, 'linkedin', name)) })),
    ),
  )

test('connections of today have a profile, a note before the header, and closed profiles that are no error', async () => {
  const records = await read(fixture('linkedin/Connections.csv'))
  expect(records.map(record => record.kind)).toEqual(['person', 'person', 'empty'])
  expect(records[0]).toMatchObject({
    key: 'linkedin.com/in/ada-lovell',
    row: 1,
    person: {
      fullName: 'Ada Lovell',
      emails: ['ada@engines.example'],
      connectedAt: '2026-02-08',
      profiles: [
        {
          tool: 'linkedin',
          handle: 'ada-lovell',
          positions: [{ organisation: 'Engines, Looms & Co', title: 'Head of Analysis', current: true }],
        },
      ],
    },
  })
  expect(records[1]).toMatchObject({ key: 'linkedin.com/in/jürgen-m', person: { connectedAt: '2025-01-03' } })
})

test('connections of 2019 have neither note nor address column', async () => {
  expect(await read(fixture('linkedin/Connections-2019.csv'))).toMatchObject([
    { key: 'email:ada@engines.example' },
    { person: { fullName: 'Bo Chen', connectedAt: '2018-03-11' } },
  ])
})

test.each([
  ['German', 'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am', '08. Feb. 2026'],
  ['French', 'Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le', '08 févr. 2026'],
  ['Spanish', 'Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el', '8 feb. 2026'],
])('connections whose columns are named in %s are the same connections', async (_, header, day) => {
  const file = `Notes:\n"Some addresses may be missing."\n\n${header}\nAda,Lovell,https://www.linkedin.com/in/ada-lovell,ada@engines.example,Engines,Head,${day}\n,,,,,,${day}\n`
  expect(await read(text(file))).toMatchObject([
    {
      key: 'linkedin.com/in/ada-lovell',
      person: {
        fullName: 'Ada Lovell',
        connectedAt: '2026-02-08',
        profiles: [{ tool: 'linkedin', positions: [{ organisation: 'Engines', title: 'Head' }] }],
      },
    },
    { kind: 'empty' },
  ])
})

test('a file under another name is known by its columns', async () => {
  const source = bytesSource('Kontakte (3).txt', readFileSync(join(folder, 'linkedin/Connections.csv')))
  expect((await recogniseFile(source))?.recognition).toMatchObject({ match: 'yes', format: 'linkedin-export' })
})

test('the whole archive gives its owner once, and every person, message, invitation and activity', async () => {
  const records = await read(linkedinZip())
  expect(records.filter(record => record.kind === 'rejected')).toEqual([])
  const self = records.filter(record => record.kind === 'self')
  expect(self).toHaveLength(1)
  expect(self[0]).toMatchObject({
    person: {
      fullName: 'Rosa Keller',
      emails: ['rosa@rosa.example', 'old@rosa.example'],
      urls: ['https://rosa.example/work'],
      profiles: [
        {
          tool: 'linkedin',
          headline: 'Recruiter who reads first',
          skills: ['Listening', 'Sourcing'],
          languages: ['Deutsch (Native or bilingual proficiency)', 'Français'],
          positions: [
            { organisation: 'Kith House', startedOn: '2021-03', current: true },
            { organisation: 'Old Mill', startedOn: '2015-03', finishedOn: '2020', current: false },
          ],
        },
        { tool: 'twitter', handle: 'rosakeller' },
      ],
    },
  })
  expect(
    records.filter(record => record.kind === 'activity').map(record => [record.activity, record.publishedAt]),
  ).toEqual(
    expect.arrayContaining([
      ['endorsement', '2024-03-09T10:00:00.000Z'],
      ['post', '2024-03-09T10:00:00.000Z'],
      ['comment', '2024-03-10T10:00:00.000Z'],
      ['reaction', '2024-03-11T10:00:00.000Z'],
    ]),
  )
  expect(records.find(record => record.kind === 'activity' && record.activity === 'post')).toMatchObject({
    text: 'First line\nSecond line',
  })
  expect(records.filter(record => record.kind === 'message')).toHaveLength(3)
})

test('messages know their owner, keep names with commas whole, and leave out drafts and advertisements', async () => {
  const records = await read(fixture('linkedin/messages.csv'))
  expect(records.map(record => record.kind)).toEqual(['message', 'message', 'message', 'empty', 'empty'])
  expect(records[0]).toMatchObject({
    from: { name: 'Ann Lee, PhD' },
    to: [{ name: 'Rosa Keller' }],
    sentAt: '2025-06-01T14:03:22.000Z',
  })
  expect(records[1]).not.toHaveProperty('from')
  expect(records[1]).toMatchObject({
    text: 'Good to hear from you,\nAnn',
    to: [{ name: 'Ann Lee, PhD', url: 'https://www.linkedin.com/in/annlee' }],
  })
  expect(records[2]).toMatchObject({
    conversationTitle: 'Lunch',
    to: [{ name: 'Rosa Keller' }, { name: 'Ann Lee, PhD' }],
  })
})

test('messages of nine columns are read too', async () => {
  const header = 'CONVERSATION ID,CONVERSATION TITLE,FROM,TO,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS'
  expect(await read(text(`${header}\nc1,,Ann,Rosa,2019-06-01 14:03:22 UTC,,Hi,INBOX,\n`))).toMatchObject([
    { kind: 'message', from: { name: 'Ann' }, to: [{ name: 'Rosa' }], text: 'Hi' },
  ])
})

test('invitations say who, when and which way', async () => {
  expect(await read(fixture('linkedin/Invitations.csv'))).toMatchObject([
    { direction: 'out', name: 'Ann Lee', sentAt: '2026-01-29T14:37:00.000Z', message: 'Hello' },
    { direction: 'in', name: 'Bo Chen', sentAt: '2026-01-30T00:05:00.000Z' },
  ])
})

test('reading the same export again gives the same keys', async () => {
  const keys = async () => (await read(linkedinZip())).map(record => ('key' in record ? record.key : record.kind))
  const first = await keys()
  expect(await keys()).toEqual(first)
  expect(new Set(first.filter(key => key !== 'empty')).size).toBe(first.filter(key => key !== 'empty').length)
})

test('Google Contacts of both layouts keep several values in one cell apart', async () => {
  const [today] = persons(await read(fixture('contacts/google-2024.csv')))
  expect(today?.person).toMatchObject({
    fullName: 'Ada Lovell',
    emails: ['ada@engines.example', 'ada@home.example', 'a3@x.example'],
    phones: ['+43 660 1234567'],
    tags: ['Friends'],
    birthDate: '1990-12-10',
    note: 'Met in Graz',
    profiles: [{ tool: 'github', handle: 'adalovell' }],
    background: { positions: [{ organisation: 'Engines', title: 'Analyst' }] },
  })
  const [old] = persons(await read(fixture('contacts/google-old.csv')))
  expect(old?.person).toMatchObject({
    fullName: 'Bo Chen',
    phones: ['+1 202 555 0100', '+1 202 555 0101'],
    background: { positions: [{ organisation: 'Chen & Co' }] },
  })
})

test.each([
  ['semicolons and German', 'Vorname;Nachname;E-Mail;Firma\nAda;Lovell;ada@x.example;Werk\n'],
  ['tabs and French', 'Prénom\tNom\tCourriel\tSociété\nAda\tLovell\tada@x.example\tWerk\n'],
  [
    'a byte order mark and Spanish',
    '\ufeffNombre,Apellidos,Correo electrónico,Empresa\nAda,Lovell,ada@x.example,Werk\n',
  ],
  ['old Macintosh line ends', 'First name,Last name,Email,Company\rAda,Lovell,ada@x.example,Werk\r'],
  ['a stated separator', 'sep=|\r\nFirst name|Last name|Email|Company\r\nAda|Lovell|ada@x.example|Werk\r\n'],
  ['lines before the header', 'Export of 2024\n\nFirst name,Last name,Email,Company\nAda,Lovell,ada@x.example,Werk\n'],
  [
    'quotes and a line end inside',
    '"First name","Last name","Email","Company"\n"Ada","Lovell","ada@x.example","Werk"\n',
  ],
  ['Japanese', '名,姓,メールアドレス,会社名\nAda,Lovell,ada@x.example,Werk\n'],
])('a table is understood with %s', async (_, content) => {
  const [person] = persons(await read(text(content)))
  expect(person).toMatchObject({
    key: 'email:ada@x.example',
    person: {
      fullName: 'Ada Lovell',
      givenName: 'Ada',
      familyName: 'Lovell',
      emails: ['ada@x.example'],
      background: { positions: [{ organisation: 'Werk' }] },
    },
  })
})

test('windows-1252 and UTF-16 keep their accents', async () => {
  const content = 'Name,Email\nJürgen Müßig,j@x.example\n'
  const latin = bytesSource(
    'a',
    Uint8Array.from(content, char => char.charCodeAt(0)),
  )
  const wide = bytesSource('b', Buffer.from(`\ufeff${content}`, 'utf16le'))
  for (const source of [latin, wide]) expect(persons(await read(source))[0]?.person.fullName).toBe('Jürgen Müßig')
})

test('columns without a known name are offered for mapping by what they hold', async () => {
  const found = await recogniseFile(
    text('a1,b2,c3\nx,ada@x.example,https://www.linkedin.com/in/ada\ny,bo@x.example,https://www.linkedin.com/in/bo\n'),
  )
  expect(found?.recognition).toMatchObject({
    match: 'maybe',
    columns: [
      { name: 'a1', meaning: 'ignore', sample: ['x', 'y'] },
      { name: 'b2', meaning: 'email' },
      { name: 'c3', meaning: 'linkedin-url' },
    ],
  })
})

test("the recruiter's own mapping is used", async () => {
  const source = text('a1,b2\nAda Lovell,ada@x.example\n')
  const found = await recogniseFile(source)
  const records: ImportRecord[] = []
  if (found)
    for await (const record of found.importer.read(source, { mapping: { a1: 'full-name' } })) records.push(record)
  expect(persons(records)[0]?.person.fullName).toBe('Ada Lovell')
})

test('connections of exports before 2019 give their days, month first as LinkedIn wrote them', async () => {
  const found = persons(
    await read(
      text(
        'First Name,Last Name,Email Address,Company,Position,Connected On\n' +
          'Ada,Lovell,,Engines,Analyst,"5/3/18, 4:05 PM"\nBo,Chen,,Looms,Weaver,"11/28/17, 11:59 PM"\nCy,Dale,,Mills,Miller,9/10/16\n',
      ),
    ),
  )
  expect(found.map(one => one.person.connectedAt)).toEqual(['2018-05-03', '2017-11-28', '2016-09-10'])
})

test('a file of which nothing is understood is an error, not a success', async () => {
  await expect(read(text('Name,Email\n'))).rejects.toMatchObject({ code: 'nothing-understood' })
  await expect(
    read(text('First Name,Last Name,URL,Email Address,Company,Position,Connected On\n')),
  ).rejects.toMatchObject({ code: 'nothing-understood' })
})

test('vCards of three versions give whole people with labels, accounts and no pictures', async () => {
  const found = persons(await read(fixture('contacts/three-versions.vcf')))
  expect(found).toHaveLength(3)
  expect(found[0]).toMatchObject({
    key: 'linkedin.com/in/ada-lovell',
    person: {
      fullName: 'Ada Lovell',
      birthDate: '1990-12-10',
      urls: ['https://ada.example'],
      profiles: [{ tool: 'linkedin' }],
      background: { positions: [{ organisation: 'Engines, Analysis', title: 'Analyst' }] },
    },
  })
  expect(found[0]?.person.note).toContain('Long note that is folded, twice')
  expect(found[0]?.person.note).toContain('Profile page: https://www.linkedin.com/in/ada-lovell')
  expect(found[1]?.person).toMatchObject({
    fullName: 'Jürgen Müßig',
    phones: ['+43 660 7654321'],
    emails: ['j@werk.example'],
  })
  expect(found[2]?.person).toMatchObject({
    phones: ['+1-202-555-0100'],
    place: 'Springfield, IL, USA',
    tags: ['friends', 'rust'],
    profiles: [{ tool: 'xmpp', handle: 'bo@chen.example' }],
  })
})

test('archives made to do harm are refused with the reason', async () => {
  const csv = new TextEncoder().encode('First Name,Last Name,Connected On\n')
  await expect(read(bytesSource('a.zip', writeZip([{ path: '../evil.csv', bytes: csv }])))).rejects.toMatchObject({
    code: 'unsafe',
  })
  await expect(read(bytesSource('b.zip', writeZip([{ path: 'a.csv', bytes: csv, encrypted: true }])))).rejects.toThrow(
    /password/,
  )
  await expect(
    read(bytesSource('c.zip', writeZip([{ path: 'a.csv', bytes: new Uint8Array(80 << 20) }]))),
  ).rejects.toThrow(/far more than its size/)
  await expect(
    read(bytesSource('d.zip', writeZip([{ path: 'Connections.csv', bytes: csv }]).subarray(0, 60))),
  ).rejects.toMatchObject({ code: 'broken' })
})

test('pictures, JSON and web pages are not taken for tables', async () => {
  for (const content of [
    '\u0089PNG\r\n\u001a\n\u0000\u0000,\u0001',
    '{"a": 1, "b": 2}',
    '<html><p>a, b</p></html>',
    '',
  ])
    expect(await recogniseFile(text(content))).toBeUndefined()
})
