import { Fragment, type Mark, type Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { markdownHtml } from '#features/site/markdown.ts'
import { richSchema as schema } from './schema.ts'
import { openText } from './text.ts'

/** The same numbers each run, so that a failure can be told again. */
function dice(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    one: <T>(all: readonly T[]): T => all[below(all.length)] as T,
    chance: (part: number) => next() < part,
  }
}

const pieces = [
  ...'\n\n\n|*_~`#>-+=.)(][!<&\\:;"\'1 ',
  '\n\n',
  '  ',
  '    ',
  '- ',
  '1. ',
  '- [x] ',
  '> ',
  '## ',
  '```\n',
  '***',
  '---',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '[a](/jobs)',
  '[a]: https://a.example\n',
  '[a]',
  '![a](/i.webp "t")',
  'https://a.example/x?y=1&z=2',
  '<https://a.example>',
  '<b>bold</b>',
  '<!-- ',
  '<script>',
  '&amp;',
  '&eacute;',
  '&#65;',
  '**bold**',
  '*leaning*',
  '~~gone~~',
  '`code`',
  '  \n',
  '\\\n',
  '{{name|there}}',
  'Ärzte ',
  'نوبت ',
  'words and more ',
  'snake_case',
  '\t',
]
const dialects = [{ lines: false }, { lines: true }] as const

test('a text that was opened and not changed is written as it was read, to the letter, whatever stands in it', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const { below, one } = dice(seed)
    const text = Array.from({ length: below(24) }, () => one(pieces)).join('')
    for (const dialect of dialects) {
      const { doc, write } = openText(text, dialect)
      expect(write(doc), JSON.stringify(text)).toBe(text)
    }
  }
  const windows = 'One\r\n\r\n| a |\r\n| - |\r\n'
  const { doc, write } = openText(windows, dialects[0])
  expect(write(doc)).toBe(windows)
})

test('a word added at the end changes nothing that stood there before', () => {
  let changed = 0
  for (let seed = 1; seed <= 700; seed += 1) {
    const { below, one } = dice(seed + 50_000)
    const text = Array.from({ length: 1 + below(16) }, () => one(pieces)).join('')
    const { doc, write } = openText(text, dialects[0])
    const longer = doc.copy(
      doc.content.append(Fragment.from(schema.node('paragraph', null, [schema.text('Afterword')]))),
    )
    const written = write(longer)
    const before = markdownHtml(text).trimEnd()
    // What never ends (an open comment, an open fence) holds the new word, too; all else stands as it stood.
    if (markdownHtml(`${text}\n\nAfterword`).trimEnd() === `${before}\n<p>Afterword</p>`) {
      expect(markdownHtml(written).trimEnd().replace(/^\n/, ''), JSON.stringify({ text, written })).toBe(
        `${before}\n<p>Afterword</p>`.replace(/^\n/, ''),
      )
      changed += 1
    } else expect(written).toContain('Afterword')
  }
  expect(changed).toBeGreaterThan(400)
})

const usual = [
  'plain',
  'Ärzte',
  'نوبت',
  'snake_case',
  'a*b',
  '1. no list',
  '# no heading',
  '- no list',
  'R&D',
  'AT&amp;T',
  '50 % (so)',
  '"quoted"',
  "it's",
  'end.',
  'so?',
  '[x](y)',
  'www.a.example',
  'a@b.example',
  '{{name|there}}',
  'x < y',
  '3 * 4',
  '🙂',
  'C:\\\\dir',
] as const
const odd = [
  '`tick',
  '~5',
  '*',
  '**',
  '_',
  '_x_',
  '+',
  '> no quote',
  '~~',
  '`',
  '[',
  ']',
  '<b>',
  '&',
  '\\\\',
  '!',
  '![',
  '|',
  '---',
  '===',
  '```',
  ':',
  '.',
  'https://a.example/_x_',
] as const
type Words = { all: readonly string[]; between: number }
const hrefs = [
  '/jobs',
  'https://a.example/x?y=1&z=2',
  'mailto:a@b.example',
  'https://a.example/(x)',
  '#end',
  'https://a.example/a_b*c',
] as const

