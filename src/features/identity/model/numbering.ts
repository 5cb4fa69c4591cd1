const first = 0x811c9dc5
const prime = 0x01000193
/** Of a longer text only its ends are hashed: what is between decides when two are compared. */
const hashedEnd = 64

function hashOf(text: string, from: number, to: number): number {
  let hash = first ^ (to - from)
  const isLong = to - from > 2 * hashedEnd
  const until = isLong ? from + hashedEnd : to
  for (let at = from; at < until; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  if (isLong) for (let at = to - hashedEnd; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return hash ^ (hash >>> 15)
}

/** Of two people a column has two texts: so little memory lies in the heap itself, and costs no call for some. */
const fewestSlotsLog2 = 3

/** Slots for numbers from 1, found by hash; `isSame` compares what a number stands for with what is looked for. */
function hashTable(expected: number) {
  let slots = new Int32Array(1 << Math.max(fewestSlotsLog2, Math.ceil(Math.log2(expected * 2 + 1))))
  let hashes = new Int32Array(slots.length >> 1)
  let count = 0
  const grow = () => {
    slots = new Int32Array(slots.length * 2)
    const wider = new Int32Array(slots.length >> 1)
    wider.set(hashes)
    hashes = wider
    for (let number = 1; number <= count; number++) {
      let slot = hashes[number - 1]! & (slots.length - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = number
    }
  }
  return (hash: number, isSame: (number: number) => boolean): number => {
    if (count === hashes.length) grow()
    let slot = hash & (slots.length - 1)
    for (;;) {
      const number = slots[slot]!
      if (number === 0) {
        slots[slot] = ++count
        hashes[count - 1] = hash
        return count
      }
      if (hashes[number - 1] === hash && isSame(number)) return number
      slot = (slot + 1) & (slots.length - 1)
    }
  }
}

/**
 * Numbers texts in the order in which they are met and puts them into `values`; '' is 0. What a Map would do, in half of the time and
 * without an entry for each text that the garbage collector goes through.
 */
export function textNumberer(values: string[], expected = 0): (text: string) => number {
  const find = hashTable(expected)
  let wanted = ''
  const isSame = (number: number) => values[number] === wanted
  return text => {
    if (text === '') return 0
    wanted = text
    const number = find(hashOf(text, 0, text.length), isSame)
    if (number === values.length) values.push(text)
    return number
  }
}

/** Numbers parts of `values` from 1 in the order in which they are met, without making a text of any; an empty part is 0. */
export function partNumberer(values: readonly string[]): (code: number, from: number, to: number) => number {
  const find = hashTable(values.length)
  // Where each part was met first: whose it is, from where, to where.
  let places = new Int32Array(3 * 4)
  let count = 0
  let text = ''
  let start = 0
  let length = 0
  const isSame = (number: number) => {
    const at = (number - 1) * 3
    const begin = places[at + 1]!
    if (places[at + 2]! - begin !== length) return false
    const known = values[places[at]!]!
    for (let index = 0; index < length; index++)
      if (known.charCodeAt(begin + index) !== text.charCodeAt(start + index)) return false
    return true
  }
  return (code, from, to) => {
    if (to <= from) return 0
    text = values[code]!
    start = from
    length = to - from
    const number = find(hashOf(text, from, to), isSame)
    if (number > count) {
      count = number
      if (count * 3 > places.length) {
        const wider = new Int32Array(places.length * 2)
        wider.set(places)
        places = wider
      }
      const at = (number - 1) * 3
      places[at] = code
      places[at + 1] = from
      places[at + 2] = to
    }
    return number
  }
}
