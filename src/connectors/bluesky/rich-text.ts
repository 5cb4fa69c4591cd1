import type { Facet } from './shapes.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const bytesBefore = (text: string, at: number) => encoder.encode(text.slice(0, at)).length

export type Mark =
  | { kind: 'link'; byteStart: number; byteEnd: number; uri: string }
  | { kind: 'mention'; byteStart: number; byteEnd: number; handle: string }
  | { kind: 'tag'; byteStart: number; byteEnd: number; tag: string }

/** Links, names and hashtags in a text, by the offsets of their UTF-8 bytes. */
export function marksIn(text: string): Mark[] {
  const marks: Mark[] = []
  const span = (start: number, length: number) => ({
    byteStart: bytesBefore(text, start),
    byteEnd: bytesBefore(text, start + length),
  })
  for (const match of text.matchAll(/(?<=^|[\s(])https?:\/\/[^\s]+/gi)) {
    let uri = match[0].replace(/[.,;:!?'"”’]+$/, '')
    // A bracket that closes one outside the link is none of it.
    while (uri.endsWith(')') && !uri.includes('(')) uri = uri.slice(0, -1)
    if (URL.canParse(uri)) marks.push({ kind: 'link', uri, ...span(match.index, uri.length) })
  }
  for (const match of text.matchAll(/(?<=^|[\s(])@((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9])/gi))
    marks.push({ kind: 'mention', handle: (match[1] ?? '').toLowerCase(), ...span(match.index, match[0].length) })
  for (const match of text.matchAll(/(?<=^|\s)#([^\s#\p{P}]*[^\d\s#\p{P}][^\s#\p{P}]*)/gu))
    if ((match[1] ?? '').length <= 64)
      marks.push({ kind: 'tag', tag: match[1] ?? '', ...span(match.index, match[0].length) })
  return marks.toSorted((a, b) => a.byteStart - b.byteStart)
}

/** As records carry them; a name that nobody has stays plain text. */
export function facetsOf(marks: readonly Mark[], didOf: ReadonlyMap<string, string>): object[] {
  return marks.flatMap(mark => {
    const index = { byteStart: mark.byteStart, byteEnd: mark.byteEnd }
    const as = (feature: object) => [{ index, features: [feature] }]
    if (mark.kind === 'link') return as({ $type: 'app.bsky.richtext.facet#link', uri: mark.uri })
    if (mark.kind === 'tag') return as({ $type: 'app.bsky.richtext.facet#tag', tag: mark.tag })
    const did = didOf.get(mark.handle)
    return did ? as({ $type: 'app.bsky.richtext.facet#mention', did }) : []
  })
}

/** Apps shorten links in the text and keep the whole in a facet: here it stands whole. Facets that lie about the text are left out. */
export function wholeText(text: string, facets: readonly Facet[] = []): string {
  const bytes = encoder.encode(text)
  let result = ''
  let from = 0
  for (const { index, features } of facets.toSorted((a, b) => a.index.byteStart - b.index.byteStart)) {
    const uri = features.find(each => each.uri !== undefined)?.uri
    if (!uri || !/^https?:/i.test(uri)) continue
    if (index.byteStart < from || index.byteEnd <= index.byteStart || index.byteEnd > bytes.length) continue
    const shown = decoder.decode(bytes.slice(index.byteStart, index.byteEnd))
    const isAddress = /^(?:https?:\/\/)?[\w.-]+\.\w+(?:[/?#…]|\.\.\.|$)/i.test(shown)
    result += decoder.decode(bytes.slice(from, index.byteStart)) + (isAddress ? uri : `${shown} (${uri})`)
    from = index.byteEnd
  }
  return result + decoder.decode(bytes.slice(from))
}

const segmenter = new Intl.Segmenter()

export const countGraphemes = (text: string): number => [...segmenter.segment(text)].length
