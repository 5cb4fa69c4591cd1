import { expect, test } from 'vitest'
import { places, skills, titles } from './index.ts'
import { cellOf, distanceKm, languageCode, otherNamesOf, slugOf } from './model.ts'

test.each([
  ['Greater Lyon Area', 'Lyon', 'FR'],
  ['Lyon, Auvergne-Rhône-Alpes, France', 'Lyon', 'FR'],
  ['München', 'Munich', 'DE'],
  ['Munich, Bavaria, Germany', 'Munich', 'DE'],
  ['Köln und Umgebung', 'Köln', 'DE'],
  ['Berlin, DE', 'Berlin', 'DE'],
  ['Paris, TX', 'Paris', 'US'],
  ['London, Ontario, Canada', 'London', 'CA'],
  ['Springfield, IL, United States', 'Springfield', 'US'],
  ['New York City Metropolitan Area', 'New York City', 'US'],
  ['Москва', 'Moscow', 'RU'],
  ['東京都', 'Tokyo', 'JP'],
  ['Den Haag', 'The Hague', 'NL'],
  ['St. Louis, Missouri', 'St. Louis', 'US'],
  ['Łódź, Polska', 'Łódź', 'PL'],
])('%s is found on the map as %s', (written, name, country) => {
  expect(places().find(written)).toMatchObject({ name, country })
})

test.each(['France', 'Deutschland', 'The Netherlands', 'Remote', 'Earth 🌍', '', '…'])('%s is no town', written => {
  expect(places().find(written)).toBeUndefined()
})

test.each([
  ['Granada', 'ES'],
  ['Armenia', 'CO'],
  ['Salvador', 'BR'],
])('where a town is asked for, %s is one, although a country is called so in some language', (written, country) => {
  expect(places().find(written)).toBeUndefined()
  expect(places().findTown(written)).toMatchObject({ name: written, country })
})

test('a circle holds just the towns that are within its reach', () => {
  const lyon = places().find('Lyon')
  if (!lyon) throw new Error('Lyon is missing')
  const { cells, places: towns } = places().around(lyon, 50)
  const within = (written: string) => {
    const town = places().find(written)
    if (!town) throw new Error(`${written} is missing`)
    return { inside: cells.includes(cellOf(town)) || towns.includes(town.id), km: distanceKm(lyon, town) }
  }
  for (const near of ['Villeurbanne', 'Caluire-et-Cuire', 'Villefranche-sur-Saône', 'Vienne, France'])
    expect(within(near)).toMatchObject({ inside: true })
  for (const far of ['Grenoble', 'Paris', 'Geneva', 'Saint-Étienne']) {
    const { inside, km } = within(far)
    expect(inside).toBe(km <= 50)
  }
})

test('a circle at the edge of the map goes on at its other side', () => {
  const suva = places().find('Suva')
  if (!suva) throw new Error('Suva is missing')
  const { cells, places: towns } = places().around(suva, 200)
  expect(towns.length + cells.length).toBeGreaterThan(20)
  for (const id of towns) {
    const town = places().byId(id)
    expect(town && distanceKm(suva, town)).toBeLessThanOrEqual(200)
  }
})

test.each([
  ['JS', 'JavaScript'],
  ['k8s', 'Kubernetes'],
  ['Postgres', 'PostgreSQL'],
  ['ms excel', 'Microsoft Excel'],
  ['Java programming', 'Java'],
  ['Wound  care', 'Wound care'],
])('the skill %s is called %s', (written, name) => {
  expect(skills().name(written)).toBe(name)
})

test.each([
  ['Senior Staff Nurse (nights)', '2221'],
  ['Krankenschwester', '2221'],
  ['Infirmière', '2221'],
  ['Software Engineer II', '2512'],
  ['Programmer', '2512'],
  ['Head of Marketing', '1221'],
  ['Schweißer', '7212'],
])('the title %s belongs to group %s of occupations', (written, group) => {
  expect(titles().find(written)?.group).toBe(group)
})

test.each([
  ['French', 'fr'],
  ['Français (native)', 'fr'],
  ['fr-CA', 'fr'],
  ['Deutsch', 'de'],
  ['日本語', 'ja'],
  ['Spanish – professional', 'es'],
  ['Klingon', undefined],
])('%s is the language %s', (written, code) => {
  expect(languageCode(written)).toBe(code)
})

test.each([
  ['bill', 'william'],
  ['william', 'bill'],
  ['pepe', 'jose'],
  ['sepp', 'josef'],
  ['beppe', 'giuseppe'],
  ['sasha', 'aleksandr'],
  ['kasia', 'katarzyna'],
  ['саша', 'александр'],
  ['muller', 'mueller'],
  ['mueller', 'muller'],
])('%s may also be called %s', (name, other) => {
  expect(otherNamesOf(name)).toContain(other)
})

test('signs that tell languages of programming apart stay apart', () => {
  expect(new Set(['C', 'C++', 'C#', '.NET'].map(slugOf)).size).toBe(4)
})
