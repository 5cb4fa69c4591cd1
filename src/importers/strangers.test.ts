import { expect, test } from 'vitest'
import type { ByteSource, ImportRecord } from './contract.ts'
import { parseFeed } from './feeds/parse-feed.ts'
import { parsePage } from './pages/parse-page.ts'
import { recogniseFile } from './registry.ts'

/** Odd files that are met in real life: each line is one that went wrong once. */
const utf8 = (text: string) => new TextEncoder().encode(text)
/** Text in an encoding that only a decoder knows: the inverse of its table. */
function inNarrow(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, sign => table.get(sign) ?? 63)
}

function sourceOf(bytes: Uint8Array, name: string): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    async *stream() {
      yield bytes
    },
  }
}

async function read(file: string | Uint8Array, name = 'file.csv') {
  const source = sourceOf(typeof file === 'string' ? utf8(file) : file, name)
  const found = await recogniseFile(source)
  if (!found) return { label: undefined, records: [] }
  const records: ImportRecord[] = []
  for await (const record of found.importer.read(source, {})) records.push(record)
  return { label: found.recognition.label, records }
}

const peopleIn = ({ records }: { records: readonly ImportRecord[] }) =>
  records.flatMap(record => (record.kind === 'person' ? [record.person] : []))
const leftIn = ({ records }: { records: readonly ImportRecord[] }) =>
  records.flatMap(record => (record.kind === 'person' && record.unread ? [record.unread.why] : []))

test('LinkedIn’s connections are known by their columns in a language whose words nobody taught', async () => {
  const days = ['2026年2月8日', '08 Şub 2026', '08 lut 2026']
  const headers = [
    '名,姓,URL,メールアドレス,会社,役職,つながりの日付',
    'Adı,Soyadı,URL,E-posta Adresi,Şirket,Pozisyon,Bağlantı Kurulma Tarihi',
    'Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Data nawiązania kontaktu',
  ]
  for (const [at, header] of headers.entries()) {
    const found = await read(
      `Uwaga:\n"…"\n\n${header}\nAda,Lind,https://jp.linkedin.com/in/ada,,Acme,Head,${days[at]}\n`,
    )
    expect(found.label, header).toBe('LinkedIn: Connections')
    expect(peopleIn(found)[0], header).toMatchObject({ fullName: 'Ada Lind', connectedAt: '2026-02-08' })
  }
})

test('a day that does not exist leaves the rest of its row, and is told with its field', async () => {
  const csv = await read(
    'Name,Birthday,Email,Mobile\nAda,31.02.1984,ada@x.example,4.91234E+11\nBo,n/a,bo@x.example,-\n',
  )
  expect(peopleIn(csv).map(({ fullName, emails }) => [fullName, emails[0]])).toEqual([
    ['Ada', 'ada@x.example'],
    ['Bo', 'bo@x.example'],
  ])
  expect(leftIn(csv)).toEqual([
    'Birth date: “31.02.1984” is no day of the calendar. Phone number: “4.91234E+11” is not one. Everything else was taken in.',
  ])
  const card = await read('BEGIN:VCARD\nVERSION:3.0\nFN:Cy\nBDAY:1980-02-30\nEND:VCARD\n', 'a.vcf')
  expect(leftIn(card)[0]).toMatch(/^BDAY: “1980-02-30” is no day of the calendar\./)
  const yearly = await read('BEGIN:VCARD\nVERSION:4.0\nFN:Cy\nBDAY:--0314\nEND:VCARD\n', 'a.vcf')
  expect(leftIn(yearly)).toEqual([])
  const resume = await read(
    JSON.stringify({ basics: { name: 'Di' }, work: [{ name: 'Acme', startDate: 'some day', endDate: 'Present' }] }),
    'r.json',
  )
  expect(peopleIn(resume)[0]?.background?.positions?.[0]?.current).toBe(true)
  expect(leftIn(resume)).toEqual([
    'work.startDate: “some day” is no date that can be read. Everything else was taken in.',
  ])
})

test('the order of day and month is that of the file; where nothing tells it, it is asked for', async () => {
  const born = async (...days: string[]) =>
    peopleIn(await read(`Name,DOB\n${days.map((day, at) => `P${at} Lind,${day}\n`).join('')}`)).map(
      one => one.birthDate,
    )
  expect(await born('03/04/1980', '05/26/1981')).toEqual(['1980-03-04', '1981-05-26'])
  expect(await born('03/04/1980', '26/05/1981')).toEqual(['1980-04-03', '1981-05-26'])
  expect(await born('03/04/1980', '05/06/1981')).toEqual([undefined, undefined])
  expect(leftIn(await read('Name,DOB\nAda Lind,03/04/1980\n'))[0]).toContain('write it as year-month-day')
})

