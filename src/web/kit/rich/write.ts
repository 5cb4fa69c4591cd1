import type { Mark, Node } from '@tiptap/pm/model'
import type { Dialect } from './read.ts'

/** How a block may be written; the later ones are for what the earlier can't say. */
export type Way = { all: boolean; em: '*' | '_'; edges: boolean; marks: 'all' | 'links' | 'none' }

export const ways: readonly Way[] = [
  { all: false, em: '*', edges: false, marks: 'all' },
  { all: false, em: '_', edges: false, marks: 'all' },
  { all: true, em: '*', edges: false, marks: 'all' },
  { all: true, em: '_', edges: false, marks: 'all' },
  { all: true, em: '*', edges: true, marks: 'all' },
  { all: true, em: '_', edges: true, marks: 'all' },
  { all: true, em: '*', edges: false, marks: 'links' },
  // Stars and bars that Markdown can't tell from marks: at least no character is lost.
  { all: true, em: '*', edges: false, marks: 'none' },
]

export type Writer = Dialect & {
  bullet: '-' | '*'
  point: '.' | ')'
  /** The words of a paragraph or heading. */
  words(node: Node): string
  /** The same in a cell of a table. */
  cell(node: Node): string
}

type Inline = Dialect & { way: Way }

/** A paragraph's words in one of the ways; whether they say what was meant, only reading them again can tell. */
export const writeWords = (node: Node, how: Inline): string => atStart(writeInline(node, how))

export function writeBlock(node: Node, how: Writer): string {
  switch (node.type.name) {
    case 'paragraph':
      return how.words(node)
    case 'heading':
      return `${'#'.repeat(Number(node.attrs.level))} ${how.words(node).replaceAll(/\\?\n/g, ' ').replace(/(#+)$/, '\\$1')}`.trim()
    case 'blockquote':
      return indent(writeAll(node, how), '> ', '> ').replaceAll(/^> $/gm, '>')
    case 'codeBlock': {
      const text = node.textContent
      const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
      const fence = '`'.repeat(longest + 1)
      return `${fence}${node.attrs.language ?? ''}\n${text}${text === '' ? '' : '\n'}${fence}`
    }
    case 'horizontalRule':
      return '---'
    case 'source':
      return node.textContent
    case 'bulletList':
    case 'taskList':
    case 'orderedList':
      return writeList(node, how)
    case 'table':
      return writeTable(node, how)
    default:
      throw new Error(`no Markdown for ${node.type.name}`)
  }
}

function writeAll(parent: Node, how: Writer, tight = false): string {
  const parts: string[] = []
  parent.forEach((child, _, index) => {
    const before = index > 0 ? parent.child(index - 1) : undefined
    parts.push(writeBlock(child, before ? beside(before, child, how) : how))
  })
  return parts.join(tight ? '\n' : '\n\n')
}

/** Two lists in a row are told apart by their marks. */
export function beside(before: Node, node: Node, how: Writer): Writer {
  const kinds = ['bulletList', 'taskList', 'orderedList']
  if (!kinds.includes(before.type.name) || !kinds.includes(node.type.name)) return how
  return { ...how, bullet: how.bullet === '-' ? '*' : '-', point: how.point === '.' ? ')' : '.' }
}

function writeList(list: Node, how: Writer): string {
  const items: string[] = []
  const loose = list.attrs.loose === true || !isTight(list)
  list.forEach((item, _, index) => {
    const mark =
      list.type.name === 'orderedList' ? `${Number(list.attrs.start ?? 1) + index}${how.point} ` : `${how.bullet} `
    const box = list.type.name === 'taskList' ? (item.attrs.checked ? '[x] ' : '[ ] ') : ''
    const inside = writeAll(item, { ...how, bullet: '-', point: '.' }, !loose)
    items.push(indent(`${box}${inside}`, mark, ' '.repeat(mark.length)).replaceAll(/^ +$/gm, ''))
  })
  return items.join(loose ? '\n\n' : '\n')
}

