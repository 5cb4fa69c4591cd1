import { attribute, elementsOf, type HtmlElement, type HtmlParent } from './tree.ts'

/** The reader of microformats follows what a card includes wherever that leads, so only a few small parts are left to it. */
const limits = { includes: 200, elements: 500 }

const isInclude = (element: HtmlElement): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes('include') &&
  (element.tagName === 'object' || element.tagName === 'a')

/** The ids of the parts an element takes in from elsewhere on the page: `itemref`, a table cell's `headers`, class `include`. */
function referencesOf(element: HtmlElement): string[] {
  const listed = attribute(element, 'itemref') ?? (element.tagName === 'td' ? attribute(element, 'headers') : undefined)
  if (listed !== undefined) return listed.split(/\s+/).filter(Boolean)
  if (!isInclude(element)) return []
  const address = attribute(element, element.tagName === 'object' ? 'data' : 'href')
  return address?.startsWith('#') ? [address.slice(1)] : []
}

function forget(element: HtmlElement): void {
  element.attrs = element.attrs.filter(({ name }) => name !== 'itemref' && name !== 'headers')
  if (isInclude(element)) element.attrs = element.attrs.filter(({ name }) => name !== 'class')
}

function isWithin(element: HtmlElement, outer: HtmlElement): boolean {
  for (let at: HtmlParent | null = element; at !== null; at = 'parentNode' in at ? at.parentNode : null)
    if (at === outer) return true
  return false
}

/** Leaves only includes that end: of small parts that stand elsewhere and include nothing themselves. */
export function tameIncludes(page: HtmlParent): void {
  const byId = new Map<string, HtmlElement>()
  const including: HtmlElement[] = []
  for (const element of elementsOf(page)) {
    const id = attribute(element, 'id')
    if (id !== undefined && !byId.has(id)) byId.set(id, element)
    if (referencesOf(element).length > 0) including.push(element)
  }
  const isSmall = (part: HtmlElement): boolean => {
    let elements = 0
    for (const inner of elementsOf(part))
      if (++elements > limits.elements || referencesOf(inner).length > 0) return false
    return referencesOf(part).length === 0
  }
  const known = new Map<HtmlElement, boolean>()
  for (const [at, element] of including.entries()) {
    const parts = referencesOf(element).map(id => byId.get(id))
    const isFine = parts.every(part => {
      if (part === undefined) return true
      const small = known.get(part) ?? isSmall(part)
      known.set(part, small)
      return small && !isWithin(element, part)
    })
    if (at >= limits.includes || parts.length > 20 || !isFine) forget(element)
  }
}
