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
  const { next, letters, wordsAt, endsAt, listsOf, waysOfList, restOf, patternOf, always } = build(all)
  const seenWord = new Uint32Array(listsOf.length)
  const seenList = new Uint32Array(waysOfList.length)
  const seenPattern = new Uint32Array(all.length)
  const { width, low, high } = letters
  const unknown = always.flatMap((tried, i) => (tried ? [i] : []))
  let time = 0
  /** The lists of which a word was found in the text at hand. */
  const found: number[] = []
  const hear = (words: readonly number[]) => {
    for (let i = 0; i < words.length; i++) {
      const word = words[i] ?? 0
      if (seenWord[word] === time) continue
      seenWord[word] = time
      const lists = listsOf[word] ?? NONE
      for (let at = 0; at < lists.length; at++) {
        const list = lists[at] ?? 0
        if (seenList[list] === time) continue
        seenList[list] = time
        found.push(list)
      }
    }
  }
  const isHeard = (lists: readonly number[]): boolean => {
    for (let i = 0; i < lists.length; i++) if (seenList[lists[i] ?? 0] !== time) return false
    return true
  }
  return {
    look: text => {
      time++
      found.length = 0
      const { length } = text
      let state = 0
      for (let i = 0; i < length; i++) {
        const code = text.charCodeAt(i)
        const column = code < 256 ? (low[code] ?? 0) : (high.get(code) ?? 0)
        state = next[state * width + column] ?? 0
        if (endsAt[state] !== 0) hear(wordsAt[state] ?? NONE)
      }
      if (found.length === 0) return unknown
      const worth = [...unknown]
      for (let i = 0; i < found.length; i++) {
        const ways = waysOfList[found[i] ?? 0] ?? NONE
        for (let at = 0; at < ways.length; at++) {
          const way = ways[at] ?? 0
          const pattern = patternOf[way] ?? 0
          if (seenPattern[pattern] === time || !isHeard(restOf[way] ?? NONE)) continue
          seenPattern[pattern] = time
          worth.push(pattern)
        }
      }
      return inOrder(worth)
    },
  }
}

const NONE: readonly number[] = []

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

/**
 * `listsOf`: by word. Lists that hold the same words are one. A way waits for the first of its lists, of which least is found in most
 * texts (`waysOfList`), and only then the rest are asked for (`restOf`).
 */
function build(all: readonly RegExp[]) {
  const words = new Map<string, number>()
  const lists = new Map<string, number>()
  const listsOf: number[][] = []
  const waysOfList: number[][] = []
  const restOf: number[][] = []
  const patternOf: number[] = []
  const always: boolean[] = []
  const numberOf = (list: readonly string[]): number => {
    const begins = [...new Set(list.map(word => word.slice(0, ENOUGH)))].sort()
    const key = JSON.stringify(begins)
    const known = lists.get(key)
    if (known !== undefined) return known
    const number = waysOfList.push([]) - 1
    lists.set(key, number)
    for (const word of begins) {
      const id = words.get(word) ?? words.size
      words.set(word, id)
      const at = listsOf[id]
      if (at) at.push(number)
      else listsOf[id] = [number]
    }
    return number
  }
  for (const [pattern, regexp] of all.entries()) {
    const ways = waysOf(regexp)
    always.push(ways.length === 0)
    for (const way of ways) {
      const [first = 0, ...rest] = way.map(numberOf)
      waysOfList[first]?.push(patternOf.length)
      restOf.push(rest)
      patternOf.push(pattern)
    }
  }
  return { listsOf, waysOfList, restOf, patternOf, always, ...automatonOf([...words.keys()]) }
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
  // Numbered as they are reached: those that most letters lead to lie close together.
  const number = new Int32Array(states)
  for (let i = 0; i < last; i++) number[queue[i] ?? 0] = i + 1
  const next = states < 65_536 ? new Uint16Array(states * width) : new Int32Array(states * width)
  const wordsAt = new Array<readonly number[]>(states).fill(NONE)
  const endsAt = new Uint8Array(states)
  for (let state = 0; state < states; state++) {
    const to = number[state] ?? 0
    for (let c = 0; c < width; c++) next[to * width + c] = number[tree[state * width + c] ?? 0] ?? 0
    const words = ends[state]
    if (!words) continue
    wordsAt[to] = words
    endsAt[to] = 1
  }
  return { letters, next, wordsAt, endsAt }
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