const rules: Readonly<Record<string, string>> = { left: ':--', center: ':-:', right: '--:' }

function writeTable(table: Node, how: Writer): string {
  const rows = table.children.map(row => row.children)
  const [head = []] = rows
  const width = Math.max(1, ...rows.map(row => row.length))
  const columns = Array.from({ length: width }, (_, at) => at)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = line(columns.map(at => rules[String(head[at]?.attrs.align)] ?? '---'))
  const [first = '', ...others] = rows.map(row => {
    const words = columns.map(at => (row[at]?.firstChild ? how.cell(row[at].firstChild) : ''))
    return line(words)
  })
  return [first, rule, ...others].join('\n')
}

/** A bar ends a cell, wherever it stands, unless it is marked; that mark is taken away before the cell is read. */
export const inCell = (words: string): string =>
  words
    .replaceAll(/\\?\n/g, ' ')
    .replaceAll(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 ? bar : `${slashes}\\|`))

/** Words, and below them lists that are tight as well. */
function isTight(list: Node): boolean {
  let tight = true
  list.forEach(item => {
    item.forEach((child, _, index) => {
      // Of numbers, only a list that begins with one can follow words without a blank line.
      if (child.type.name === 'orderedList' && Number(child.attrs.start) !== 1) tight = false
      if (index > 0 && (!/List$/.test(child.type.name) || child.attrs.loose === true || !isTight(child))) tight = false
    })
  })
  return tight
}

const indent = (text: string, first: string, others: string) =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : others) + line)
    .join('\n')

