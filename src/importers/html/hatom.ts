import { attribute, elementsOf, type HtmlElement, type HtmlParent } from './tree.ts'

/** hAtom's classes and what microformats 2 calls them: the reader of microformats knows hAtom without `published`. */
const modern: Readonly<Record<string, string>> = {
  author: 'p-author',
  'entry-title': 'p-name',
  'entry-summary': 'p-summary',
  'entry-content': 'e-content',
  published: 'dt-published',
  updated: 'dt-updated',
}

const roots = /^(?:h-[a-z].*|vcard|vevent|hreview|hproduct|hrecipe|hresume|hentry|adr|geo)$/

const classesOf = (element: HtmlElement): string[] => (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean)

function addClasses(element: HtmlElement, classes: readonly string[]): void {
  const known = element.attrs.find(({ name }) => name === 'class')
  if (classes.length === 0) return
  if (known) known.value = [...classesOf(element), ...classes].join(' ')
  else element.attrs.push({ name: 'class', value: classes.join(' ') })
}

const isRoot = (element: HtmlElement): boolean => classesOf(element).some(name => roots.test(name))

function moderniseEntry(entry: HtmlElement): void {
  addClasses(entry, ['h-entry'])
  for (const element of elementsOf(entry, each => !isRoot(each))) {
    const relations = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/)
    addClasses(element, [
      ...classesOf(element).flatMap(name => modern[name] ?? []),
      ...(relations.includes('bookmark') ? ['u-url'] : []),
      ...(relations.includes('tag') ? ['p-category'] : []),
    ])
  }
}

/** Marks hAtom entries as h-entry, and names a card's organisation by its `organization-name` alone where it has parts. */
export function modernise(page: HtmlParent): void {
  for (const element of elementsOf(page)) {
    const classes = classesOf(element)
    if (classes.includes('hentry') && !classes.some(name => /^h-[a-z]/.test(name))) moderniseEntry(element)
    if (!classes.includes('org')) continue
    const inside = [...elementsOf(element, each => !classesOf(each).includes('org'))]
    const part = inside.find(each => classesOf(each).includes('organization-name'))
    const own = element.attrs.find(({ name }) => name === 'class')
    if (!part || !own) continue
    addClasses(part, ['org'])
    own.value = classes.filter(name => name !== 'org').join(' ')
  }
}
