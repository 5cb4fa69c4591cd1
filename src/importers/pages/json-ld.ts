import { decodeHTML } from 'entities'
import { parseFeedDate } from '../feeds/dates.ts'
import type { FeedEntry } from '../feeds/document.ts'
import { plainLine, plainText, safeHtml, unique, uniqueAuthors } from '../feeds/values.ts'
import { escapeText } from '../html/sanitise.ts'
import { attribute, elementsOf, type HtmlParent } from '../html/tree.ts'
import { digestOf } from '../text/digest.ts'
import { isJsonObject, type JsonObject, jsonList, jsonText, readJson } from '../text/json.ts'
import { resolveWebUrl } from '../text/urls.ts'
import type { PagePerson } from './document.ts'
import { uniqueMails } from './h-card.ts'
import { readMarkedItems } from './microdata.ts'

const maxNodes = 20_000

export type Graph = { nodes: readonly JsonObject[]; byId: ReadonlyMap<string, JsonObject> }

/** All nodes of all JSON-LD scripts of a page and the people and posts in its microdata and RDFa, nested ones too, with what `@id` references point at. */
export function readJsonLd(page: HtmlParent): Graph {
  const nodes: JsonObject[] = []
  const byId = new Map<string, JsonObject>()
  const queue: unknown[] = readMarkedItems(page)
  for (const element of elementsOf(page)) {
    if (element.tagName !== 'script' || !/^\s*application\/ld\+json/i.test(attribute(element, 'type') ?? '')) continue
    const text = element.childNodes.map(node => ('value' in node ? node.value : '')).join('')
    queue.push(
      readLoose(
        text
          .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|(?:\/\/\s*)?<!\[CDATA\[)/, '')
          .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>)\s*$/, ''),
      ),
    )
  }
  for (let at = 0; at < queue.length && nodes.length < maxNodes; at++) {
    const value = queue[at]
    if (Array.isArray(value)) for (const item of value) queue.push(item)
    else if (isJsonObject(value)) {
      const node = withPlainNames(value)
      const id = jsonText(value['@id'])
      // A bare reference ({"@id": …}) must not hide the node that it points at.
      const isReference = id !== null && Object.keys(value).length === 1
      if (!isReference) {
        nodes.push(node)
        const known = id === null ? undefined : byId.get(id)
        if (id !== null) byId.set(id, known ? { ...node, ...known } : node)
        for (const child of Object.values(node)) if (typeof child === 'object' && child !== null) queue.push(child)
      }
    }
  }
  return { nodes, byId }
}

/** JSON as pages have it: with a comment before it, a semicolon after it, or several objects one after the other. */
function readLoose(text: string): unknown {
  const json = readJson(text)
  if (json !== undefined) return json
  if (/^\s*[[{]\s*&quot;/.test(text)) return readJson(decodeHTML(text))
  const bare = text.replace(/^\s*\/\*[^*]{0,2000}\*\/|;\s*$/g, '').trim()
  return readJson(bare) ?? readJson(`[${bare.replace(/\}\s{0,200}(?=\{)/g, '},')}]`)
}

const ownName = /^(?:https?:\/\/schema\.org\/|schema:)/i

/** `schema:name` and `https://schema.org/name` are `name`; at any depth, so that what is nested reads the same. */
function withPlainNames(node: JsonObject): JsonObject {
  if (!Object.keys(node).some(key => ownName.test(key))) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key.replace(ownName, ''), value]))
}

const typesOf = (node: JsonObject): string[] =>
  jsonList(node['@type'] ?? node.type).map(type => (jsonText(type) ?? '').replace(ownName, ''))
const isPerson = (node: JsonObject): boolean => typesOf(node).includes('Person')
const postTypes = new Set([
  'BlogPosting',
  'Article',
  'NewsArticle',
  'TechArticle',
  'SocialMediaPosting',
  'LiveBlogPosting',
  'ScholarlyArticle',
  'Report',
  'DiscussionForumPosting',
])

