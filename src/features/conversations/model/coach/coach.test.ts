import { expect, test } from 'vitest'
import { getTool } from '#features/tools/model.ts'
import { coach, compareManner, type HintId } from './coach.ts'
import { splitThoughts } from './split.ts'

const chat = getTool('xmpp').playbook.direct
const mail = getTool('email').playbook.direct
const nothing: ReadonlySet<never> = new Set()

type Given = {
  theirs?: readonly string[]
  said?: readonly string[]
  quiet?: readonly string[]
  letter?: boolean
  lingo?: readonly string[]
}
const hints = (draft: string, { theirs = [], said = [], quiet = [], letter = false, lingo = [] }: Given = {}) =>
  coach(draft, {
    numbers: letter ? mail : chat,
    theirs,
    said: new Set(said) as Parameters<typeof coach>[1]['said'],
    quiet: new Set(quiet),
    lingo: new Set(lingo),
  })
const ids = (draft: string, given?: Given): HintId[] => hints(draft, given).map(hint => hint.id)

const brief = ['saw your note', 'yes, tomorrow works', 'the pump is fixed now']

test('a message like theirs gets no hint', () => {
  expect(ids('great, which pump was it?', { theirs: brief })).toEqual([])
  expect(ids('', { theirs: brief })).toEqual([])
  expect(coach('   ', { numbers: chat, theirs: [], said: nothing, quiet: nothing })).toEqual([])
})

test('a question and another matter are two messages, and together they are the draft', () => {
  const draft =
    'How did the second layer of cloth hold last night? By the way, the seed swap moved to Saturday. Do you still bring the old tomatoes?'
  const [split] = hints(draft, { theirs: brief })
  expect(split?.id).toBe('split')
  expect(split?.parts?.[0]).toBe('How did the second layer of cloth hold last night?')
  expect(split?.parts?.join(' ')).toBe(draft)
})

test('paragraphs are messages in a chat, and stay a letter in mail', () => {
  const draft =
    'The rota for March is out now, four weeks ahead. Nights start at nine.\n\nAna asked about parking near the north gate.'
  expect(splitThoughts(draft)).toHaveLength(2)
  expect(ids(draft)).toContain('split')
  expect(ids(draft, { letter: true })).not.toContain('split')
})

test('one thought in several sentences stays one message', () => {
  expect(splitThoughts('The pump failed again. It was the seal. That seal is from 1990.')).toHaveLength(1)
  expect(splitThoughts('Hi Ana! How did the exam go?')).toEqual(['Hi Ana! How did the exam go?'])
})

test('a long thought is never cut into more than four', () => {
  const draft = Array.from({ length: 9 }, (_, n) => `Another thing number ${n} about gardens and gates.`).join(' ')
  expect(splitThoughts(draft)).toHaveLength(4)
  expect(splitThoughts(draft).join(' ')).toBe(draft)
})

test('length is measured against the playbook and against their own messages', () => {
  const long = `I looked into ${'the gate and the pump and the fence and '.repeat(7)}the rest.`
  expect(ids(long)).toContain('length')
  expect(ids(long, { said: ['too-long'] })).not.toContain('length')
  const medium =
    'I asked the colleagues in the north about it and they think that it can be arranged for you, with a small change in the plan.'
  expect(ids(medium, { theirs: brief })).toContain('longer-than-theirs')
  expect(ids(medium, { theirs: [medium, medium, medium] })).toEqual([])
})

test('greeting and sign-off are mentioned only where they use none', () => {
  expect(ids('Hello Ana, which pump was it?', { theirs: brief })).toEqual(['greeting'])
  expect(ids('Hello Ana, which pump was it?', { theirs: ['hello mara, it was late', 'hi, yes'] })).toEqual([])
  expect(hints('which pump was it?\nBest regards,\nMara', { theirs: brief })[0]).toMatchObject({
    id: 'sign-off',
    facts: { words: 'Best regards' },
  })
  expect(ids('Which pump was it?\n\nBest wishes\nMara', { letter: true })).toEqual([])
})