/** What would begin another kind of block, were it not marked as a character. */
const atStart = (text: string) =>
  text
    .split('\n')
    .map(line =>
      line
        .replace(/^(\s*)([#>+=-]|~~~|:?-)/, '$1\\$2')
        .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
        .replace(/^\s+/, ''),
    )
    .join('\n')

type Run = { text: string; marks: readonly Mark[] }
const delimiters: Readonly<Record<string, string>> = { bold: '**', strike: '~~' }
/** From the outermost to the innermost. */
const order = ['link', 'bold', 'strike', 'italic']

function writeInline(parent: Node, how: Inline): string {
  const runs: Run[] = []
  parent.forEach(node => {
    const marks = node.marks.filter(
      mark => how.way.marks === 'all' || (how.way.marks === 'links' && mark.type.name === 'link'),
    )
    runs.push({ text: leaf(node, how), marks })
  })
  return nested(spacesOutside(runs), order, how)
    .replace(/^[ \t]+/, '')
    .replace(/[ \t]+$/, '')
}

function leaf(node: Node, { way, lines }: Inline): string {
  if (node.type.name === 'hardBreak') return lines ? '\n' : '\\\n'
  if (node.type.name === 'image') {
    const { src, alt, title } = node.attrs
    return `![${escaped(String(alt ?? ''), true, true).replaceAll('\n', ' ')}](${destination(String(src ?? ''))}${titled(title)})`
  }
  const text = (node.text ?? '').replaceAll('\n', ' ')
  if (way.marks !== 'none' && node.marks.some(mark => mark.type.name === 'code')) return codeSpan(text)
  return escaped(
    text,
    way.all,
    node.marks.some(mark => mark.type.name === 'link'),
  )
}

function codeSpan(text: string): string {
  const runs = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length))
  let length = 1
  while (runs.has(length)) length += 1
  const ticks = '`'.repeat(length)
  const pad = /^`|`$|^ .* $/.test(text) && text.trim() !== '' ? ' ' : ''
  return `${ticks}${pad}${text}${pad}${ticks}`
}

/** `{{name|there}}` stands as it is: it is filled in before anybody reads the text. */
function escaped(text: string, all: boolean, inBrackets: boolean): string {
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, index) => {
      if (index % 2 === 1) return part
      const marked = all
        ? part.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
        : part
            .replaceAll(/[\\`*[~]/g, '\\$&')
            .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
            .replaceAll(/<(?=[a-z/!?])/gi, '\\<')
            .replaceAll(/&(?=#?\w+;)/g, '\\&')
      return inBrackets && !all ? marked.replaceAll(']', '\\]') : marked
    })
    .join('')
}

const destination = (address: string) =>
  address === '' || /[\s()<>\\]/.test(address)
    ? `<${address.replaceAll(/[<>\\]/g, '\\$&').replaceAll('\n', '%0A')}>`
    : address.replaceAll(/&(?=#?\w+;)/g, '&amp;')

const titled = (title: unknown) =>
  typeof title === 'string' && title !== '' ? ` "${title.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', ' ')}"` : ''

/** No mark of ours holds a blank at its edge: it would be read as a star. */
function spacesOutside(runs: readonly Run[]): Run[] {
  return runs.flatMap(run => {
    const plain = run.marks.filter(mark => mark.type.name === 'link' || mark.type.name === 'code')
    if (plain.length === run.marks.length || run.marks.some(mark => mark.type.name === 'code')) return [run]
    const [, before = '', words = '', after = ''] = /^([ \t\n\\]*\n|\s*)([\s\S]*?)(\\?\n|\s*)$/.exec(run.text) ?? []
    if (words === '') return [{ text: run.text, marks: plain }]
    return [
      ...(before ? [{ text: before, marks: plain }] : []),
      { text: words, marks: run.marks },
      ...(after ? [{ text: after, marks: plain }] : []),
    ]
  })
}

function nested(runs: readonly Run[], names: readonly string[], how: Inline): string {
  const [name, ...inner] = names
  if (name === undefined) return runs.map(run => run.text).join('')
  let out = ''
  for (let at = 0; at < runs.length; ) {
    const mark = runs[at]?.marks.find(each => each.type.name === name)
    let end = at + 1
    while (
      end < runs.length &&
      same(
        runs[end]?.marks.find(each => each.type.name === name),
        mark,
      )
    )
      end += 1
    const words = nested(runs.slice(at, end), inner, how)
    if (mark === undefined) out += words
    else if (name === 'link') out += linked(mark, words, runs.slice(at, end))
    else out = around(out, name === 'italic' ? how.way.em : (delimiters[name] ?? ''), words, how.way)
    // A letter right after a closing mark may keep it from closing.
    const next = runs[end]?.text
    if (mark !== undefined && name !== 'link' && how.way.edges && next) runs = withNumber(runs, end)
    at = end
  }
  return out
}

const same = (a: Mark | undefined, b: Mark | undefined) => (a && b ? a.eq(b) : a === b)

function around(before: string, delimiter: string, words: string, way: Way): string {
  const last = [...before].at(-1)
  const lead = way.edges && last && /[\p{L}\p{N}]/u.test(last) && !/&#\d+;$/.test(before)
  const ready = lead ? `${before.slice(0, -last.length)}&#${last.codePointAt(0)};` : before
  return `${ready}${delimiter}${words}${delimiter}`
}

function withNumber(runs: readonly Run[], at: number): readonly Run[] {
  const run = runs[at]
  const [first] = run ? [...run.text] : []
  if (!run || !first || !/[\p{L}\p{N}]/u.test(first)) return runs
  const text = `&#${first.codePointAt(0)};${run.text.slice(first.length)}`
  return runs.map((each, index) => (index === at ? { ...run, text } : each))
}

function linked(mark: Mark, words: string, runs: readonly Run[]): string {
  const href = String(mark.attrs.href ?? '')
  const bare = runs.length === 1 && runs[0]?.marks.length === 1 && !mark.attrs.title && words === href
  if (bare && /^https?:\/\/[^\s<>*_~`[\]()\\]+[\w/]$/.test(href)) return href
  return `[${words}](${destination(href)}${titled(mark.attrs.title)})`
}
