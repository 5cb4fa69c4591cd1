import { textOf } from '../../html/text.ts'
import { attribute, elementsOf, type HtmlElement, type HtmlParent } from '../../html/tree.ts'

/** What marks an element: a class, an id, a tag, or any attribute with (a part of) its value. */
export type Mark = { tag?: string; class?: string; id?: string; attribute?: readonly [name: string, value: string] }

function fits(element: HtmlElement, mark: Mark): boolean {
  if (mark.tag !== undefined && element.tagName !== mark.tag) return false
  if (mark.class !== undefined && !(attribute(element, 'class') ?? '').split(/\s+/).includes(mark.class)) return false
  if (mark.id !== undefined && attribute(element, 'id') !== mark.id) return false
  if (mark.attribute === undefined) return true
  const [name, value] = mark.attribute
  return attribute(element, name)?.includes(value) === true
}

export const findAll = (root: HtmlParent, mark: Mark): HtmlElement[] =>
  [...elementsOf(root)].filter(element => fits(element, mark))

export function findFirst(root: HtmlParent, ...marks: readonly Mark[]): HtmlElement | undefined {
  for (const mark of marks) for (const element of elementsOf(root)) if (fits(element, mark)) return element
  return undefined
}

/** The shown text in one line, or null. */
export function lineOf(root: HtmlParent | undefined): string | null {
  const text = root ? textOf(root).replace(/\s+/g, ' ').trim() : ''
  return text === '' ? null : text
}

export const linesOf = (root: HtmlParent | undefined): string[] => (root ? textOf(root).split('\n') : [])

export const firstLine = (root: HtmlParent, ...marks: readonly Mark[]): string | null => {
  for (const mark of marks) {
    const line = lineOf(findFirst(root, mark))
    if (line !== null) return line
  }
  return null
}

/** The elements with this mark that stand in no other such one. */
export function findOuter(root: HtmlParent, mark: Mark): HtmlElement[] {
  const found: HtmlElement[] = []
  for (const element of elementsOf(root, each => !fits(each, mark))) if (fits(element, mark)) found.push(element)
  return found
}
