import { Fragment, Node, type Schema } from '@tiptap/pm/model'
import { type Block, type Dialect, readBlocks, sourceOf } from './read.ts'
import { richSchema } from './schema.ts'
import { beside, inCell, type Writer, ways, writeBlock, writeWords } from './write.ts'

/** A text that is open in the editor. */
export type OpenText = {
  doc: Node
  /** The document as Markdown: what nobody touched stands as it was written, to the letter. */
  write(doc: Node): string
}

/**
 * Blocks that the editor knows, and can write again so that they mean the same, become parts of it; every other one stays its Markdown.
 * A text that nobody changed is written as it was read, byte for byte.
 */
export function openText(text: string, dialect: Dialect, schema: Schema = richSchema): OpenText {
  const unix = text.replaceAll(/\r\n?/g, '\n')
  const { lead, blocks } = readBlocks(unix, dialect)
  const fresh = { words: new WeakMap<Node, string>(), cells: new WeakMap<Node, string>() }
  const base: Writer = { ...dialect, bullet: '-', point: '.', words: wordsOf, cell: cellOf }
  const judged = new Map<string, Node>()
  const nodeOf = (block: Block) => readNode(block, schema)
  const nodes = blocks.map(nodeFor)
  const doc = schema.node('doc', null, nodes.length > 0 ? nodes : [schema.node('paragraph')])
  const known = new Map<string, number[]>()
  for (const [index, node] of nodes.entries()) known.set(keyOf(node), [...(known.get(keyOf(node)) ?? []), index])

  /** Its part in the editor; its Markdown, when that part could not be written again. */
  function nodeFor(block: Block): Node {
    const node = nodeOf(block)
    if (!node) return sourceNode(block, schema)
    const key = `${block.raw}\n${keyOf(node)}`
    const done = judged.get(key)
    if (done) return done
    const stays = node.type.name === 'source' || tryWrite(node, base) !== undefined
    const judgement = stays ? node : sourceNode(block, schema)
    judged.set(key, judgement)
    return judgement
  }

  const write = (now: Node): string => {
    if (withoutBlanks(now).eq(withoutBlanks(doc))) return text
    const { words, meant } = join(now, true)
    const again = readBlocks(words, dialect).blocks.map(block => canonical(nodeFor(block)))
    // Side by side, blocks may be read as something else (a reference that is gone): then nothing is taken over as it stood.
    return again.join('\n') === meant.join('\n') ? words : join(now, false).words
  }

  function join(now: Node, keep: boolean): { words: string; meant: string[] } {
    const meant: string[] = []
    let out = ''
    let lastOrigin = -1
    let last: Node | undefined
    let how = base
    now.forEach(child => {
      if (isBlank(child)) return
      const candidates = keep ? (known.get(keyOf(child)) ?? []) : []
      // Of blocks that are alike, the one that follows on the last.
      const origin = candidates.find(index => index > lastOrigin) ?? candidates[0] ?? -1
      how = last ? beside(last, child, how) : base
      const words = origin >= 0 ? (blocks[origin]?.raw ?? '') : writeBlock(child, how)
      if (last === undefined) out = origin === 0 ? lead : ''
      else out += origin >= 0 && origin === lastOrigin + 1 ? (blocks[lastOrigin]?.gap ?? '\n\n') : '\n\n'
      out += words
      if (origin >= 0) meant.push(canonical(child))
      else meant.push(...readBlocks(words, dialect).blocks.map(block => canonical(nodeFor(block))))
      lastOrigin = origin
      last = child
    })
    if (last && lastOrigin === blocks.length - 1) out += blocks[lastOrigin]?.gap ?? ''
    return { words: out, meant }
  }

  /** Undefined: it would be read as something else. */
  function tryWrite(node: Node, how: Writer): string | undefined {
    const words = writeBlock(node, how)
    return isReadAs(words, node) ? words : undefined
  }

  function isReadAs(words: string, node: Node): boolean {
    const { blocks: again } = readBlocks(words, dialect)
    const [only] = again
    const back = only && nodeOf(only)
    return again.length === 1 && back !== undefined && canonical(back) === canonical(node)
  }

  function wordsOf(node: Node): string {
    return kept(fresh.words, node, () =>
      firstOf(schema.node('paragraph', null, node.content), words => words, isReadAs),
    )
  }

  function cellOf(node: Node): string {
    // A cell is one line.
    const line = node.children.map(child => (child.type.name === 'hardBreak' ? schema.text(' ') : child))
    return kept(fresh.cells, node, () =>
      firstOf(schema.node('paragraph', null, line), inCell, (words, alone) => {
        const head = schema.node('tableHeader', null, alone)
        return isReadAs(`| ${words} |\n| --- |`, schema.node('table', null, schema.node('tableRow', null, head)))
      }),
    )
  }

  /** Of the ways to write words, the first that is read as it was meant; at worst the last. */
  function firstOf(alone: Node, put: (words: string) => string, isRead: (words: string, alone: Node) => boolean) {
    if (canonical(alone) === canonical(schema.node('paragraph'))) return ''
    let words = ''
    for (const way of ways) {
      words = put(writeWords(alone, { ...dialect, way }))
      if (isRead(words, alone)) break
    }
    return words
  }

  return { doc, write }
}

