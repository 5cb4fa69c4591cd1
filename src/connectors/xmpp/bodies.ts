import type { RemoteFile } from '../contract.ts'
import { ns } from './namespaces.ts'
import { attribute, type Element } from './xml.ts'

/** The text without the part that stands in for what another element says (XEP-0428); positions count code points. */
export function withoutFallback(message: Element, text: string, namespace: string): string {
  const fallback = message.getChildren('fallback', ns.fallback).find(each => attribute(each, 'for') === namespace)
  const range = fallback?.getChild('body')
  if (!range) return text
  const points = [...text]
  const start = Number(attribute(range, 'start') ?? 0)
  const end = Number(attribute(range, 'end') ?? points.length)
  if (!(start >= 0 && end >= start && end <= points.length)) return text
  return [...points.slice(0, start), ...points.slice(end)].join('')
}

/** Files named beside the text: XEP-0447 with what is known of them, or a bare address (XEP-0066). */
export function filesOf(message: Element): RemoteFile[] {
  const shared = message.getChildren('file-sharing', ns.files).flatMap(sharing => {
    const file = sharing.getChild('file', ns.fileData)
    const source = sharing.getChild('sources')?.getChild('url-data', ns.urlData)
    const url = webAddress(attribute(source, 'target'))
    if (!url) return []
    const size = file?.getChildText('size')
    const mimeType = file?.getChildText('media-type')
    return [
      {
        url,
        name: file?.getChildText('name')?.trim().slice(0, 200) || nameIn(url),
        ...(mimeType ? { mimeType } : {}),
        ...(size && /^\d{1,15}$/.test(size) ? { bytes: Number(size) } : {}),
      },
    ]
  })
  if (shared.length > 0) return shared
  const url = webAddress(message.getChild('x', ns.oob)?.getChildText('url') ?? undefined)
  return url ? [{ url, name: nameIn(url) }] : []
}

function webAddress(text: string | undefined): string | undefined {
  const url = text?.trim()
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined
}

function nameIn(url: string): string {
  const last = new URL(url).pathname.split('/').findLast(part => part !== '') ?? ''
  try {
    return decodeURIComponent(last).slice(0, 200) || new URL(url).host
  } catch {
    return last
  }
}
