import type { Situation } from '../situation.ts'
import { letterStyle, tooLong, wrongLanguage, wrongRegister } from '../style.ts'
import type { Reason } from '../types.ts'
import { warn } from './reasons.ts'

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

const REGISTER_WORDS = {
  'too-formal': ['Sounds like a letter; they write more plainly.', 'Say it the way you would across a table.'],
  'too-casual': ['More casual than they write.', 'Spell it out, as they do.'],
  'polite-form': ['They say the familiar “you”; this is the polite one.', 'Use the familiar form, as they do.'],
  'familiar-form': ['They say the polite “you”; this is the familiar one.', 'Use the polite form, as they do.'],
  shouting: ['Capitals read as shouting.', 'Write it in small letters.'],
  emoji: ['More emoji than people use here.', 'Keep one or two.'],
} as const

export function judgeLanguage(draft: string, situation: Situation): Reason[] {
  const { context, action, numbers, tool, history, toPerson } = situation
  const found: Reason[] = []
  const long = tooLong(draft, numbers)
  if (long) {
    found.push(
      warn('written', {
        code: 'too-long',
        message: `${long.has} ${long.kind}; on ${tool.label} people write up to ${long.allows}.`,
        instead: 'Keep one thought, and send the rest when they answer.',
        action: 'split',
        span: long.span,
      }),
    )
  }
  if (action === 'post') return found
  const letter = numbers.letter ? undefined : letterStyle(draft)
  if (letter) {
    found.push(
      warn('written', {
        code: 'letter-style',
        message: `A greeting and a sign-off: a letter, on ${tool.label}.`,
        instead: 'Drop the sign-off; they see who writes.',
        action: 'cut',
        span: letter,
      }),
    )
  }
  const theirs = toPerson && context.surface === 'direct' ? history : []
  const register = wrongRegister(draft, theirs, numbers)
  if (register) {
    const [message, instead] = REGISTER_WORDS[register.kind]
    found.push(
      warn('written', {
        code: 'wrong-register',
        message,
        instead,
        action: 'none',
        ...(register.span && { span: register.span }),
      }),
    )
  }
  const language = toPerson ? wrongLanguage(draft, history) : undefined
  if (language) {
    found.push(
      warn('written', {
        code: 'wrong-language',
        message: `They write in ${LANGUAGE_NAMES.of(language) ?? language}; this is another language.`,
        instead: `Answer in ${LANGUAGE_NAMES.of(language) ?? language} if you can.`,
        action: 'none',
        span: [0, draft.length],
      }),
    )
  }
  return found
}
