import { type Extensions, getSchema, mergeAttributes, Node } from '@tiptap/core'
import { Code } from '@tiptap/extension-code'
import { Image } from '@tiptap/extension-image'
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'
import StarterKit from '@tiptap/starter-kit'

/** Whether a list's entries stand apart. */
const listAttributes = () => ({ loose: { default: false, rendered: false } })

/** What can't be shown as it will look (a table, a footnote, HTML that shows as text): its Markdown, to be changed as text. */
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
  Source,
]

export const richSchema = getSchema(richExtensions(words => words))
