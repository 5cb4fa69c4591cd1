import { isToolId, type ToolId } from '#kernel/tools.ts'

/** What may stand before words in the search. */
export const chips = ['stage', 'tool', 'said'] as const

/** A phrase is found in this order, side by side; else each word somewhere. */
export type SaidPart = { text: string; phrase: boolean }

export type SaidQuery = {
  parts: readonly SaidPart[]
  stage: string | undefined
  tool: ToolId | undefined
  /** Only what they said, not what we wrote. */
  theirs: boolean
}

const token = /(?:(stage|tool|said):)?(?:"([^"]*)"?|(\S+))/giu
const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text)
const operators = new Set(['AND', 'OR', 'NOT'])

type Token = { chip: string | undefined; text: string; phrase: boolean; raw: string }

function* tokensOf(typed: string): Generator<Token> {
  for (const [raw, chip, quoted, bare] of typed.matchAll(token))
    yield { raw, chip: chip?.toLowerCase(), text: (quoted ?? bare ?? '').trim(), phrase: quoted !== undefined }
}

/** Reads what is typed as words to find in messages and published things. A tool that is none is taken as a word. */
export function parseSaid(typed: string): SaidQuery {
  const parts: SaidPart[] = []
  let stage: string | undefined
  let tool: ToolId | undefined
  let theirs = false
  for (const { chip, text, phrase } of tokensOf(typed)) {
    if (chip === 'stage' && text) stage = text.toLowerCase()
    else if (chip === 'tool' && isToolId(text.toLowerCase())) {
      const lower = text.toLowerCase()
      if (isToolId(lower)) tool = lower
    } else {
      if (chip === 'said') theirs = true
      const words = text.replaceAll(/[()*]/g, ' ').trim()
      if (hasWord(words) && !operators.has(words)) parts.push({ text: words, phrase })
    }
  }
  return { parts, stage, tool, theirs }
}

/** What of it is a question about people, in their query language; empty when it only asks what was said. */
export function peopleQueryOf(typed: string): string {
  const tokens = [...tokensOf(typed)]
  if (tokens.some(({ chip }) => chip === 'said')) return ''
  return typed.trim()
}