/** The property's values, also where a list or set is spelt out. */
const valuesAt = (node: JsonObject, name: string): readonly unknown[] =>
  jsonList(node[name]).flatMap(value =>
    isJsonObject(value) ? jsonList(value['@list'] ?? value['@set'] ?? value) : [value],
  )

/** The property's nodes, with references followed. */
function nodesAt(graph: Graph, node: JsonObject, name: string): JsonObject[] {
  return valuesAt(node, name)
    .filter(isJsonObject)
    .map(value => graph.byId.get(jsonText(value['@id']) ?? '') ?? withPlainNames(value))
    .flatMap(value => {
      // A role stands between two things and holds the second under the same name.
      const isBetween = typesOf(value).some(type => type.endsWith('Role')) && value[name] !== undefined
      return isBetween
        ? jsonList(value[name]).map(inner => (isJsonObject(inner) ? withPlainNames(inner) : { name: inner }))
        : [value]
    })
}

/** `{"en": "…", "de": "…"}`: the first. */
function firstOfLanguages(value: JsonObject): string | null {
  const entries = Object.entries(value)
  return entries.length > 0 &&
    entries.every(([key, text]) => /^[a-z]{2,3}(?:-\w+)*$/i.test(key) && typeof text === 'string')
    ? jsonText(entries[0]?.[1])
    : null
}

/** The property as text, or the name of the thing it is. */
function textAt(graph: Graph, node: JsonObject, name: string): string | null {
  for (const value of valuesAt(node, name)) {
    const text =
      jsonText(value) ?? (isJsonObject(value) ? (jsonText(value['@value']) ?? firstOfLanguages(value)) : null)
    if (text !== null) return plainLine(text)
  }
  return (
    nodesAt(graph, node, name)
      .map(value => plainLine(jsonText(value.name)))
      .find(text => text !== null) ?? null
  )
}

/** An `@id` that is an address; `#i` and the like only name a node. */
function addressIn(node: JsonObject | undefined): string | null {
  const id = jsonText(node?.['@id'])
  return id?.includes('#') ? null : id
}

function urlsAt(graph: Graph, node: JsonObject, name: string, base: string | undefined): string[] {
  const found = valuesAt(node, name).map(value => {
    const target = isJsonObject(value) ? (graph.byId.get(jsonText(value['@id']) ?? '') ?? value) : undefined
    return resolveWebUrl(
      jsonText(value) ?? jsonText(target?.url) ?? jsonText(target?.contentUrl) ?? addressIn(target),
      base,
    )
  })
  return unique(found)
}

const urlAt = (graph: Graph, node: JsonObject, name: string, base: string | undefined): string | null =>
  urlsAt(graph, node, name, base)[0] ?? null

function placeOf(graph: Graph, node: JsonObject): string | null {
  for (const name of ['address', 'homeLocation', 'workLocation']) {
    const text = jsonText(node[name])
    if (text !== null) return text
    for (const place of nodesAt(graph, node, name)) {
      const address = nodesAt(graph, place, 'address')[0] ?? place
      const parts = ['addressLocality', 'addressRegion', 'addressCountry']
        .map(part => textAt(graph, address, part))
        .filter(part => part !== null)
      const found = parts.join(', ') || jsonText(place.address) || textAt(graph, place, 'name')
      if (found) return found
    }
  }
  return null
}

