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

const isItem = (element: HtmlElement) => attribute(element, 'itemscope') !== undefined

const saidBy = (element: HtmlElement): string =>
  (attribute(element, 'content') ?? attribute(element, sourceOf[element.tagName] ?? '') ?? textOf(element)).trim()

/** An item with what hangs on it, in the shape of JSON-LD. */
function readItem(item: HtmlElement): JsonObject {
  const found = new Map<string, unknown[]>()
  for (const element of elementsOf(item, each => !isItem(each))) {
    const value = isItem(element) ? readItem(element) : saidBy(element)
    for (const name of (attribute(element, 'itemprop') ?? '').split(/\s+/).filter(each => each !== ''))
      found.set(name, [...(found.get(name) ?? []), value])
  }
  const id = attribute(item, 'itemid')
  return {
    '@type': (attribute(item, 'itemtype') ?? '').split(/\s+/),
    ...(id && { '@id': id }),
    ...Object.fromEntries([...found].map(([name, values]) => [name, values.length === 1 ? values[0] : values])),
  }
}

/** People in a page's microdata. */
export const readMicrodataPersons = (page: HtmlParent): JsonObject[] =>
  [...elementsOf(page)]
    .filter(element => isItem(element) && /schema\.org\/Person\b/.test(attribute(element, 'itemtype') ?? ''))
    .slice(0, 200)
    .map(readItem)