function someInline({ below, one, chance }: ReturnType<typeof dice>, { all, between }: Words): Node[] {
  const out: Node[] = []
  const count = 1 + below(5)
  for (let at = 0; at < count; at += 1) {
    if (chance(0.06))
      out.push(schema.node('image', { src: one(['/blog/images/a.webp', '/i (1).png']), alt: one(all), title: null }))
    else if (chance(0.05) && at > 0 && at < count - 1) out.push(schema.node('hardBreak'))
    else {
      const marks: Mark[] = []
      if (chance(0.15)) marks.push(schema.mark('link', { href: one(hrefs) }))
      if (chance(0.12)) marks.push(schema.mark('code'))
      else for (const name of ['bold', 'italic', 'strike']) if (chance(0.2)) marks.push(schema.mark(name))
      const text = Array.from({ length: 1 + below(3) }, () => one(all)).join(chance(between) ? ' ' : '')
      out.push(schema.text(`${chance(between) ? ' ' : ''}${text}${chance(0.3) ? ' ' : ''}`, marks))
    }
  }
  return out
}

function someBlock(roll: ReturnType<typeof dice>, words: Words, depth = 0): Node {
  const { below, one, chance } = roll
  const paragraph = () => schema.node('paragraph', null, someInline(roll, words))
  const inside = () =>
    Array.from({ length: 1 + below(2) }, (_, at) =>
      at === 0 || depth > 1 ? paragraph() : someBlock(roll, words, depth + 1),
    )
  switch (one(['p', 'p', 'p', 'h', 'quote', 'code', 'rule', 'list', 'list', 'numbers', 'tasks'])) {
    case 'h':
      return schema.node(
        'heading',
        { level: 1 + below(6) },
        someInline(roll, words).filter(node => node.type.name !== 'hardBreak'),
      )
    case 'quote':
      return schema.node('blockquote', null, inside())
    case 'code':
      return schema.node('codeBlock', { language: one([null, 'js']) }, [
        schema.text(one(['a\n\n  b', '```', 'x\n````', '- a'])),
      ])
    case 'rule':
      return schema.node('horizontalRule')
    case 'list':
      return schema.node(
        'bulletList',
        { loose: chance(0.3) },
        Array.from({ length: 1 + below(3) }, () => schema.node('listItem', null, inside())),
      )
    case 'numbers':
      return schema.node(
        'orderedList',
        { start: one([1, 1, 7]), loose: chance(0.3) },
        Array.from({ length: 1 + below(3) }, () => schema.node('listItem', null, inside())),
      )
    case 'tasks':
      return schema.node(
        'taskList',
        { loose: chance(0.3) },
        Array.from({ length: 1 + below(3) }, () => schema.node('taskItem', { checked: chance(0.5) }, inside())),
      )
    default:
      return paragraph()
  }
}

function someTable(roll: ReturnType<typeof dice>, words: Words): Node {
  const { below, one, chance } = roll
  const columns = Array.from({ length: 1 + below(3) }, () => one([null, null, 'left', 'center', 'right']))
  const row = (type: string) =>
    schema.node(
      'tableRow',
      null,
      columns.map(align => {
        const inCell = chance(0.15) ? [] : someInline(roll, words).filter(node => node.type.name !== 'hardBreak')
        return schema.node(type, { align }, schema.node('paragraph', null, inCell))
      }),
    )
  return schema.node('table', null, [row('tableHeader'), ...Array.from({ length: below(3) }, () => row('tableCell'))])
}

