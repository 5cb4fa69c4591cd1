import { type Extensions, getSchema, mergeAttributes, Node } from '@tiptap/core'
import { Code } from '@tiptap/extension-code'
import { Image } from '@tiptap/extension-image'
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Plugin } from '@tiptap/pm/state'
import StarterKit from '@tiptap/starter-kit'

/** Whether a list's entries stand apart. */
const listAttributes = () => ({ loose: { default: false, rendered: false } })

/** What can't be shown as it will look (a footnote, HTML that shows as text): its Markdown, to be changed as text. */
const Source = Node.create({
  name: 'source',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre[data-markdown]', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => [
    'pre',
    mergeAttributes(HTMLAttributes, { 'data-markdown': '', class: 'k-rich-source', dir: 'auto' }),
    0,
  ],
})

export const alignments = ['left', 'center', 'right'] as const
export type Alignment = (typeof alignments)[number]
const alignmentOf = (value: unknown): Alignment | null => alignments.find(each => each === value) ?? null

/** A cell of Markdown takes up one place, and stands as its column does. */
const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: () => 1, rendered: false },
  rowspan: { default: 1, parseHTML: () => 1, rendered: false },
  colwidth: { default: null, parseHTML: () => null, rendered: false },
  align: {
    default: null,
    parseHTML: (cell: HTMLElement) => alignmentOf(cell.style.textAlign || cell.getAttribute('align')),
    renderHTML: ({ align }: { align?: unknown }) => (alignmentOf(align) ? { 'data-align': align } : {}),
  },
})

/** Whatever was pasted or put first: a table’s first row is its head, and no other, and columns stand as their heads do. */
const oneHead = new Plugin({
  appendTransaction(changes, _, { doc, schema, tr }) {
    if (!changes.some(change => change.docChanged)) return null
    doc.descendants((node, at) => {
      if (node.type.name !== 'table') return !node.isTextblock
      const head = node.firstChild
      node.forEach((row, rowAt, rowIndex) => {
        const type = schema.nodes[rowIndex === 0 ? 'tableHeader' : 'tableCell']
        row.forEach((cell, cellAt, column) => {
          const align = rowIndex === 0 ? cell.attrs.align : (head?.maybeChild(column)?.attrs.align ?? null)
          if (type && (cell.type !== type || cell.attrs.align !== align))
            tr.setNodeMarkup(at + rowAt + cellAt + 2, type, { ...cell.attrs, align })
        })
      })
      return false
    })
    return tr.docChanged ? tr : null
  },
})

const linkSchemes = ['http', 'https', 'mailto', 'xmpp', 'irc', 'ircs']

/** The address as Markdown of ours lets it lead somewhere: one of these schemes, or none. */
export const isLeading = (address: string): boolean => {
  const [, scheme] = /^([^/?#]*?):/.exec(address.trim()) ?? []
  return address.trim() !== '' && (scheme === undefined || linkSchemes.includes(scheme.toLowerCase()))
}

/** What our Markdown can say, and nothing else: whatever is pasted is cut down to it. `tick`: the name of an entry’s box. */
export const richExtensions = (tick: (words: string) => string): Extensions => [
  StarterKit.configure({
    code: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    underline: false,
    trailingNode: false,
    heading: { levels: [1, 2, 3, 4, 5, 6] },
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      isAllowedUri: address => isLeading(address),
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  BulletList.extend({ addAttributes: listAttributes }),
  OrderedList.extend({
    addAttributes() {
      return { ...this.parent?.(), ...listAttributes() }
    },
  }),
  ListItem,
  // Markdown has bold code, and links that are code.
  Code.extend({ excludes: '' }),
  TaskList.extend({ addAttributes: listAttributes }),
  TaskItem.configure({ nested: true, a11y: { checkboxLabel: node => tick(node.firstChild?.textContent ?? '') } }),
  Image.extend({
    // Nothing is fetched from elsewhere for what somebody pasted, and no picture hides in the text.
    parseHTML: () => [{ tag: 'img[src^="http"], img[src^="/"]' }],
  }).configure({ inline: true }),
  Table.configure({ View: null }).extend({ renderHTML: () => ['table', ['tbody', 0]] }),
  TableRow.extend({ addProseMirrorPlugins: () => [oneHead] }),
  TableCell.extend({ content: 'paragraph', addAttributes: cellAttributes }),
  TableHeader.extend({ content: 'paragraph', addAttributes: cellAttributes }),
  Source,
]

export const richSchema = getSchema(richExtensions(words => words))
