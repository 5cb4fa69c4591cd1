import { expect, test } from 'vitest'
import { detectLanguage, isIntroduction } from '#features/etiquette/model.ts'
import { introductionLanguages, introductionLine, textOfTheirs } from './introduction.ts'

const me = { name: 'Mara Beck', recruitsFor: 'night clinics in the north.' }

test('the line the button writes is an introduction to the etiquette, in every language it has', () => {
  for (const language of introductionLanguages) {
    expect(isIntroduction(introductionLine(me, undefined, language)), language).toBe(true)
    expect(isIntroduction(introductionLine({ ...me, recruitsFor: '' }, undefined, language)), language).toBe(true)
  }
})

test('it is written in the language they write, not in the language of the screen', () => {
  const history = [{ from: 'them' as const, text: 'Hallo, ist das nur für die Nacht oder auch am Tag? Danke dir' }]
  expect(introductionLine(me, detectLanguage(textOfTheirs(history))?.language, 'en')).toBe(
    'Hallo, ich bin Mara Beck, ich rekrutiere für night clinics in the north.',
  )
})

test('an unknown language gets the line of the screen', () => {
  expect(introductionLine(me, undefined, 'xx')).toContain('I’m Mara Beck')
})
