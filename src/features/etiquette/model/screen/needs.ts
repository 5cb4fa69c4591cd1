/**
 * What a text must hold for a pattern to match at all: one of these ways, and in it one word of each of its lists.
 * No ways: nothing is known, the pattern has to be tried.
 */
export type Ways = readonly (readonly (readonly string[])[])[]

/** `exact`: every string the part can match, where there are few. `lists`: one string of each stands in whatever it matches. */
type Part = { exact?: readonly string[]; lists: readonly (readonly string[])[]; branches?: readonly Part[] }

const MOST_EXACT = 96
const MOST_IN_A_LIST = 900
const ANYTHING: Part = { lists: [] }
const NOTHING_WIDE: Part = { exact: [''], lists: [] }

/** Reads the source of a regular expression as far as it helps; what it doesn't know counts as “anything”. */
export function waysOf(pattern: RegExp): Ways {
  const reader = { source: pattern.source, at: 0 }
  const whole = readChoice(reader)
  if (reader.at < pattern.source.length || pattern.flags.includes('i')) return []
  const parts = whole.branches ?? [whole]
  const ways = parts.map(part => {
    if (part.lists.length < 2) return part.lists
    const sorted = part.lists.map(list => ({ list, is: worth(list) })).sort((a, b) => b.is - a.is)
    return sorted.filter(({ is }, i) => i === 0 || (i < 3 && is > 0)).map(({ list }) => list)
  })
  return ways.some(lists => lists.length === 0) ? [] : ways
}

const SHORTEST_RUN = 3

/** A pattern for single folded words: in a text of whose words none matches it, the other can't match. Undefined when nothing is known. */
export function wordNeeded(pattern: RegExp): RegExp | undefined {
  const pieces: string[] = []
  for (const lists of waysOf(pattern)) {
    const runs = lists.map(list => list.map(longestRun)).find(list => list.every(run => run.length >= SHORTEST_RUN))
    if (!runs) return undefined
    pieces.push(...runs)
  }
  return pieces.length === 0 ? undefined : new RegExp([...new Set(pieces)].join('|'))
}

/** Of letters and digits, which stand in one word. */
const longestRun = (text: string): string =>
  (text.match(/[a-z0-9]+/g) ?? []).reduce((longest, run) => (run.length > longest.length ? run : longest), '')

type Reader = { readonly source: string; at: number }

function readChoice(reader: Reader): Part {
  const found = [readRow(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at++
    found.push(readRow(reader))
  }
  return found.length === 1 && found[0] ? found[0] : oneOf(found)
}

function oneOf(parts: readonly Part[]): Part {
  const flat = parts.flatMap(part => part.branches ?? [part])
  const exact = parts.every(part => part.exact) ? fewest(parts.flatMap(part => part.exact ?? [])) : undefined
  const best = flat.map(part => bestOf(part.lists))
  const together = best.every(list => list !== undefined) ? shortest(best.flatMap(list => list ?? [])) : undefined
  return {
    ...(exact && { exact }),
    lists: together && together.length <= MOST_IN_A_LIST ? [together] : [],
    branches: flat,
  }
}

const fewest = (all: readonly string[]) => {
  const set = [...new Set(all)]
  return set.length <= MOST_EXACT ? set : undefined
}

/** A word that begins with another of the list says nothing more. */
function shortest(list: readonly string[]): readonly string[] {
  if (list.length < 2) return list
  const sorted = [...list].sort()
  const kept: string[] = []
  let last: string | undefined
  for (const word of sorted) {
    if (last !== undefined && word.startsWith(last)) continue
    kept.push(word)
    last = word
  }
  return kept
}

/** Long words that stand in few texts are worth most; a list with a single letter in it says nothing. */
function worth(list: readonly string[]): number {
  let least = 40
  for (const word of list) if (word.length < least) least = word.length
  return least * 10 - Math.log2(list.length + 1) * 3
}

function bestOf(lists: readonly (readonly string[])[]): readonly string[] | undefined {
  if (lists.length < 2) return lists[0]
  let best: readonly string[] | undefined
  let most = 0
  for (const list of lists) {
    const is = worth(list)
    if (best && is <= most) continue
    best = list
    most = is
  }
  return best
}

function readRow(reader: Reader): Part {
  const items: Part[] = []
  while (reader.at < reader.source.length && reader.source[reader.at] !== '|' && reader.source[reader.at] !== ')')
    items.push(readRepeated(reader))
  return inARow(items)
}

const useful = (list: readonly string[]) => list.length > 0 && list.every(word => word.length > 1 || word === 'R')

function inARow(items: readonly Part[]): Part {
  const wide = items.filter(item => item !== NOTHING_WIDE)
  const only = wide[0]
  if (wide.length === 1 && only && (!only.exact || only.branches)) return only
  const lists: (readonly string[])[] = []
  let run: readonly string[] = ['']
  let whole = true
  const flush = () => {
    const list = shortest(run)
    if (useful(list)) lists.push(list)
    run = ['']
  }
  for (const item of wide) {
    const { exact } = item
    if (exact?.length === 1 && run.length === 1) {
      run = [`${run[0]}${exact[0]}`]
      continue
    }
    if (exact && exact.length * run.length <= MOST_EXACT) {
      run = [...new Set(run.flatMap(head => exact.map(tail => head + tail)))]
      continue
    }
    whole = false
    flush()
    if (exact) run = exact
    else lists.push(...item.lists)
  }
  if (whole) return { exact: run, lists: useful(shortest(run)) ? [shortest(run)] : [] }
  flush()
  return { lists }
}

function readRepeated(reader: Reader): Part {
  const item = readOne(reader)
  const sign = reader.source.charAt(reader.at)
  if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return item
  const counted = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12))
  if (!counted) return item
  reader.at += counted[0].length
  if (sign === '?') {
    const exact = item.exact && fewest(['', ...item.exact])
    return exact ? { exact, lists: [] } : ANYTHING
  }
  const least = sign === '+' ? 1 : sign === '*' ? 0 : Number(counted[1])
  return least > 0 ? { lists: item.lists } : ANYTHING
}

