import { expect, test } from 'vitest'
import { minuteMs } from '#kernel/clock.ts'
import { openQuestions, placeAddress, type RoomLine, readActs, readGroupNorms, thanksIn, weighGroup } from './model.ts'

/** "tom: text" by somebody else, ">text" by us; two minutes apart, or so many as stand before. */
function talk(...said: string[]): RoomLine[] {
  let atMs = Date.parse('2026-03-12T12:00:00Z')
  return said.map((line, index) => {
    const [, wait, rest = ''] = /^(?:\+(\d+) )?(.*)$/.exec(line) ?? []
    atMs += Number(wait ?? 2) * minuteMs
    const own = rest.startsWith('>')
    const [name = '', text = ''] = own ? ['mara', rest.slice(1)] : rest.split(/: (.*)/s)
    return { id: `m${index}`, own, sender: name, name, text, atMs, replyTo: null }
  })
}
const acts = (lines: RoomLine[]) =>
  readActs(lines, ['mara'])
    .filter(act => act.kind !== 'post')
    .map(act => `${act.kind} ${act.message}${'because' in act ? ` ${act.because}` : ''}`)

test('an answer is what follows a question, names its asker or replies to it; a question back is none', () => {
  expect(acts(talk('tom: which rod for cast iron?', '>A nickel rod, and preheat it well.'))).toEqual([
    'answer m1 follows',
  ])
  expect(acts(talk('tom: which rod for cast iron?', 'li: nice weather', '+4 >tom: a nickel rod, preheated.'))).toEqual([
    'answer m2 named',
  ])
  expect(acts(talk('tom: which rod for cast iron?', '>What thickness is it?'))).toEqual([])
  expect(acts(talk('tom: which rod for cast iron?', 'li: nickel', '>Lovely weather over here today.'))).toEqual([])
  expect(acts(talk('tom: which rod?', '+40 >Lovely weather over here today.'))).toEqual([])
  const [asked, other, reply] = talk('tom: which rod for cast iron?', 'li: hello all', '+90 >A nickel rod does it.')
  if (!asked || !other || !reply) throw new Error('three lines')
  expect(acts([asked, other, { ...reply, replyTo: asked.id }])).toEqual(['answer m2 reply'])
})

test('thanks count when they are for us, in six languages, and not when they turn something down', () => {
  for (const words of [
    'thanks, that did it',
    'Danke dir!',
    'merci beaucoup',
    '¡gracias!',
    'muito obrigada',
    'dank je wel',
  ])
    expect(acts(talk('tom: which rod?', '>A nickel rod does it.', `tom: ${words}`)), words).toContain(
      'thanks m2 follows',
    )
  for (const words of [
    'no thanks',
    'thanks in advance',
    'Nein danke',
    'Vielen Dank im Voraus',
    'non merci',
    'no gracias',
    'alvast bedankt',
  ])
    expect(thanksIn(words), words).toBeUndefined()
  expect(acts(talk('>A nickel rod does it.', 'li: tom: thanks for the link', 'tom: welcome'))).toEqual([])
  expect(acts(talk('tom: hi', '>A nickel rod does it.', 'li: tom: thanks for the link'))).toEqual([])
  expect(acts(talk('>A nickel rod does it.', '+30 tom: mara: thank you, it held'))).toEqual([
    'answered-us m1 named',
    'thanks m1 named',
  ])
})

test('a job or a link to ourselves is promotion and never an answer', () => {
  expect(acts(talk('tom: anyone know a good shop?', ">We're hiring a welder for nights, apply on our page."))).toEqual([
    'promotion m1',
  ])
})

test('a question is open until somebody answers, names the asker or speaks right after', () => {
  const open = (...said: string[]) => openQuestions(talk(...said)).map(line => line.id)
  expect(open('tom: which rod for cast iron?')).toEqual(['m0'])
  expect(open('tom: which rod for cast iron?', 'tom: 6 mm it is')).toEqual(['m0'])
  expect(open('tom: which rod?', 'li: nickel')).toEqual([])
  expect(open('tom: which rod?', '+30 li: morning all')).toEqual(['m0'])
  expect(open('tom: which rod?', '+30 li: tom: nickel')).toEqual([])
  expect(open('tom: see https://example.org/?a=1')).toEqual([])
})

