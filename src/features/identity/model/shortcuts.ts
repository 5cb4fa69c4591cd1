import { partNumberer, textNumberer } from './numbering.ts'
import { damerauLevenshtein, isOneEdit, jaroWinkler, oneSlip } from './strings.ts'

/**
 * Levels of pairs from numbers kept per value: `look` tells what needs no reading of the two texts, `undecided` for the rest, which `read`
 * settles. Both say what the comparator would say.
 */
export type Shortcut = (values: readonly string[]) => {
  look: (one: number, other: number) => number
  read: (one: number, other: number) => number
}

export const undecided = -1

/** Where nothing is left undecided. */
const onlyLook = (look: (one: number, other: number) => number) => ({ look, read: look })

/** Length and first letter, then the set of letters, of each value: side by side, so that one look in memory brings both. */
const stride = 2

function shapesOf(values: readonly string[]): Int32Array {
  const shapes = new Int32Array(values.length * stride)
  for (let code = 1; code < values.length; code++) {
    const value = values[code]!
    shapes[code * stride] = lengthAndFirst(value)
    shapes[code * stride + 1] = letterSet(value)
  }
  return shapes
}

const lengthAndFirst = (value: string, end = value.length) =>
  end === 0 ? 0 : Math.min(end, 512) | ((value.charCodeAt(0) & 0xffff) << 10)
const lengthIn = (shape: number) => shape & 1023

/** The letters of a text as bits; different letters may share one, so that sets can only look more alike than they are. */
export function letterSet(value: string, end = value.length): number {
  let mask = 0
  for (let at = 0; at < end; at++) mask |= 1 << (value.charCodeAt(at) & 31)
  return mask
}

export function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** False only where Jaro-Winkler surely stays below `least`. */
function mayReach(shapeA: number, inA: number, shapeB: number, inB: number, least: number): boolean {
  const lengthA = lengthIn(shapeA)
  const lengthB = lengthIn(shapeB)
  const matches = Math.min(lengthA - bitCount(inA & ~inB), lengthB - bitCount(inB & ~inA))
  if (matches <= 0) return false
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3
  return jaro >= (shapeA >>> 10 === shapeB >>> 10 ? (least - 0.4) / 0.6 : least)
}

/** False only where more than `edits` are surely needed: each changes the length by one and the set by two at most. */
function mayBeEdits(shapeA: number, inA: number, shapeB: number, inB: number, edits: number): boolean {
  const difference = lengthIn(shapeA) - lengthIn(shapeB)
  return difference <= edits && difference >= -edits && bitCount(inA ^ inB) <= 2 * edits
}

const textStride = 4
const spaceBit = 1 << 30

export const textShortcut: Shortcut = values => {
  const idOf = textNumberer([''])
  // Shape, letters, where its words begin and where they end; a bit for having a space.
  const kept = new Int32Array(values.length * textStride)
  const list: number[] = []
  for (let code = 1; code < values.length; code++) {
    const value = values[code]!
    const at = code * textStride
    kept[at] = lengthAndFirst(value)
    kept[at + 1] = letterSet(value)
    kept[at + 2] = list.length
    for (const word of value.split(' ')) if (word.length > 2) list.push(idOf(word))
    kept[at + 3] = list.length | (value.includes(' ') ? spaceBit : 0)
  }
  const words = Int32Array.from(list)
  /** Of two that are not nearly the same. */
  const byWords = (one: number, other: number) => {
    const a = one * textStride
    const b = other * textStride
    const shapeA = kept[a]!
    const shapeB = kept[b]!
    let shared = 0
    if (((kept[a + 3]! | kept[b + 3]!) & spaceBit) !== 0) {
      const endA = kept[a + 3]! & ~spaceBit
      const endB = kept[b + 3]! & ~spaceBit
      const startA = kept[a + 2]!
      const startB = kept[b + 2]!
      for (let p = startA; p < endA; p++) {
        const word = words[p]!
        for (let q = startB; q < endB; q++) {
          if (words[q] !== word) continue
          shared++
          break
        }
      }
      if (shared > 0 && shared >= 0.5 * Math.max(endA - startA, endB - startB)) return 3
    }
    if (shapeA >>> 10 === shapeB >>> 10 && lengthIn(shapeA) >= 4 && lengthIn(shapeB) >= 4) {
      const textA = values[one]!
      const textB = values[other]!
      if (textA.startsWith(textB) || textB.startsWith(textA)) return 3
    }
    return shared > 0 ? 2 : 1
  }
  return {
    look(one, other) {
      const a = one * textStride
      const b = other * textStride
      const inA = kept[a + 1]!
      const inB = kept[b + 1]!
      if (mayReach(kept[a]!, inA, kept[b]!, inB, 0.93) || mayBeEdits(kept[a]!, inA, kept[b]!, inB, 1)) return undecided
      return byWords(one, other)
    },
    read(one, other) {
      const textA = values[one]!
      const textB = values[other]!
      if (oneSlip(textA, textB) || jaroWinkler(textA, textB) >= 0.93) return 4
      return byWords(one, other)
    },
  }
}