/** Every character that a reader sees, without blanks. */
const seen = (node: Node): string => {
  let out = ''
  node.descendants(child => {
    if (child.isText) out += child.text ?? ''
    if (child.type.name === 'image') out += `${child.attrs.src}${child.attrs.alt}`
  })
  return out.replaceAll(/\s+/g, '')
}
const marksOf = (node: Node): string => {
  const out: string[] = []
  node.descendants(child => {
    if (!child.isText) return
    for (const character of (child.text ?? '').replaceAll(/\s+/g, ''))
      out.push(
        `${character}${child.marks
          .map(mark => mark.type.name + String(mark.attrs.href ?? ''))
          .sort()
          .join()}`,
      )
  })
  return out.join(' ')
}

/** Documents of these words, and what became of them once written and read again. */
function writtenAndRead(count: number, words: Words, block = someBlock) {
  const lost: { characters: string[]; marks: string[] } = { characters: [], marks: [] }
  for (let seed = 1; seed <= count; seed += 1) {
    const roll = dice(seed + 90_000)
    const dialect = roll.one(dialects)
    const blocks = Array.from({ length: 1 + roll.below(3) }, () => block(roll, words))
    const doc = schema.node('doc', null, blocks)
    doc.check()
    const written = openText('', dialect).write(doc)
    const again = openText(written, dialect).doc
    const says = JSON.stringify({ seed, written, doc })
    if (seen(again) !== seen(doc)) lost.characters.push(says)
    else if (marksOf(again) !== marksOf(doc)) lost.marks.push(says)
  }
  return lost
}

test('whatever the editor holds is written as Markdown that says the same, to the last character and mark', () => {
  const { characters, marks } = writtenAndRead(300, { all: usual, between: 0.97 })
  expect(characters.slice(0, 3).join('\n')).toBe('')
  // A mark that touches another’s stars can be one that Markdown has no way to write.
  expect(marks.length, marks.slice(0, 3).join('\n')).toBeLessThan(3)
})

test('no character is lost where marks stand so that Markdown can’t tell them from stars and bars', () => {
  const { characters, marks } = writtenAndRead(150, { all: [...usual, ...odd], between: 0.7 })
  expect(characters.slice(0, 3).join('\n')).toBe('')
  expect(marks.length).toBeLessThan(12)
})

test('what stands in the cells of a table is written so that it says the same, bars and code with bars included', () => {
  const { characters, marks } = writtenAndRead(
    200,
    { all: [...usual, 'a|b', '|', '\\\\|', 'x||'], between: 0.97 },
    someTable,
  )
  expect(characters.slice(0, 3).join('\n')).toBe('')
  // Code that holds a mark and a bar side by side can't be said in a cell.
  expect(marks.length, marks.slice(0, 3).join('\n')).toBeLessThan(12)
})

const table = `| Week | Nights |
|:---|---:|
| one \\| two | **4** |
| three || more |`

test('a table opens as one, and a changed cell changes its own table alone', () => {
  const text = `Before  \n\n| a | b |\n| - | :-: |\n| 1 | \`x\\|y\` |\n\n* after`
  const { doc, write } = openText(text, dialects[0])
  expect(doc.children.map(node => node.type.name)).toEqual(['paragraph', 'table', 'bulletList'])
  const found = doc.child(1)
  expect(found.child(1).child(1).textContent).toBe('x|y')
  const cell = schema.node('tableCell', null, schema.node('paragraph', null, schema.text('2 | 3')))
  const row = found.child(1).copy(Fragment.from([cell, found.child(1).child(1)]))
  const changed = doc.copy(doc.content.replaceChild(1, found.copy(Fragment.from([found.child(0), row]))))
  expect(write(changed)).toBe('Before  \n\n| a | b |\n| --- | :-: |\n| 2 \\| 3 | `x\\|y` |\n\n* after')
})

test('a row with more cells than the table has heads stays text, so that none is lost', () => {
  const { doc } = openText(table, dialects[0])
  expect(doc.firstChild?.type.name).toBe('source')
  expect(openText(table.replace('||', '|'), dialects[0]).doc.firstChild?.type.name).toBe('table')
})
