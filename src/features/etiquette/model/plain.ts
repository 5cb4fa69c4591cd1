import type { Span } from './text.ts'

/** A draft as a reader sees it: no tags, no signs without width, letters that only look otherwise as letters. */
export type Plain = {
  text: string
  /** A stretch of the plain text as a stretch of the draft. */
  inDraft: (span: Span) => Span
}

const UNSEEN = /\u200d|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/
const DRESSED = /[\uff01-\uff5e]|\ud835[\udc00-\udfff]|[\u24b6-\u24e9]/
const TAG = /<\/?[a-z][^<>]{0,300}>/i
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});/i
const ALL =
  /<(\/?)(br|p|div|li|ul|ol|tr|h[1-6]|blockquote)\b[^<>]{0,300}>|<\/?[a-z][^<>]{0,300}>|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]+|(?<=\p{L})\u200d+(?=\p{L})|[\uff01-\uff5e\u{1d400}-\u{1d7ff}\u24b6-\u24e9]/giu

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decoded(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase()
  const known = NAMED[name]
  if (known !== undefined) return known
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 31 && code < 0x10_ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
}

// What any of them begins with: one look, for the drafts that hold none.
const MAY_HOLD_ANY = /[<&\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u24b6-\u24e9\ufeff\uff01-\uff5e\ud835]/

// All but Latin letters, quotation marks, dashes and signs of money: without one of these letters are composed already.
const MAY_COMPOSE = /[\u0300-\u200f\u2028-\u209f\u20c0-\uffff]/

/** Nearly every draft is plain already and comes back as it is, in composed letters. */
export function plainOf(draft: string): Plain {
  const whole = MAY_COMPOSE.test(draft) ? draft.normalize('NFC') : draft
  if (!MAY_HOLD_ANY.test(whole)) return { text: whole, inDraft: span => span }
  if (!UNSEEN.test(whole) && !DRESSED.test(whole) && !TAG.test(whole) && !ENTITY.test(whole))
    return { text: whole, inDraft: span => span }
  let text = ''
  const places: number[] = []
  let from = 0
  const keep = (piece: string, at: number, moves: boolean) => {
    for (let i = 0; i < piece.length; i++) places.push(moves ? at + i : at)
    text += piece
  }
  for (const match of whole.matchAll(ALL)) {
    keep(whole.slice(from, match.index), from, true)
    const [found, closes, block] = match
    if (block !== undefined) keep(closes === '' && block !== 'br' && text === '' ? '' : '\n', match.index, false)
    else if (found.startsWith('&')) keep(decoded(found), match.index, false)
    else if (DRESSED.test(found)) keep(found.normalize('NFKC'), match.index, false)
    from = match.index + found.length
  }
  keep(whole.slice(from), from, true)
  places.push(whole.length)
  return {
    text,
    inDraft: ([start, end]) => [places[start] ?? 0, end > start ? (places[end - 1] ?? 0) + 1 : (places[end] ?? 0)],
  }
}
