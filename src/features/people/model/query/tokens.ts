/** A search as typed, cut into pieces. `at` counts UTF-16 units from the start. */
export type Token =
  | { kind: 'open' | 'close'; at: number; text: string }
  | { kind: 'and' | 'or' | 'not'; at: number; text: string }
  | { kind: 'word'; at: number; text: string }
  | { kind: 'phrase'; at: number; text: string }
  | { kind: 'field'; at: number; text: string }
  /** `text` is the word as typed; the words stand at most `distance` apart. */
  | { kind: 'near'; at: number; text: string; distance: number }

/** `message` is one plain sentence that says what to mend. */
export type QueryProblem = { message: string; at: number }

const operators = { AND: 'and', '&&': 'and', '&': 'and', OR: 'or', '||': 'or', '|': 'or', NOT: 'not' } as const

const operatorOf = (text: string) =>
  Object.hasOwn(operators, text) ? operators[text as keyof typeof operators] : undefined

const usualDistance = 10

/** `NEAR`, or `NEAR/3`; undefined for any other word. */
const distanceOf = (word: string) => {
  const near = /^NEAR(?:\/(\d{1,3}))?$/.exec(word)
  return near ? Number(near[1] ?? usualDistance) : undefined
}

const quotes = /["“”„«»]/

/** The beginning of what follows, for a message. */
export const shown = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text)

export function readTokens(text: string): { tokens: Token[] } | { problem: QueryProblem } {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const letter = text.charAt(at)
    if (/\s|,|;/.test(letter)) {
      at++
      continue
    }
    if (letter === '(' || letter === ')') {
      tokens.push({ kind: letter === '(' ? 'open' : 'close', at, text: letter })
      at++
      continue
    }
    if (quotes.test(letter)) {
      const rest = text.slice(at + 1)
      const length = rest.search(quotes)
      if (length < 0) {
        const what = shown(rest.trim())
        return {
          problem: {
            at,
            message: what ? `Close the quotation mark before \`${what}\`.` : 'Take out the last quotation mark.',
          },
        }
      }
      tokens.push({ kind: 'phrase', at, text: rest.slice(0, length).trim() })
      at += length + 2
      continue
    }
    if (/[-!]/.test(letter) && /[\p{L}\p{N}("“]/u.test(text.charAt(at + 1)) && /^$|[\s(]/.test(text.charAt(at - 1))) {
      tokens.push({ kind: 'not', at, text: letter })
      at++
      continue
    }
    const field = /^([a-z][a-z-]*):(?=[^\s/)])/i.exec(text.slice(at))
    if (field?.[1]) {
      tokens.push({ kind: 'field', at, text: field[1].toLowerCase() })
      at += field[0].length
      continue
    }
    const word = /^[^\s(),;"“”„«»]+/.exec(text.slice(at))?.[0] ?? letter
    const distance = distanceOf(word)
    if (distance !== undefined) tokens.push({ kind: 'near', at, text: word, distance })
    else tokens.push({ kind: operatorOf(word) ?? 'word', at, text: word })
    at += word.length
  }
  return { tokens }
}
