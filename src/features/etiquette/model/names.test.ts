import { expect, test } from 'vitest'
import { assess } from './assess.ts'

const now = new Date('2026-03-11T14:00:00Z')

const codesFor = (draft: string) =>
  assess(draft, {
    tool: 'xmpp',
    surface: 'direct',
    stage: 'referrer',
    now,
    history: [{ from: 'them', text: 'hi', at: now }],
  }).reasons.map(({ code }) => code)

test('a referrer may be asked for names, in each language', () => {
  for (const draft of [
    'We need two welders in Hull. Would you give me a couple of names?',
    'Wir suchen zwei Schweißer in Kiel. Hast du einen Namen für mich?',
    'Nous cherchons deux soudeurs à Brest. Tu me donnerais deux noms ?',
    'Buscamos dos soldadores en Cádiz. ¿Me darías un par de nombres?',
    'Procuramos dois soldadores em Braga. Dás-me uns nomes?',
    'We zoeken twee lassers in Sneek. Heb je namen voor me?',
  ])
    expect(codesFor(draft), draft).not.toContain('job-before-interest')
})

test('a job for the referrer stays job talk', () => {
  expect(codesFor("There is a welder's job for you in Hull, 38k and a van.")).toContain('job-before-interest')
})