const PLAIN = /[^\\()[\]{}?*+|.^$R]+/y

function readOne(reader: Reader): Part {
  PLAIN.lastIndex = reader.at
  const plain = PLAIN.exec(reader.source)?.[0]
  if (plain !== undefined && plain.length > 1) {
    const counted = '?*+{'.includes(reader.source.charAt(reader.at + plain.length) || ' ')
    const word = counted ? plain.slice(0, -1) : plain
    reader.at += word.length
    return { exact: [word], lists: [] }
  }
  const character = reader.source.charAt(reader.at)
  reader.at++
  if (character === '(') return readGroup(reader)
  if (character === '[') return readClass(reader)
  if (character === '\\') return readEscape(reader)
  if (character === '^' || character === '$') return NOTHING_WIDE
  if (character === '.') return ANYTHING
  return letter(character)
}

const letter = (character: string): Part => ({ exact: [character], lists: character === 'R' ? [['R']] : [] })

function readGroup(reader: Reader): Part {
  const kind = /^\?(?:[:=!]|<[=!]|<[^>]+>)/.exec(reader.source.slice(reader.at, reader.at + 40))?.[0] ?? ''
  reader.at += kind.length
  const inside = readChoice(reader)
  reader.at++
  return /^\?<?[=!]$/.test(kind) ? NOTHING_WIDE : inside
}

function readClass(reader: Reader): Part {
  let inside = ''
  while (reader.at < reader.source.length && reader.source[reader.at] !== ']') {
    if (reader.source[reader.at] === '\\') inside += reader.source.charAt(reader.at++)
    inside += reader.source.charAt(reader.at++)
  }
  reader.at++
  const plain = !inside.startsWith('^') && !/\\|.-./.test(inside) && inside.length <= 8
  return plain ? { exact: [...inside], lists: [] } : ANYTHING
}

function readEscape(reader: Reader): Part {
  const character = reader.source.charAt(reader.at)
  reader.at++
  if (character === 'b' || character === 'B') return NOTHING_WIDE
  if (character === 'n') return letter('\n')
  if (/[dDwWsStrfv0-9ckx]/.test(character)) return skipBehind(reader, character)
  if (character === 'p' || character === 'P' || character === 'u') return skipBehind(reader, character)
  return letter(character)
}

function skipBehind(reader: Reader, character: string): Part {
  const rest = reader.source.slice(reader.at, reader.at + 60)
  const more =
    character === 'u'
      ? /^(?:\{[^}]*\}|[0-9a-f]{4})/i.exec(rest)
      : character === 'x'
        ? /^[0-9a-f]{2}/i.exec(rest)
        : character === 'k'
          ? /^<[^>]*>/.exec(rest)
          : /[pP]/.test(character)
            ? /^\{[^}]*\}/.exec(rest)
            : null
  reader.at += more?.[0].length ?? 0
  return ANYTHING
}
