import type { HttpClient } from '#platform/http.ts'
import type { OutgoingFile, SendOutcome } from '../contract.ts'
import { ns } from './namespaces.ts'
import type { XmppStream } from './stream/stream.ts'
import { attribute, type Element, xml } from './xml.ts'

export type UploadService = { jid: string; maxBytes: number }
export type Uploaded = { ok: true; url: string; bytes: number } | { ok: false; outcome: SendOutcome }

const unlimited = 100_000_000
const uploadMs = 120_000
/** The only ones that a slot may ask for (XEP-0363 §4). */
const allowedHeaders = new Set(['authorization', 'cookie', 'expires'])

/** Where the server takes files (XEP-0363); undefined when it takes none. */
export async function findUpload(stream: XmppStream, domain: string): Promise<UploadService | undefined> {
  const listed = await stream.iq('get', domain, xml('query', { xmlns: ns.items }))
  const items = listed.ok ? (listed.iq.getChild('query', ns.items)?.getChildren('item') ?? []) : []
  for (const jid of [domain, ...items.flatMap(item => attribute(item, 'jid') ?? [])].slice(0, 20)) {
    const about = await stream.iq('get', jid, xml('query', { xmlns: ns.disco }))
    const query = about.ok ? about.iq.getChild('query', ns.disco) : undefined
    if ((query?.getChildrenByAttr('var', ns.upload).length ?? 0) === 0) continue
    return { jid, maxBytes: sizeLimit(query) }
  }
  return undefined
}

function sizeLimit(query: Element | undefined): number {
  const forms = query?.getChildren('x', ns.form) ?? []
  const field = forms.flatMap(form => form.getChildrenByAttr('var', 'max-file-size'))[0]
  const bytes = Number(field?.getChildText('value'))
  return Number.isInteger(bytes) && bytes > 0 ? bytes : unlimited
}

/** Asks for a slot and puts the file there. `http` lets through only the server's own address beside public ones. */
export async function upload(
  stream: XmppStream,
  service: UploadService | undefined,
  file: OutgoingFile,
  http: HttpClient,
): Promise<Uploaded> {
  const refused = (code: string, text: string): Uploaded => ({ ok: false, outcome: { kind: 'refused', code, text } })
  if (!service) return refused('no-upload', 'Your XMPP server takes no files. Send a link instead.')
  const bytes = await file.bytes()
  if (bytes.byteLength > service.maxBytes)
    return refused(
      'file-too-large',
      `${file.name} has ${bytes.byteLength} bytes; your XMPP server takes ${service.maxBytes} at most.`,
    )
  const wanted = {
    xmlns: ns.upload,
    filename: file.name.replaceAll(/[/\\]/g, '_') || 'file',
    size: String(bytes.byteLength),
    'content-type': file.mimeType,
  }
  const answer = await stream.iq('get', service.jid, xml('request', wanted))
  if (!answer.ok) {
    const wait =
      answer.condition === 'resource-constraint' || answer.condition === 'closed' || answer.condition === 'timeout'
    const text = answer.text || `Your XMPP server refused the file (${answer.condition}).`
    return wait
      ? { ok: false, outcome: { kind: 'later', retryAfterMs: 60_000, code: answer.condition, text } }
      : refused(answer.condition, text)
  }
  const slot = answer.iq.getChild('slot', ns.upload)
  const put = slot?.getChild('put')
  const [to, url] = [attribute(put, 'url'), attribute(slot?.getChild('get'), 'url')]
  if (!to || !url) return refused('no-slot', 'Your XMPP server gave no place for the file.')
  const headers = (put?.getChildren('header') ?? []).flatMap(header => {
    const name = attribute(header, 'name')?.toLowerCase() ?? ''
    return allowedHeaders.has(name) ? [[name, header.getText().replaceAll(/[\r\n]/g, '')] as const] : []
  })
  try {
    const done = await http.fetch(to, {
      method: 'PUT',
      body: bytes,
      headers: { ...Object.fromEntries(headers), 'content-type': file.mimeType },
      timeoutMs: uploadMs,
      maxRedirects: 0,
    })
    if (done.status >= 200 && done.status < 300) return { ok: true, url, bytes: bytes.byteLength }
    return refused('upload-failed', `Your XMPP server did not take the file (HTTP ${done.status}).`)
  } catch (error) {
    const text = error instanceof Error ? error.message : 'The file could not be handed over.'
    return { ok: false, outcome: { kind: 'later', retryAfterMs: 30_000, code: 'upload-failed', text } }
  }
}