const norms = (topic: string, settled = {}) => readGroupNorms({ rules: null, topic, settled })

test('norms are read in six languages with the sentence that says so', () => {
  expect(norms('Welding for all. No job posts please. Be kind.').jobs).toEqual({
    value: 'forbidden',
    from: 'topic',
    words: 'No job posts please.',
  })
  for (const words of [
    'Keine Stellenanzeigen.',
    "Pas d'offres d'emploi.",
    'Sin ofertas de trabajo.',
    'Proibido vagas de emprego.',
    'Geen vacatures.',
  ])
    expect(norms(words).jobs.value, words).toBe('forbidden')
  for (const words of [
    'Job posts only on Fridays.',
    'Stellenanzeigen nur freitags.',
    "Offres d'emploi le vendredi uniquement.",
    'Ofertas de trabajo solo los viernes.',
    'Vagas apenas na sexta-feira.',
    'Vacatures alleen op vrijdag.',
  ])
    expect(norms(words).jobs.value, words).toEqual({ days: [5] })
  expect(norms('Job posts welcome any time').jobs.value).toBe('allowed')
  expect(norms('Beds, rods and torches')).toMatchObject({ jobs: { value: 'silent', from: 'nobody' } })
})

test('the language of a room is what its rules ask for, else the one they are written in', () => {
  expect(norms('Welding. English only, please.').language).toMatchObject({
    value: 'en',
    words: 'English only, please.',
  })
  expect(norms('Bitte nur Deutsch hier.').language.value).toBe('de')
  expect(norms('En français uniquement.').language.value).toBe('fr')
  expect(norms('Alleen Nederlands, graag.').language.value).toBe('nl')
  expect(norms('Hier reden wir über das Schweißen und alles, was dazu gehört.').language).toMatchObject({
    value: 'de',
    words: null,
  })
  expect(norms('#welding').language).toMatchObject({ value: null, from: 'nobody' })
})

test('what somebody settled goes before what is read, line by line', () => {
  expect(norms('No job posts. English only.', { jobs: { days: [1] } })).toMatchObject({
    jobs: { value: { days: [1] }, from: 'settled' },
    language: { value: 'en', from: 'topic' },
  })
})

test('one address has one spelling', () => {
  expect(placeAddress('https://www.Example.org/forum/?utm_source=x#new')?.address).toBe('example.org/forum')
  expect(placeAddress('example.org/forum')?.address).toBe('example.org/forum')
  expect(placeAddress('welders@lists.example.org')).toEqual({
    address: 'welders@lists.example.org',
    url: 'mailto:welders@lists.example.org',
  })
  for (const wrong of ['javascript:alert(1)', 'nowhere', 'https://me:secret@example.org', ''])
    expect(placeAddress(wrong), wrong).toBeUndefined()
})

test('many of our people who answer outweigh one lucky answer, and few posts say so', () => {
  const none = { here: 0, pooled: 0, linked: 0, posts: 0, answered: 0, minutes: 0, answers: 0, thanks: 0 }
  const steady = weighGroup({ ...none, here: 8, posts: 20, answered: 12, minutes: 60 })
  const lucky = weighGroup({ ...none, here: 8, posts: 5, answered: 3 })
  const empty = weighGroup({ ...none, posts: 9, answered: 9 })
  expect(steady.score).toBeGreaterThan(lucky.score)
  expect(empty.score).toBe(0)
  expect(steady.reasons).toEqual([
    { kind: 'here', count: 8 },
    { kind: 'answered', hits: 12, total: 20 },
    { kind: 'cost', minutes: 60, per: 5 },
  ])
  expect(weighGroup({ ...none, here: 1, posts: 2 }).reasons).toContainEqual({ kind: 'few-posts', total: 2 })
})
