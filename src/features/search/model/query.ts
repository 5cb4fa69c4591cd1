import { isToolId, type ToolId } from '#kernel/tools.ts'

/** What may stand before words in the search. */
export const chips = ['stage', 'tool', 'from', 'label', 'in', 'has', 'before', 'after', 'said'] as const

/** A phrase is found in this order, side by side; else each word somewhere. */
export type SaidPart = { text: string; phrase: boolean }

export type SaidQuery = {
  parts: readonly SaidPart[]
  stage: string | undefined
  tool: ToolId | undefined
  /** Only what they said, not what we wrote. */
  theirs: boolean
  /** Only what we wrote. */
  ours: boolean
  /** Of people or rooms whose name holds this. */
  from: string | undefined
  label: string | undefined
  /** In rooms, or in one whose name holds this. */
  room: string | true | undefined
  file: boolean
  /** Days, `2026-05-04`: before the first instant of the one, from the first instant of the other, in UTC. */
  before: string | undefined
  after: string | undefined
}

const token = /(?:(stage|tool|said|from|label|in|has|before|after):)?(?:"([^"]*)"?|(\S+))/giu
const dayShape = /^\d{4}-\d{2}-\d{2}$/
const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text)
const isDay = (text: string) => dayShape.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
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
  let ours = false
  let from: string | undefined
  let label: string | undefined
  let room: string | true | undefined
  let file = false
  const days: Record<string, string> = {}
  for (const { chip, text, phrase } of tokensOf(typed)) {
    if (chip === 'stage' && text) stage = text.toLowerCase()
    else if (chip === 'from' && text.toLowerCase() === 'me') ours = true
    else if (chip === 'from' && text.toLowerCase() === 'them') theirs = true
    else if (chip === 'from' && hasWord(text)) from = text
    else if (chip === 'label' && text) label = text
    else if (chip === 'in' && text) room = text.toLowerCase() === 'room' ? true : text.replace(/^#/, '')
    else if (chip === 'has' && text.toLowerCase() === 'file') file = true
    else if ((chip === 'before' || chip === 'after') && isDay(text)) days[chip] = text
    else if (chip === 'tool' && isToolId(text.toLowerCase())) {
      const lower = text.toLowerCase()
      if (isToolId(lower)) tool = lower
    } else {
      if (chip === 'said') theirs = true
      const words = text.replaceAll(/[()*]/g, ' ').trim()
      if (hasWord(words) && !operators.has(words)) parts.push({ text: words, phrase })
    }
  }
  return { parts, stage, tool, theirs, ours, from, label, room, file, before: days.before, after: days.after }
}

/** Whether it asks about messages only: what was published has no labels, files or rooms. */
export const asksMessages = ({ ours, from, label, room, file }: SaidQuery): boolean =>
  ours || file || from !== undefined || label !== undefined || room !== undefined

/** What of it is a question about people, in their query language; empty when it only asks what was said. */
export function peopleQueryOf(typed: string): string {
  const tokens = [...tokensOf(typed)]
  if (tokens.some(({ chip }) => chip !== undefined && chip !== 'stage' && chip !== 'tool')) return ''
  return typed.trim()
}