const mailStride = 6

export const emailShortcut: Shortcut = values => {
  const localOf = partNumberer(values)
  const domainOf = partNumberer(values)
  // Shape and letters of the whole, then of the mailbox name, then the numbers of mailbox name and domain.
  const kept = new Int32Array(values.length * mailStride)
  for (let code = 1; code < values.length; code++) {
    const value = values[code]!
    const sign = Math.max(0, value.lastIndexOf('@'))
    const at = code * mailStride
    kept[at] = lengthAndFirst(value)
    kept[at + 1] = letterSet(value)
    kept[at + 2] = lengthAndFirst(value, sign)
    kept[at + 3] = letterSet(value, sign)
    kept[at + 4] = localOf(code, 0, sign)
    kept[at + 5] = domainOf(code, sign, value.length)
  }
  const mayBeNear = (a: number, b: number) => mayBeEdits(kept[a]!, kept[a + 1]!, kept[b]!, kept[b + 1]!, 2)
  const mayBeLike = (a: number, b: number) => mayReach(kept[a + 2]!, kept[a + 3]!, kept[b + 2]!, kept[b + 3]!, 0.9)
  const localIn = (code: number) => {
    const value = values[code]!
    return value.slice(0, Math.max(0, value.lastIndexOf('@')))
  }
  return {
    look(one, other) {
      const a = one * mailStride
      const b = other * mailStride
      if (mayBeNear(a, b)) return undecided
      if (kept[a + 4] === kept[b + 4]) return 4
      if (mayBeLike(a, b)) return undecided
      return kept[a + 5] === kept[b + 5] ? 2 : 1
    },
    read(one, other) {
      const a = one * mailStride
      const b = other * mailStride
      if (mayBeNear(a, b) && damerauLevenshtein(values[one]!, values[other]!, 2) <= 2) return 5
      if (kept[a + 4] === kept[b + 4]) return 4
      if (mayBeLike(a, b) && jaroWinkler(localIn(one), localIn(other)) >= 0.9) return 3
      return kept[a + 5] === kept[b + 5] ? 2 : 1
    },
  }
}

export const phoneShortcut: Shortcut = values => {
  const endOf = partNumberer(values)
  const ends = new Int32Array(values.length)
  for (let code = 1; code < values.length; code++) {
    const { length } = values[code]!
    if (length >= 8) ends[code] = endOf(code, length - 8, length)
  }
  const shapes = shapesOf(values)
  return onlyLook((one, other) => {
    if (ends[one] !== 0 && ends[one] === ends[other]) return 3
    const a = one * stride
    const b = other * stride
    if (!mayBeEdits(shapes[a]!, shapes[a + 1]!, shapes[b]!, shapes[b + 1]!, 1)) return 1
    const text = values[one]!
    return text.length >= 7 && isOneEdit(text, values[other]!) ? 2 : 1
  })
}

/** `isSingle`: pages of which one person has one; two different ones on a host are two persons. */
export const urlShortcut =
  (isSingle: (value: string) => boolean): Shortcut =>
  values => {
    const hostOf = partNumberer(values)
    const lastOf = partNumberer(values)
    // Number of the host, with a bit for a page of which one person has one, then that of the last part of the path.
    const kept = new Int32Array(values.length * stride)
    for (let code = 1; code < values.length; code++) {
      const value = values[code]!
      const slash = value.indexOf('/')
      const last = value.lastIndexOf('/') + 1
      kept[code * stride] = hostOf(code, 0, slash < 0 ? value.length : slash) * 2 + (isSingle(value) ? 1 : 0)
      // A bare host is nobody's account name, but an account elsewhere may be called like it.
      kept[code * stride + 1] =
        value.length - last >= 4 ? lastOf(code, last, value.length) * 2 + (slash < 0 ? 1 : 0) : 0
    }
    return onlyLook((one, other) => {
      const hostA = kept[one * stride]!
      const hostB = kept[other * stride]!
      if (hostA >> 1 === hostB >> 1) return (hostA & hostB & 1) === 1 ? 1 : 3
      const lastA = kept[one * stride + 1]!
      const lastB = kept[other * stride + 1]!
      return lastA !== 0 && lastA >> 1 === lastB >> 1 && (lastA & 1) === 0 ? 4 : 2
    })
  }
