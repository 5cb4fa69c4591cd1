import { textOf } from '../html/text.ts'
import { attribute, elementsOf, type HtmlElement, type HtmlParent } from '../html/tree.ts'
import type { JsonObject } from '../text/json.ts'

const sourceOf: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  audio: 'src',
  video: 'src',
  source: 'src',
  time: 'datetime',
  data: 'value',
}

/** Microdata says `itemscope`, RDFa says `typeof`. */
const isItem = (element: HtmlElement) =>
  attribute(element, 'itemscope') !== undefined || attribute(element, 'typeof') !== undefined

const typesOf = (element: HtmlElement): string[] =>
  (attribute(element, 'itemtype') ?? attribute(element, 'typeof') ?? '').split(/\s+/).filter(each => each !== '')

const namesOf = (element: HtmlElement): string[] =>
  (attribute(element, 'itemprop') ?? attribute(element, 'property') ?? '').split(/\s+/).filter(each => each !== '')

const saidBy = (element: HtmlElement): string =>
  (attribute(element, 'content') ?? attribute(element, sourceOf[element.tagName] ?? '') ?? textOf(element)).trim()

/** Many items may refer to one large part, so only so many of its elements are read for each. */
const maxReferred = 500

/** An item with what hangs on it, in the shape of JSON-LD; `byId` finds the parts that `itemref` names, which stand elsewhere. */
function readItem(item: HtmlElement, byId: ReadonlyMap<string, HtmlElement>): JsonObject {
  const found = new Map<string, unknown[]>()
  const read = (element: HtmlElement) => {
    const names = namesOf(element)
    if (names.length === 0) return
    const value = isItem(element) ? readItem(element, new Map()) : saidBy(element)
    for (const name of names) {
      const values = found.get(name)
      if (values) values.push(value)
      else found.set(name, [value])
    }
  }
  for (const element of elementsOf(item, each => !isItem(each))) read(element)
  let left = maxReferred
  for (const id of new Set((attribute(item, 'itemref') ?? '').split(/\s+/))) {
    const part = byId.get(id)
    if (!part) continue
    read(part)
    if (isItem(part)) continue
    for (const element of elementsOf(part, each => !isItem(each))) {
      if (--left < 0) break
      read(element)
    }
  }
  const id = attribute(item, 'itemid')
  return {
    '@type': typesOf(item),
    ...(id && { '@id': id }),
    ...Object.fromEntries([...found].map(([name, values]) => [name, values.length === 1 ? values[0] : values])),
  }
}

const kinds =
  /^(?:https?:\/\/schema\.org\/|schema:)?(?:Person|(?:Blog|SocialMedia|DiscussionForum)Posting|(?:News|Tech|Scholarly)?Article)$/

/** People and posts that a page marks up by microdata or RDFa with the words of schema.org. */
export function readMarkedItems(page: HtmlParent): JsonObject[] {
  const elements = [...elementsOf(page)]
  const items = elements
    .filter(element => isItem(element) && typesOf(element).some(type => kinds.test(type)))
    .slice(0, 200)
  if (items.length === 0) return []
  const byId = new Map(elements.flatMap(element => [[attribute(element, 'id') ?? '', element] as const]))
  return items.map(item => readItem(item, byId))
}