test('tables in the encodings of one country are read by their letters', async () => {
  const files: [string, string][] = [
    ['windows-1251', 'Имя;Фамилия;Почта\nАнна;Иванова;a@x.example\n'],
    ['koi8-r', 'Имя;Фамилия;Почта\nАнна;Иванова;a@x.example\n'],
    ['windows-1250', 'Imię;Nazwisko;E-mail\nŁukasz;Żółć;l@x.example\n'],
    ['windows-1253', 'Όνομα;Επώνυμο;Email\nΓιώργος;Παπαδόπουλος;g@x.example\n'],
    ['windows-1252', 'Vorname;Nachname;E-Mail\nJürgen;Groß;j@x.example\n'],
  ]
  const names = ['Анна Иванова', 'Анна Иванова', 'Łukasz Żółć', 'Γιώργος Παπαδόπουλος', 'Jürgen Groß']
  for (const [at, [encoding, text]] of files.entries())
    expect(peopleIn(await read(inNarrow(encoding, text)))[0]?.fullName, encoding).toBe(names[at])
})

test('titles of address books, vacancies of Greenhouse and tables without a header are what they are', async () => {
  const outlook = await read('Title,First Name,Last Name,Job Title,Business City\nMs.,Ada,Lind,Head of Data,Leeds\n')
  expect(peopleIn(outlook)[0]).toMatchObject({ place: 'Leeds', background: { positions: [{ title: 'Head of Data' }] } })
  const bare = await read('Ada Lind,ada@x.example,+1 212 555 0100\nBo de la Cruz,bo@x.example,+1 212 555 0101\n')
  expect(peopleIn(bare).map(one => one.fullName)).toEqual(['Ada Lind', 'Bo de la Cruz'])
})

test('cards of groups are nobody, and soft line breaks of old phones leave no sign', async () => {
  const cards = await read(
    'BEGIN:VCARD\nVERSION:2.1\nFN:Ada\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo=\n three\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Team\nEND:VCARD\n',
    'a.vcf',
  )
  expect(cards.records.map(record => record.kind)).toEqual(['person', 'empty'])
  expect(peopleIn(cards)[0]?.note).toBe('one\ntwo three')
})

test('a page with a relative base, or one that is no address, keeps its cards and entries', () => {
  const page = (base: string) =>
    utf8(
      `<html><head><base href="${base}"></head><body class="h-feed"><article class="h-entry"><a class="u-url p-name" href="1">One</a><a class="p-author h-card" href="me">Ada</a></article></body></html>`,
    )
  const origin = { url: 'https://site.example/dir/page' }
  expect(parseFeed(page('/blog/'), origin).entries[0]?.link).toBe('https://site.example/blog/1')
  expect(parsePage(page('/blog/'), origin).persons[0]).toMatchObject({
    name: 'Ada',
    url: 'https://site.example/blog/me',
  })
  expect(parsePage(page('javascript:x'), origin).persons[0]?.name).toBe('Ada')
})

test('JSON-LD is read with bare line ends, stray commas and names written with their prefix', () => {
  const script = (json: string) => `<script type="application/ld+json">${json}</script>`
  const page = parsePage(
    utf8(
      `<html><head>${script('/*<![CDATA[*/ {"@type":"Person","name":"Ada\nLind","image":{"@id":"#i"},} /*]]>*/')}${script(
        '{"@type":"schema:Person","schema:name":"Bo","schema:worksFor":{"@type":"schema:Organization","schema:name":"Acme"}}',
      )}<link rel="me" href="mailto:ada@x.example"></head></html>`,
    ),
    { url: 'https://site.example/' },
  )
  expect(page.persons).toMatchObject([
    { name: 'Ada Lind', photo: null, emails: ['ada@x.example'] },
    { name: 'Bo', org: 'Acme' },
  ])
})

test('a guid that says it is a permalink may be a path', () => {
  const feed = parseFeed(
    utf8(
      '<rss version="2.0"><channel><title>T</title><link>http://a.example/</link><item><title>One</title><guid isPermaLink="true">/p</guid></item></channel></rss>',
    ),
  )
  expect(feed.entries[0]?.link).toBe('http://a.example/p')
})
