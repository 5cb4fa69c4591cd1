import { waysOf } from './screen/needs.ts'

/**
 * Tells which of many patterns are worth a try on a text, in one pass over its letters: those whose words stand in it.
 * It may name one that doesn't match; it never leaves out one that does.
 */
export type Screen = {
  /** The numbers of the patterns to try, in their order. */
  look: (text: string) => readonly number[]
}

/** Whether any of the patterns stands in a text. Put together when the first text comes. */
export function matcherFor(patterns: readonly RegExp[]): (text: string) => boolean {
  let screen: Screen | undefined
  return text => {
    screen ??= screenFor(patterns)
    return screen.look(text).some(i => patterns[i]?.test(text))
  }
}

/** Of two lists of patterns those that are worth a try on a text, in one look. Put together when the first text comes. */
export function screensFor([first, second]: readonly [readonly RegExp[], readonly RegExp[]]) {
  const all = [...first, ...second]
  let screen: Screen | undefined
  return (text: string): readonly [RegExp[], RegExp[]] => {
    screen ??= screenFor(all)
    const worth: [RegExp[], RegExp[]] = [[], []]
    for (const i of screen.look(text)) {
      const pattern = all[i]
      if (pattern) worth[i < first.length ? 0 : 1].push(pattern)
    }
    return worth
  }
}

export function screenFor(all: readonly RegExp[]): Screen {
  const built = build(all)
  const { next, letters, wordsAt, endsAt, listsOf, wayOf, needed, patternOf, always } = built
  const seenWord = new Uint32Array(listsOf.length)
  const seenList = new Uint32Array(wayOf.length)
  const seenWay = new Uint32Array(needed.length)
  const count = new Uint8Array(needed.length)
  const { width, low, high } = letters
  const unknown = always.flatMap((tried, i) => (tried ? [i] : []))
  const seenPattern = new Uint32Array(all.length)
  let time = 0
  let worth: number[] = []
  const found = (word: number) => {
    if (seenWord[word] === time) return
    seenWord[word] = time
    const lists = listsOf[word]
    if (!lists) return
    for (const list of lists) {
      if (seenList[list] === time) continue
      seenList[list] = time
      const way = wayOf[list] ?? 0
      const has = seenWay[way] === time ? (count[way] ?? 0) + 1 : 1
      seenWay[way] = time
      count[way] = has
      if (has !== needed[way]) continue
      const pattern = patternOf[way] ?? 0
      if (seenPattern[pattern] === time) continue
      seenPattern[pattern] = time
      worth.push(pattern)
    }
  }
  return {
    look: text => {
      time++
      worth = [...unknown]
      let state = 0
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        const column = code < 256 ? (low[code] ?? 0) : (high.get(code) ?? 0)
        state = next[state * width + column] ?? 0
        if (endsAt[state] === 0) continue
        const words = wordsAt[state]
        if (words) for (let at = 0; at < words.length; at++) found(words[at] ?? 0)
      }
      return inOrder(worth)
    },
  }
}

/** Few and nearly in order: each goes back to its place. */
function inOrder(numbers: number[]): readonly number[] {
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i] ?? 0
    let at = i
    for (; at > 0 && (numbers[at - 1] ?? 0) > number; at--) numbers[at] = numbers[at - 1] ?? 0
    numbers[at] = number
  }
  return numbers
}

/** So much of a word tells it from others; a longer table would only be slower to walk. */
const ENOUGH = 8

type Letters = { width: number; low: Uint8Array; high: ReadonlyMap<number, number> }

function build(all: readonly RegExp[]) {
  const words = new Map<string, number>()
  const listsOf: number[][] = []
  const wayOf: number[] = []
  const needed: number[] = []
  const patternOf: number[] = []
  const always: boolean[] = []
  for (const [pattern, regexp] of all.entries()) {
    const ways = waysOf(regexp)
    always.push(ways.length === 0)
    for (const lists of ways) {
      const way = needed.length
      needed.push(lists.length)
      patternOf.push(pattern)
      for (const list of lists) {
        const id = wayOf.length
        wayOf.push(way)
        for (const whole of list) {
          const word = whole.slice(0, ENOUGH)
          const known = words.get(word) ?? words.size
          words.set(word, known)
          const at = listsOf[known] ?? []
          at.push(id)
          listsOf[known] = at
        }
      }
    }
  }
  return { listsOf, wayOf, needed, patternOf, always, ...automatonOf([...words.keys()]) }
}

/** Aho and Corasick: one step per letter, whatever the number of words. Column 0 is every letter that no word has. */
function automatonOf(words: readonly string[]) {
  const letters = lettersOf(words)
  const { width } = letters
  const column = (code: number) => (code < 256 ? (letters.low[code] ?? 0) : (letters.high.get(code) ?? 0))
  const tree = new Int32Array(countStates(words) * width)
  const ends: (number[] | undefined)[] = [undefined]
  let states = 1
  for (const [id, word] of words.entries()) {
    let state = 0
    for (let i = 0; i < word.length; i++) {
      const cell = state * width + column(word.charCodeAt(i))
      if (tree[cell] === 0) {
        ends[states] = undefined
        tree[cell] = states++
      }
      state = tree[cell] ?? 0
    }
    ends[state] = [...(ends[state] ?? []), id]
  }
  const fallback = new Int32Array(states)
  const queue = new Int32Array(states)
  let last = 0
  for (let c = 0; c < width; c++) {
    const child = tree[c] ?? 0
    if (child !== 0) queue[last++] = child
  }
  for (let first = 0; first < last; first++) {
    const state = queue[first] ?? 0
    const behind = fallback[state] ?? 0
    const inherited = ends[behind]
    if (inherited) ends[state] = [...(ends[state] ?? []), ...inherited]
    for (let c = 0; c < width; c++) {
      const cell = state * width + c
      const child = tree[cell] ?? 0
      const other = tree[behind * width + c] ?? 0
      if (child === 0) tree[cell] = other
      else {
        fallback[child] = other
        queue[last++] = child
      }
    }
  }
  const used = states * width
  const next = states < 65_536 ? Uint16Array.from(tree.subarray(0, used)) : tree.slice(0, used)
  return { letters, next, wordsAt: ends, endsAt: Uint8Array.from(ends, ids => (ids ? 1 : 0)) }
}

/** One for each beginning of a word. */
function countStates(words: readonly string[]): number {
  let count = 1
  let last = ''
  for (const word of [...words].sort()) {
    let shared = 0
    while (shared < word.length && word[shared] === last[shared]) shared++
    count += word.length - shared
    last = word
  }
  return count
}

function lettersOf(words: readonly string[]): Letters {
  const low = new Uint8Array(256)
  const high = new Map<number, number>()
  let width = 1
  for (const word of words)
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      if (code < 256 ? low[code] !== 0 : high.has(code)) continue
      if (code < 256) low[code] = width++
      else high.set(code, width++)
    }
  return { width, low, high }
}