test('capitals, exclamation marks and emoji are measured against theirs', () => {
  expect(ids('this is REALLY GREAT news', { theirs: brief })).toEqual(['capitals'])
  expect(ids('the OMEMO and JABBER things work', { theirs: brief, lingo: ['omemo', 'jabber'] })).toEqual([])
  expect(ids('great! thanks! see you!', { theirs: brief })).toEqual(['exclamation'])
  expect(ids('great! thanks! see you!', { theirs: ['wow!!! yes!!!', 'ok'] })).toEqual([])
  expect(ids('nice one 😀😀', { theirs: brief })).toEqual(['emoji'])
  expect(ids('nice one 😀😀', { theirs: ['done 🎉', 'ok'] })).toEqual([])
})

test('jargon is named with plain words, unless they say it themselves', () => {
  expect(hints('just wanted to touch base about the pump', { theirs: brief })[0]).toMatchObject({
    id: 'jargon',
    facts: { said: 'touch base', plain: 'talk' },
  })
  expect(ids('just wanted to touch base', { theirs: ['let us touch base soon', 'ok'] })).toEqual([])
  expect(ids('Ich melde mich zeitnah bei dir wegen der Pumpe im Garten.')).toContain('jargon')
})

test('a sentence that nobody can follow is said to be long', () => {
  const draft =
    'I went to the place where the people who keep the gate told me that the one who had the key to it was away and that we would have to wait until he came back.'
  expect(ids(draft)).toContain('readability')
})

test('du and Sie, tu and vous, tú and usted are matched with theirs and never mixed', () => {
  expect(hints('Können Sie mir sagen, wie dein Tag war?')[0]).toMatchObject({
    id: 'formality',
    facts: { what: 'mixed' },
  })
  expect(hints('Haben Ihnen die Pflanzen gefallen?', { theirs: ['hast du die Pflanzen gesehen?'] })[0]).toMatchObject({
    facts: { what: 'familiar' },
  })
  expect(
    hints('Comment vas-tu, et ton jardin ?', { theirs: ['Bonjour, avez-vous reçu votre courrier ?'] })[0],
  ).toMatchObject({
    facts: { what: 'polite' },
  })
  expect(
    hints('¿Cómo está usted con la bomba?', { theirs: ['¿y tú qué tal, tienes la bomba nueva?'] })[0],
  ).toMatchObject({
    facts: { what: 'familiar' },
  })
})

test('an answer in another language is mentioned first, and not where etiquette says it already', () => {
  const theirs = ['Ich war gestern noch lange im Garten und habe die Pflanzen abgedeckt.']
  const draft = 'That sounds like a long evening, did the plants survive the night?'
  expect(hints(draft, { theirs })[0]).toMatchObject({ id: 'language', facts: { language: 'de' } })
  expect(ids(draft, { theirs, said: ['wrong-language'] })).not.toContain('language')
})

test('small words show whose manner a draft has', () => {
  const theirs =
    'maybe we could look at it, but not now. we think it might work, though we would not bet on it. perhaps the pump is fine and our gauge is not. we will see, maybe tomorrow, or not.'
  const alike = compareManner(
    'maybe we could try, but not before we have looked. perhaps it might work and perhaps not.',
    theirs,
    'en',
  )
  const unlike = compareManner(
    'I really want my answer. I think you very much need me, and I am so very sure of myself.',
    theirs,
    'en',
  )
  expect(alike?.likeness).toBeGreaterThan(0.6)
  expect(unlike?.likeness).toBeLessThan(0.45)
  expect(unlike?.most).toBe('i')
})

test('at most two hints, and none that the recruiter switched off on this tool', () => {
  const draft = 'Hello Ana, this is REALLY GREAT news!!! let us touch base 😀😀😀\nBest regards,\nMara'
  expect(ids(draft, { theirs: brief })).toHaveLength(2)
  expect(ids(draft, { theirs: brief, quiet: ['sign-off', 'greeting'] })).toEqual(['capitals', 'exclamation'])
})

test('before their first word nothing is compared with what they write', () => {
  expect(hints('great! thanks! see you!')).toEqual([{ id: 'exclamation', facts: { what: 'alone', count: 3 } }])
  expect(hints('great! thanks! see you!', { theirs: brief })[0]?.facts.what).toBe('than-theirs')
  expect(hints('which pump was it?\nBest regards,\nMara')[0]).toMatchObject({
    id: 'sign-off',
    facts: { what: 'alone', words: 'Best regards' },
  })
})
