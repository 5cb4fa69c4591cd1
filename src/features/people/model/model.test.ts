import { expect, test } from 'vitest'
import { contactKey } from './contact.ts'
import { depthWord, profileDepth } from './depth.ts'
import { alignFacts, unknownFacts } from './facts.ts'
import { refusalOfRecruiters } from './no-recruiters.ts'

test.each([
  ['Backend developer. No recruiters please!', 'No recruiters please'],
  ['Rust, Go 🚫 no recruiters 🚫', 'no recruiters'],
  ['No agencies, no recruiters.', 'No agencies, no recruiters'],
  ['NO RECRUITERS OR SALES', 'NO RECRUITERS OR SALES'],
  ['Recruiters: please don’t contact me here.', 'Recruiters: please don’t contact me here'],
  ["Please don't message me about job opportunities", "Please don't message me about job opportunities"],
  ['I do not respond to recruiters', 'I do not respond to recruiters'],
  ['Happy where I am | not accepting messages from recruiters', 'not accepting messages from recruiters'],
  ['Entwicklerin aus Köln. Bitte keine Headhunter!', 'Bitte keine Headhunter'],
  ['Keine Anfragen von Recruitern', 'Keine Anfragen von Recruitern'],
  ['Développeur - pas de recruteurs, merci', 'pas de recruteurs, merci'],
  ['Recruteurs s’abstenir', 'Recruteurs s’abstenir'],
  ['Abstenerse reclutadores', 'Abstenerse reclutadores'],
  ['Sem recrutadores, por favor', 'Sem recrutadores, por favor'],
  ['Geen recruiters aub', 'Geen recruiters aub'],
  ['Рекрутерам не писать', 'Рекрутерам не писать'],
  ['后端工程师。猎头勿扰', '猎头勿扰'],
  ['Inga rekryterare, tack', 'Inga rekryterare, tack'],
])('%s asks recruiters to stay away', (text, quote) => {
  expect(refusalOfRecruiters(text)).toBe(quote)
})

test.each([
  'There are no recruiters better than ours',
  'I help companies that have no recruiters of their own',
  'No recruiter ever asked me about my garden, which is a pity',
  'Technical recruiter at Norte. No day is like another',
  'Keine Angst vor Recruitern: so klappt die Bewerbung',
  'Recruiters welcome',
  'I am not a recruiter',
  'Not looking for a new job right now, happy to talk about wine',
  'Do not contact our support for parts already shipped',
  '',
])('%s does not', text => {
  expect(refusalOfRecruiters(text)).toBeUndefined()
})

test('a name with a line is shallow, a described history is deep', () => {
  expect(depthWord(profileDepth({ headline: 'nights @ norte', facts: {} }))).toBe('shallow')
  const position = (year: number) => ({
    title: 'Night lead',
    organisation: 'Clinic Norte',
    startedOn: `${year}`,
    description:
      'Led a team of nine on the night ward and wrote the hand-over list that the day shift still uses today.',
    current: false,
  })
  const deep = profileDepth({
    headline: 'Night lead',
    summary: 'Twenty years of nights. '.repeat(20),
    place: 'Madrid',
    facts: {
      positions: [position(2011), position(2015), position(2019)],
      education: [{ school: 'UCM' }],
      skills: ['triage', 'wounds', 'teaching'],
    },
  })
  expect(depthWord(deep)).toBe('deep')
  expect(deep).toBeLessThanOrEqual(100)
})

test('facts stand side by side and only real disagreement is marked', () => {
  const base = { facts: {} }
  const rows = alignFacts([
    { profileId: '1', tool: 'linkedin', displayName: 'Ana María Ruiz', place: 'Madrid', ...base },
    { profileId: '2', tool: 'xmpp', displayName: 'Ana Ruíz', place: 'Bilbao', ...base },
  ])
  expect(rows).toEqual([
    { fact: 'name', values: ['Ana María Ruiz', 'Ana Ruíz'], disagrees: false },
    { fact: 'place', values: ['Madrid', 'Bilbao'], disagrees: true },
  ])
  expect(unknownFacts({ place: 'Madrid', contactKinds: ['email'] }, [])).toContain('phone')
})

test('an initial agrees with the name it begins', () => {
  const named = (displayName: string) => ({ profileId: displayName, tool: 'xmpp' as const, displayName, facts: {} })
  const isUnequal = (...names: string[]) => alignFacts(names.map(named))[0]?.disagrees
  expect(isUnequal('Baptiste R.', 'Baptiste Rousselle')).toBe(false)
  expect(isUnequal('Baptiste K.', 'Baptiste Rousselle')).toBe(true)
})

test('two spellings of one address have one key', () => {
  expect(contactKey('email', 'Ana.Ruiz+x@GoogleMail.com')).toBe('anaruiz@gmail.com')
  expect(contactKey('email', 'Ana.Ruiz@norte.example')).toBe('ana.ruiz@norte.example')
  expect(contactKey('phone', '0034 600 (123) 456')).toBe('+34600123456')
  expect(contactKey('phone', '600 123 456')).toBeUndefined()
  expect(contactKey('email', 'ana at norte')).toBeUndefined()
})