function personOfNode(graph: Graph, node: JsonObject, base: string | undefined, employer: string | null): PagePerson {
  const name =
    textAt(graph, node, 'name') ??
    (['givenName', 'additionalName', 'familyName']
      .map(part => textAt(graph, node, part))
      .filter(Boolean)
      .join(' ') ||
      textAt(graph, node, 'alternateName'))
  const others = [...urlsAt(graph, node, 'url', base), ...urlsAt(graph, node, 'sameAs', base)]
  const contacts = [node, ...nodesAt(graph, node, 'contactPoint')]
  const emails = contacts.flatMap(contact => jsonList(contact.email)).flatMap(value => jsonText(value) ?? [])
  const id = jsonText(node['@id'])
  const url =
    urlAt(graph, node, 'url', base) ?? (id !== null && !id.includes('#') ? resolveWebUrl(id, undefined) : null)
  return {
    name,
    url,
    photo: urlAt(graph, node, 'image', base),
    org: textAt(graph, node, 'worksFor') ?? employer ?? textAt(graph, node, 'affiliation'),
    title: textAt(graph, node, 'jobTitle') ?? textAt(graph, node, 'hasOccupation'),
    emails: uniqueMails(emails),
    phones: unique(contacts.flatMap(contact => jsonList(contact.telephone)).map(jsonText)),
    place: placeOf(graph, node),
    urls: unique(others).filter(other => other !== url),
    note: textAt(graph, node, 'description') ?? textAt(graph, node, 'disambiguatingDescription'),
    sources: ['json-ld'],
  }
}

/** Persons, whom the page is about (`mainEntity`) before authors before others. */
export function personsOfGraph(graph: Graph, base: string | undefined): PagePerson[] {
  const main = graph.nodes.flatMap(node => [
    ...nodesAt(graph, node, 'mainEntity'),
    ...(typesOf(node).includes('ProfilePage') ? nodesAt(graph, node, 'about') : []),
  ])
  const authors = graph.nodes.flatMap(node => nodesAt(graph, node, 'author'))
  const employers = new Map(
    graph.nodes.flatMap(node =>
      [...nodesAt(graph, node, 'employee'), ...nodesAt(graph, node, 'employees')].map(
        employee => [employee, textAt(graph, node, 'name')] as const,
      ),
    ),
  )
  const ordered = [...new Set([...main, ...authors, ...graph.nodes])].filter(isPerson)
  return ordered
    .map(node => personOfNode(graph, node, base, employers.get(node) ?? null))
    .filter(person => person.name !== null || person.url !== null)
}

export function entriesOfGraph(graph: Graph, base: string | undefined): FeedEntry[] {
  return graph.nodes
    .filter(
      node =>
        typesOf(node).some(type => postTypes.has(type)) &&
        (node.headline !== undefined || node.name !== undefined || node.articleBody !== undefined),
    )
    .map(node => {
      const link = urlAt(graph, node, 'url', base) ?? urlAt(graph, node, 'mainEntityOfPage', base)
      const title = textAt(graph, node, 'headline') ?? textAt(graph, node, 'name')
      const body = jsonText(node.articleBody) ?? jsonText(node.text)
      const publishedAt = parseFeedDate(jsonText(node.datePublished)) ?? parseFeedDate(jsonText(node.dateCreated))
      const authors = uniqueAuthors([
        ...nodesAt(graph, node, 'author').map(author => ({
          name: textAt(graph, author, 'name'),
          url: urlAt(graph, author, 'url', base),
          email: null,
        })),
        ...jsonList(node.author).map(author =>
          typeof author === 'string' ? { name: plainLine(author), url: null, email: null } : null,
        ),
      ])
      const keywords = jsonList(node.keywords).flatMap(value =>
        (jsonText(value) ?? '').split(',').map(word => word.trim() || null),
      )
      return {
        id: jsonText(node['@id']) ?? link ?? digestOf(title ?? '', publishedAt ?? '', body ?? ''),
        title,
        link,
        authors,
        publishedAt,
        updatedAt: parseFeedDate(jsonText(node.dateModified)),
        summary: plainText(jsonText(node.description) ?? jsonText(node.abstract)),
        contentHtml: body === null ? null : (safeHtml(body, link ?? base) ?? escapeText(body)),
        categories: unique([...keywords, ...jsonList(node.articleSection).map(jsonText)]),
        enclosures: [],
      }
    })
}
