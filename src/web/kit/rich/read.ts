import type { JSONContent } from '@tiptap/core'
import { Marked, type Token, type Tokens } from 'marked'

/** `lines`: a line's end is one for the reader, too, as in our mails. */
export type Dialect = { lines: boolean }

const readers = {
  lines: new Marked({ gfm: true, breaks: true }),
  paragraphs: new Marked({ gfm: true }),
}

/** One block of a text: what stands there, the blank lines after it, and what it is in the editor. */
export type Block = { raw: string; gap: string; node: JSONContent }

/** A construct that the editor has no part for. */
class Unknown extends Error {}

/** The blocks of a text in their order; `lead`, and all raws and gaps, put together give the text again. */
export function readBlocks(text: string, { lines }: Dialect): { lead: string; blocks: Block[] } {
  const tokens = readers[lines ? 'lines' : 'paragraphs'].lexer(text)
  let lead = ''
  const blocks: Block[] = []
  for (const token of tokens) {
    const last = blocks.at(-1)
    if (token.type === 'space') {
      if (last) last.gap += token.raw
      else lead += token.raw
      continue
    }
    const [, raw = '', gap = ''] = /^([\s\S]*?)(\n*)$/.exec(token.raw) ?? []
    blocks.push({ raw, gap, node: blockOrSource(token, raw) })
  }
  const whole = lead + blocks.map(block => block.raw + block.gap).join('')
  return whole === text ? { lead, blocks } : { lead: '', blocks: [{ raw: text, gap: '', node: sourceOf(text) }] }
}

const sourceOf = (raw: string): JSONContent => ({
  type: 'source',
  ...(raw && { content: [{ type: 'text', text: raw }] }),
})

export { sourceOf }

function blockOrSource(token: Token, raw: string): JSONContent {
  try {
    return block(token)
  } catch (error) {
    if (error instanceof Unknown) return sourceOf(raw)
    throw error
  }
}

function block(given: Token): JSONContent {
  // What the reader gives is one of these; its own type also allows what others add to it.
  const token = given as Exclude<Tokens.Generic, never> & Token
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return filled('paragraph', inline(token.tokens ?? [], []))
    case 'heading':
      return { ...filled('heading', inline(token.tokens ?? [], [])), attrs: { level: (token as Tokens.Heading).depth } }
    case 'blockquote':
      return filled('blockquote', blocksOf(token.tokens ?? []))
    case 'code': {
      const { lang, text } = token as Tokens.Code
      return { ...filled('codeBlock', text ? [{ type: 'text', text }] : []), attrs: { language: lang || null } }
    }
    case 'hr':
      return { type: 'horizontalRule' }
    case 'list':
      return list(token as Tokens.List)
    case 'table':
      return table(token as Tokens.Table)
    default:
      throw new Unknown(token.type)
  }
}

const filled = (type: string, content: JSONContent[]): JSONContent =>
  content.length > 0 ? { type, content } : { type }

function blocksOf(tokens: readonly Token[]): JSONContent[] {
  const inside = tokens.filter(token => token.type !== 'space').map(block)
  return inside.length > 0 ? inside : [{ type: 'paragraph' }]
}

function list({ ordered, start, loose, items }: Tokens.List): JSONContent {
  const tasks = items.filter(item => item.task).length
  if (tasks !== 0 && (tasks !== items.length || ordered)) throw new Unknown('tasks among others')
  const content = items.map(item => {
    const inside = blocksOf(item.tokens.filter(token => token.type !== 'checkbox').map(withoutBox))
    // The editor's entries begin with words.
    if (inside[0]?.type !== 'paragraph') throw new Unknown('an entry without words')
    return item.task
      ? { type: 'taskItem', attrs: { checked: item.checked === true }, content: inside }
      : { type: 'listItem', content: inside }
  })
  if (tasks > 0) return { type: 'taskList', attrs: { loose }, content }
  return ordered
    ? { type: 'orderedList', attrs: { start: start === '' ? 1 : start, loose }, content }
    : { type: 'bulletList', attrs: { loose }, content }
}

function table({ raw, header, rows }: Tokens.Table): JSONContent {
  // A row's cells beyond the head are shown to nobody: as text they are kept.
  if (raw.split('\n').some(line => cellsIn(line) > header.length)) throw new Unknown('more cells than heads')
  const row = (type: string, cells: readonly Tokens.TableCell[]) => ({
    type: 'tableRow',
    content: cells.map(cell => ({
      type,
      attrs: { align: cell.align },
      content: [filled('paragraph', inline(cell.tokens, []))],
    })),
  })
  return { type: 'table', content: [row('tableHeader', header), ...rows.map(cells => row('tableCell', cells))] }
}

const cellsIn = (line: string): number =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)((?:\\\\)*)\|$/, '$1')
    .replaceAll(/\\[\s\S]/g, '')
    .split('|').length

/** In a loose list the box stands inside of the first paragraph. */
function withoutBox(token: Token): Token {
  return 'tokens' in token && token.tokens?.[0]?.type === 'checkbox'
    ? ({ ...token, tokens: token.tokens.slice(1) } as Token)
    : token
}

type Mark = NonNullable<JSONContent['marks']>[number]

function inline(tokens: readonly Token[], marks: readonly Mark[]): JSONContent[] {
  const out: JSONContent[] = []
  const add = (node: JSONContent) => {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      last.text = `${last.text ?? ''}${node.text ?? ''}`
    else out.push(node)
  }
  const text = (words: string, more: readonly Mark[] = []) => {
    if (words !== '') add({ type: 'text', text: words, marks: [...marks, ...more] })
  }
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
        if ('tokens' in token && token.tokens) for (const node of inline(token.tokens, marks)) add(node)
        else text(decoded(token.text).replaceAll(/[ \t]*\n[ \t]*/g, ' '))
        break
      case 'escape':
        text(decoded(token.text))
        break
      case 'strong':
      case 'em':
      case 'del':
        for (const node of inline(token.tokens ?? [], withMark(marks, { type: names[token.type] }))) add(node)
        break
      case 'codespan':
        if (token.text === '') throw new Unknown('empty code')
        text(token.text, [{ type: 'code' }])
        break
      case 'link': {
        const link = token as Tokens.Link
        const mark = {
          type: 'link',
          attrs: { href: decoded(link.href), title: link.title ? decoded(link.title) : null },
        }
        const inside = inline(link.tokens, withMark(marks, mark))
        if (inside.length === 0) throw new Unknown('a link without words')
        for (const node of inside) add(node)
        break
      }
      case 'image': {
        const { href, title, tokens: said } = token as Tokens.Image
        const alt = inline(said ?? [], [])
          .map(node => node.text ?? String(node.attrs?.alt ?? ' '))
          .join('')
        const attrs = { src: decoded(href), alt, title: title ? decoded(title) : null }
        add({ type: 'image', attrs, marks: [...marks] })
        break
      }
      case 'br':
        add({ type: 'hardBreak', marks: [...marks] })
        break
      default:
        throw new Unknown(token.type)
    }
  }
  return out
}

const names = { strong: 'bold', em: 'italic', del: 'strike' } as const

const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] =>
  marks.some(each => each.type === mark.type) ? marks : [...marks, mark]

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/** Named and numbered characters as what they mean; a name that we don't know keeps the block as text. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]*));/gi, (_, hex, decimal, name) => {
    if (name !== undefined) {
      const known = entities[String(name)]
      if (known === undefined) throw new Unknown(String(name))
      return known
    }
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
      throw new Unknown('a number of no character')
    return String.fromCodePoint(code)
  })
}
