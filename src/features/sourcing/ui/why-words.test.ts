import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { unreadDate, unreadIn, unreadPart } from '#importers/unread.ts'
import { unreadFile } from '../model.ts'
import { unreadableWords, whyWords } from './why-words.ts'

const german = i18next.createInstance()
await german.init({
  lng: 'de',
  interpolation: { escapeValue: false },
  resources: {
    de: { translation: JSON.parse(readFileSync(new URL('./locale/de.json', import.meta.url), 'utf8')) },
  },
})
const t = (key: string, values?: Record<string, unknown>): string => german.t(key, { ...values })

const whyOf = (...unread: ReturnType<typeof unreadIn>[]) => unreadPart(unread.flat(), () => '').unread?.why ?? ''
const never = () => false

test('what an importer left of a row is said in the reader’s language, with what was written', () => {
  expect(whyWords(t, whyOf(unreadDate('Birth date', '31.02.1990'), unreadIn('Phone number', ['+49 x'], never)))).toBe(
    'Geburtsdatum: „31.02.1990“ ist kein Tag des Kalenders. Telefonnummer: „+49 x“ ist keine. Alles andere wurde übernommen.',
  )
  expect(whyWords(t, whyOf(unreadIn('E-mail address', ['a', 'b', 'c', 'd', 'e'], never)))).toBe(
    'E-Mail: „a“ ist keine. E-Mail: „b“ ist keine. E-Mail: „c“ ist keine. 2 weitere Felder dieser Art. Alles andere wurde übernommen.',
  )
  expect(whyWords(t, whyOf(unreadDate('work.startDate', '03/04/2024')))).toMatch(
    /^work\.startDate: „03\/04\/2024“ kann zwei Tage meinen\. .* Alles andere wurde übernommen\.$/,
  )
})

test('a reason that is not known stays as the importer wrote it', () => {
  for (const why of ['A reason of next year.', 'Field: “x” is odd. Everything else was taken in.', ''])
    expect(whyWords(t, why)).toBe(why)
})

test('a file that no importer reads is told apart in the reader’s language', () => {
  expect(unreadableWords(t, '“kaputt.bin” is no file with people that Kith knows. Kith reads …')).toMatch(
    /^„kaputt\.bin“ ist keine Datei/,
  )
  for (const start of Object.values(unreadFile)) expect(unreadableWords(t, `${start} Do this.`)).not.toContain(start)
  expect(unreadableWords(t, `${unreadFile.json} Do this.`)).toMatch(/^Das ist JSON/)
  expect(unreadableWords(t, 'This PDF is damaged.')).toBe('This PDF is damaged.')
})
