import type { Situation } from '../situation.ts'
import { letterStyle, tooLong, wrongLanguage, wrongRegister } from '../style.ts'
import type { Finding, HistoryItem } from '../types.ts'
import { warn } from './reasons.ts'

const isTheirs = (item: HistoryItem) => item.from === 'them' && item.text.trim() !== ''

export function judgeLanguage(draft: string, situation: Situation): Finding[] {
  const { context, action, numbers, tool, history, toPerson } = situation
  const found: Finding[] = []
  const long = tooLong(draft, numbers)
  if (long) {
    found.push(
      warn('written', {
        code: 'too-long',
        phrase: `too-long.${long.kind}`,
        facts: { has: long.has, allows: long.allows, tool: tool.label },
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
        phrase: 'letter-style',
        facts: { tool: tool.label },
        action: 'cut',
        span: letter,
      }),
    )
  }
  const theirs = toPerson && context.surface === 'direct' ? history : []
  const register = wrongRegister(draft, theirs, numbers)
  if (register) {
    const { kind } = register
    // Before their first word there is nothing of theirs to be compared with.
    const first = (kind === 'too-formal' || kind === 'too-casual') && !theirs.some(isTheirs)
    found.push(
      warn('written', {
        code: 'wrong-register',
        phrase: first ? `register.${kind}-here` : `register.${kind}`,
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
        phrase: 'wrong-language',
        facts: { language },
        action: 'none',
        span: [0, draft.length],
      }),
    )
  }
  return found
}