function kept(known: WeakMap<Node, string>, node: Node, write: () => string): string {
  const words = known.get(node) ?? write()
  known.set(node, words)
  return words
}

const sourceNode = (block: Block, schema: Schema): Node => Node.fromJSON(schema, sourceOf(block.raw))

/** Undefined: Markdown can say it, the editor can't (a heading in a list's entry beside nothing, a list in a table). */
function readNode(block: Block, schema: Schema): Node | undefined {
  const node = Node.fromJSON(schema, block.node)
  try {
    node.check()
    return node
  } catch {
    return undefined
  }
}

const keyOf = (node: Node) => JSON.stringify(node.toJSON())
/** An empty line at the end is where one writes on; it says nothing. */
function withoutBlanks(doc: Node): Node {
  const children = Array.from({ length: doc.childCount }, (_, index) => doc.child(index))
  while (children.length > 0 && isBlank(children.at(-1))) children.pop()
  return doc.copy(Fragment.from(children))
}

const isBlank = (node: Node | undefined) =>
  node !== undefined && node.type.name === 'paragraph' && node.childCount === 0

type Json = { type?: string; text?: string; marks?: unknown[]; content?: Json[]; attrs?: Record<string, unknown> }

/** What a reader gets to see of it: blanks at the edges of a line are none. */
function canonical(node: Node): string {
  return JSON.stringify(tidy(node.toJSON() as Json))
}

function tidy(json: Json): Json {
  if (json.type === 'source' || json.type === 'codeBlock') return json
  const content = json.content?.map(tidy)
  if (!content || !content.some(each => each.type === 'text' || each.type === 'hardBreak' || each.type === 'image'))
    return {
      ...json,
      ...(content
        ? { content: content.filter((each, at) => at === 0 || each.type !== 'paragraph' || each.content) }
        : {}),
    }
  // Blanks carry no mark that could be seen, and none stands at an edge.
  const pieces = content.flatMap(piece => {
    if (piece.type !== 'text' || hasMark(piece, 'code'))
      return [
        piece.type === 'text'
          ? { type: 'text', text: piece.text ?? '', marks: piece.marks ?? [] }
          : {
              type: piece.type ?? '',
              attrs: { ...piece.attrs, alt: piece.attrs?.alt ?? '' },
              marks: piece.type === 'hardBreak' ? [] : (piece.marks ?? []),
            },
      ]
    return (piece.text?.match(/[ \t\n]+|[^ \t\n]+/g) ?? []).map(text => ({
      type: 'text',
      text: /^[ \t\n]/.test(text) ? ' ' : text,
      marks: /^[ \t\n]/.test(text)
        ? (piece.marks ?? []).filter(mark => (mark as { type: string }).type === 'link')
        : (piece.marks ?? []),
    }))
  })
  const isEdge = (at: number) => {
    const piece = pieces[at]
    return piece === undefined || piece.type === 'hardBreak'
  }
  const kept = pieces.filter(
    (piece, at) => piece.type !== 'text' || piece.text !== ' ' || !(isEdge(at - 1) || isEdge(at + 1)),
  )
  const joined: Json[] = []
  for (const piece of kept) {
    const before = joined.at(-1)
    if (piece.text === ' ' && before?.text?.endsWith(' ') && !hasMark(before, 'code')) continue
    if (
      piece.type === 'text' &&
      before?.type === 'text' &&
      JSON.stringify(before.marks) === JSON.stringify(piece.marks)
    )
      before.text = `${before.text ?? ''}${piece.text ?? ''}`
    else joined.push({ ...piece })
  }
  return { ...json, content: joined }
}

const hasMark = (json: Json, type: string) => (json.marks ?? []).some(mark => (mark as { type: string }).type === type)
