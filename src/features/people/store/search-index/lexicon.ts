import { sql } from 'kysely'
import { arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'

/** What the server makes of a piece of text without spaces. */
export type Piece = {
  /** As `kith_fold` has it. */
  folded: string
  /** As `to_tsvector('simple', kith_words(…))` has them, in the order of their positions. */
  words: readonly string[]
  /** The same of `kith_marked`; a word that carries the mark begins with `marked`. Of plain pieces see `marksOf`. */
  marks?: readonly string[]
  /** Looks like the path of a file: read in one way at the beginning of a text, in another behind a space. */
  pathlike?: boolean
}

export const marked = 'xq'

/** Only places and tags are marked, so those of plain pieces are made when somebody asks. */
export function marksOf(piece: Piece): readonly string[] {
  piece.marks ??= piece.folded.split(/[.@-]/).map(word => marked + word)
  return piece.marks
}

const plainWord = /^(?:[a-z][a-z0-9]*|[0-9]+)$/
const joinedWords = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)+$/
const mailbox = /^[a-z][a-z0-9]*(?:[.-][a-z][a-z0-9]*)*@[a-z][a-z0-9]*(?:\.[a-z][a-z0-9]*)*\.[a-z]{2,12}$/

/** Longer ones are cut or dropped by rules of their own. */
const maxPieceChars = 400

/** Pieces whose words follow from their look alone; all others are the server's to say. */
function readPlainly(piece: string): Piece | undefined {
  if (piece.length > maxPieceChars) return undefined
  const folded = piece.toLowerCase()
  if (plainWord.test(folded)) return { folded, words: [folded] }
  if (joinedWords.test(folded)) return { folded, words: [folded, ...folded.split('-')] }
  // `kith_words` spells .NET out, in the middle of an address too.
  if (mailbox.test(folded) && !folded.includes('.net')) return { folded, words: [folded] }
  return undefined
}

const maxRemembered = 50_000
const maxTextChars = 200

/** The pieces of a text, one after the other. */
export type TextRead = {
  pieces: readonly Piece[]
  words: readonly string[]
  /** Marked words with the prefix of a place or a tag, once somebody has asked for them. */
  marked: { place?: readonly string[]; tag?: readonly string[] }
}

const space = /[ \t\n\r\f\v]+/
const anySpace = /[ \t\n\r\f\v]/
const oddSpace = /[\t\n\r\f\v]|^ | $| {2}/
function piecesOf(text: string): string[] {
  if (!anySpace.test(text)) return [text]
  return oddSpace.test(text) ? text.split(space).filter(piece => piece !== '') : text.split(' ')
}

function wordsOf(pieces: readonly Piece[]): string[] {
  const words: string[] = []
  for (const piece of pieces) for (const word of piece.words) words.push(word)
  return words
}

/** Pieces of text as the server reads them: each that is not plain is asked for once, all of a batch together. */
export type Lexicon = {
  /** Takes note of what `find` will be asked. */
  want(piece: string): void
  /** Asks the server for what is wanted and not known yet. */
  learn(tx: Transaction): Promise<void>
  find(piece: string): Piece | undefined
  /** Undefined where the server has to be asked: for a piece that is not known (it is wanted now), a path or markup. */
  read(text: string, isOften: boolean): TextRead | undefined
}

export function createLexicon(): Lexicon {
  const known = new Map<string, Piece>()
  const wanted = new Set<string>()
  const texts = new Map<string, TextRead>()
  let last: { text: string; read: TextRead } | undefined
  const lexicon: Lexicon = {
    want(piece) {
      if (known.has(piece) || wanted.has(piece)) return
      if (piece.length <= maxPieceChars && !readPlainly(piece)) wanted.add(piece)
    },
    async learn(tx) {
      if (wanted.size === 0) return
      if (known.size + wanted.size > maxRemembered) known.clear()
      const pieces = [...wanted]
      wanted.clear()
      const { rows } = await sql<Piece>`
        select kith_fold(p.piece) as folded,
          array(select w.lexeme from unnest(to_tsvector('simple', kith_words(p.piece))) w(lexeme, positions, weights)
            cross join unnest(w.positions) as at order by at) as words,
          array(select w.lexeme from unnest(to_tsvector('simple', kith_marked(${marked}, p.piece))) w(lexeme, positions, weights)
            cross join unnest(w.positions) as at order by at) as marks,
          kith_words(p.piece) ~ '~|(^|\\s)[.]' as pathlike
        from unnest(${arrayBytes('text', pieces)}::text[]) with ordinality as p(piece, at) order by p.at`.execute(tx)
      pieces.forEach((piece, index) => {
        const row = rows[index]
        if (row) known.set(piece, row)
      })
    },
    find(piece) {
      const found = known.get(piece)
      if (found) return found
      const plain = readPlainly(piece)
      // Names, titles and places come again and again; an address does not.
      if (plain && known.size < maxRemembered && !piece.includes('@')) known.set(piece, plain)
      return plain
    },
    read(text, isOften) {
      const before = isOften ? texts.get(text) : last?.text === text ? last.read : undefined
      if (before) return before
      const pieces: Piece[] = []
      let isWhole = true
      for (const piece of piecesOf(text)) {
        const found = lexicon.find(piece)
        if (!found) lexicon.want(piece)
        if (!found || found.pathlike || piece.includes('<')) isWhole = false
        else pieces.push(found)
      }
      if (!isWhole) return undefined
      const [only] = pieces
      const words = pieces.length === 1 && only ? only.words : wordsOf(pieces)
      const read = { pieces, words, marked: {} }
      if (isOften && text.length <= maxTextChars) {
        if (texts.size >= maxRemembered) texts.clear()
        texts.set(text, read)
      } else last = { text, read }
      return read
    },
  }
  return lexicon
}
