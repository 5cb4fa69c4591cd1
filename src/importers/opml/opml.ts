import { type Importer, type ImportRecord, UnreadableFile } from '../contract.ts'
import { decodeMarkup } from '../feeds/parse-feed.ts'
import { readWhole } from '../json/file.ts'
import { filled, personNamed, rejected } from '../people.ts'
import { emptyProfile } from '../profiles.ts'
import { decodeText } from '../text/decode.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { mustUnderstand } from '../understood.ts'
import { attributeOf, isXmlElement, keyOf } from '../xml/query.ts'
import { parseXml, type XmlElement } from '../xml/tree.ts'

const isOpml = (text: string): boolean => /<opml[\s>]/i.test(text.slice(0, 20_000))

/** Every outline in document order, with the names of those above it. */
function* outlinesIn(root: XmlElement): Generator<{ outline: XmlElement; above: readonly string[] }> {
  const stack: { element: XmlElement; above: readonly string[] }[] = [{ element: root, above: [] }]
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { element, above } = at
    const isOutline = keyOf(element) === 'outline'
    if (isOutline) yield { outline: element, above }
    const name = isOutline ? (attributeOf(element, 'text') ?? attributeOf(element, 'title')) : undefined
    const below = name ? [...above, name] : above
    for (const child of element.children.filter(isXmlElement).reverse()) stack.push({ element: child, above: below })
  }
}

/** Folders as tags; a folder named like the blog is only a wrapper around it. */
const tagsOf = (outline: XmlElement, above: readonly string[], name: string): string[] => [
  ...new Set(
    [...above.filter(folder => folder !== name), ...(attributeOf(outline, 'category') ?? '').split(',')]
      .map(tag => tag.split('/').at(-1)?.trim() ?? '')
      .filter(tag => tag !== ''),
  ),
]

function* readOutline(
  outline: XmlElement,
  above: readonly string[],
  file: string,
  row: number,
): Generator<ImportRecord> {
  const written = attributeOf(outline, 'xmlurl') ?? ''
  const url = resolveWebUrl(written, undefined)
  const title = (attributeOf(outline, 'title') ?? attributeOf(outline, 'text') ?? '').trim()
  if (url === null) {
    yield rejected(file, row, 'The address of this feed is no web address.', `${title} ${written}`)
    return
  }
  const site = resolveWebUrl(attributeOf(outline, 'htmlurl'), undefined) ?? url
  const name = title || new URL(site).hostname
  const key = `blog:${site}`
  yield {
    kind: 'person',
    file,
    row,
    key,
    person: {
      ...personNamed(name, [
        {
          tool: 'blog',
          url: site,
          displayName: name,
          ...filled('headline', attributeOf(outline, 'description')),
          ...emptyProfile,
        },
      ]),
      tags: tagsOf(outline, above, name),
    },
  }
  yield {
    kind: 'feed',
    file,
    row,
    key: `feed:${url}`,
    url,
    ...filled('title', title),
    siteUrl: site,
    author: { name, url: site, key },
  }
}

/** A list of followed blogs out of any feed reader: each blog is a person to follow. */
export const opmlImporter: Importer = {
  format: 'opml',
  label: 'Followed blogs (OPML)',
  async recognise(head) {
    const { text } = decodeText(head)
    return /^\s*<[?!]?\w/.test(text) && isOpml(text)
      ? { match: 'yes', format: 'opml', label: 'Followed blogs (OPML)' }
      : { match: 'no' }
  },
  read: source =>
    mustUnderstand(
      (async function* (): AsyncGenerator<ImportRecord> {
        const text = decodeMarkup(await readWhole(source, 24), undefined)
        if (!isOpml(text))
          throw new UnreadableFile('not-recognised', 'This file is no list of feeds: it holds no OPML.')
        let row = 0
        for (const { outline, above } of outlinesIn(parseXml(text))) {
          if (attributeOf(outline, 'xmlurl') === undefined) continue
          row++
          yield* readOutline(outline, above, source.name, row)
        }
      })(),
      'Export the list of feeds from your reader again.',
    ),
}
