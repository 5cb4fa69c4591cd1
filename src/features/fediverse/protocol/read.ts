import type * as vocab from '@fedify/vocab'
import type { RemoteFile } from '#connectors/contract.ts'
import type { Known } from '../store/people.ts'
import { type Http, loadersFor, NotThere, type Signer } from './remote.ts'

/** What somebody on another server did, as it concerns us. `uri`s are ids of objects. */
export type Heard =
  | { kind: 'follow'; activity: unknown; object: string }
  | { kind: 'unfollow'; object: string }
  | { kind: 'block' | 'unblock'; object: string }
  | { kind: 'like' | 'boost'; object: string; undone: boolean; at: Date }
  | { kind: 'said' | 'changed'; post: SaidPost }
  | { kind: 'gone'; object: string }
  | { kind: 'renamed' }
  | { kind: 'nothing' }

export type SaidPost = {
  uri: string
  url: string
  html: string
  warning: string
  replyTo: string | undefined
  isPublic: boolean
  /** Whom it names: readers and mentions. */
  names: readonly string[]
  files: readonly RemoteFile[]
  at: Date
}

export type Read = { actor: string; heard: Heard }

/** Undefined: signed by nobody we could ask, or not as the activity says. */
export async function verify(
  http: Http,
  signer: Signer,
  request: Request,
  json: unknown,
): Promise<'proven' | 'unproven'> {
  const { verifyRequest, doesActorOwnKey } = await import('@fedify/fedify/sig')
  const { Activity } = await import('@fedify/vocab')
  const loaders = await loadersFor(http, signer)
  const key = await verifyRequest(request, { ...loaders, keyCache: keys })
  if (!key) return 'unproven'
  const activity = await Activity.fromJsonLd(json, loaders)
  return (await doesActorOwnKey(activity, key, loaders)) ? 'proven' : 'unproven'
}

type Key = vocab.CryptographicKey | vocab.Multikey
/** Of this process. A key that does not fit is fetched anew by Fedify, so an old one does no harm. */
const known = new Map<string, Key>()
const keys = {
  get: async (id: URL): Promise<Key | null | undefined> => known.get(id.href),
  set: async (id: URL, key: Key | null): Promise<void> => {
    if (known.size > 2_000) known.clear()
    if (key) known.set(id.href, key)
    else known.delete(id.href)
  },
}

export async function readActivity(http: Http, signer: Signer, json: unknown): Promise<Read> {
  const vocabulary = await import('@fedify/vocab')
  const { Activity, Announce, Block, Create, Delete, Follow, Like, Undo, Update } = vocabulary
  const loaders = await loadersFor(http, signer)
  const activity = await Activity.fromJsonLd(json, loaders)
  const actor = activity.actorId?.href
  if (!actor) return { actor: '', heard: { kind: 'nothing' } }
  const object = activity.objectId?.href ?? ''
  const at = dateOf(activity.published)
  const heard = async (): Promise<Heard> => {
    if (activity instanceof Follow) return { kind: 'follow', activity: json, object }
    if (activity instanceof Block) return { kind: 'block', object }
    if (activity instanceof Like) return { kind: 'like', object, undone: false, at }
    if (activity instanceof Announce) return { kind: 'boost', object, undone: false, at }
    if (activity instanceof Delete) return { kind: 'gone', object }
    if (activity instanceof Undo) {
      const undone = await activity.getObject(loaders)
      if (!(undone instanceof Activity) || undone.actorId?.href !== actor) return { kind: 'nothing' }
      const target = undone.objectId?.href ?? ''
      if (undone instanceof Follow) return { kind: 'unfollow', object: target }
      if (undone instanceof Block) return { kind: 'unblock', object: target }
      if (undone instanceof Like) return { kind: 'like', object: target, undone: true, at }
      if (undone instanceof Announce) return { kind: 'boost', object: target, undone: true, at }
      return { kind: 'nothing' }
    }
    if (activity instanceof Create || activity instanceof Update) {
      const made = await activity.getObject(loaders)
      if (made && vocabulary.isActor(made)) return made.id?.href === actor ? { kind: 'renamed' } : { kind: 'nothing' }
      const isPost = made instanceof vocabulary.Note || made instanceof vocabulary.Article
      if (!isPost || made.attributionId?.href !== actor || made.id?.host !== new URL(actor).host)
        return { kind: 'nothing' }
      const post = await readPost(vocabulary, made, loaders)
      return { kind: activity instanceof Create ? 'said' : 'changed', post }
    }
    return { kind: 'nothing' }
  }
  return { actor, heard: await heard() }
}

const dateOf = (instant: { epochMilliseconds: number } | null): Date => {
  const at = instant ? new Date(instant.epochMilliseconds) : new Date()
  // A clock that is ahead must not put its words above all others.
  return at > new Date() ? new Date() : at
}

async function readPost(
  vocabulary: typeof vocab,
  post: vocab.Note | vocab.Article,
  loaders: Awaited<ReturnType<typeof loadersFor>>,
): Promise<SaidPost> {
  const readers = [...post.toIds, ...post.ccIds].map(uri => uri.href)
  const mentions: string[] = []
  for await (const tag of post.getTags(loaders))
    if (tag instanceof vocabulary.Mention && tag.href) mentions.push(tag.href.href)
  const files: RemoteFile[] = []
  for await (const file of post.getAttachments(loaders)) {
    const url = 'url' in file && file.url instanceof URL ? file.url : undefined
    if (!url || !/^https?:$/.test(url.protocol) || files.length >= 8) continue
    const name = decodeURIComponent(url.pathname.split('/').findLast(Boolean) ?? 'file')
    const said = file.name?.toString()
    files.push({
      url: url.href,
      name,
      ...('mediaType' in file && file.mediaType ? { mimeType: file.mediaType } : {}),
      ...(said ? { description: said } : {}),
    })
  }
  return {
    uri: post.id?.href ?? '',
    url: post.url instanceof URL ? post.url.href : (post.id?.href ?? ''),
    html: post.content?.toString() ?? '',
    warning: post instanceof vocabulary.Note ? (post.summary?.toString() ?? '').trim() : '',
    replyTo: post.replyTargetId?.href,
    isPublic: readers.includes(vocabulary.PUBLIC_COLLECTION.href),
    names: [...readers, ...mentions],
    files,
    at: dateOf(post.published),
  }
}

/** Who somebody is, by their own server; their address by WebFinger, which must lead back to them. */
export async function readPerson(http: Http, signer: Signer, uri: string): Promise<Known | undefined> {
  const vocabulary = await import('@fedify/vocab')
  const loaders = await loadersFor(http, signer)
  const { document, documentUrl } = await loaders.documentLoader(uri)
  const actor = await vocabulary.Object.fromJsonLd(document, { ...loaders, baseUrl: new URL(documentUrl) })
  if (!vocabulary.isActor(actor) || actor.id?.href !== uri || !actor.inboxId) return undefined
  const name = actor.preferredUsername?.toString()
  if (!name) return undefined
  const { host, protocol } = new URL(uri)
  const finger = async (at: string, account: string) => {
    const asked = `${protocol}//${at}/.well-known/webfinger?resource=${encodeURIComponent(`acct:${account}`)}`
    const answer = await http.fetch(asked, { headers: { accept: 'application/jrd+json' }, maxBytes: 100_000 })
    if (answer.status >= 300) throw new NotThere(`${at} answered ${answer.status}`, answer.status)
    const jrd: unknown = JSON.parse(new TextDecoder().decode(answer.body))
    if (typeof jrd !== 'object' || jrd === null) return undefined
    const subject = 'subject' in jrd && typeof jrd.subject === 'string' ? jrd.subject.replace(/^acct:/i, '') : ''
    const links: unknown[] = 'links' in jrd && Array.isArray(jrd.links) ? jrd.links : []
    const leadsBack = links.some(
      link =>
        typeof link === 'object' &&
        link !== null &&
        'rel' in link &&
        link.rel === 'self' &&
        'href' in link &&
        link.href === uri,
    )
    return leadsBack ? subject.toLowerCase() : undefined
  }
  const own = `${name}@${host}`.toLowerCase()
  let account = own
  try {
    const subject = await finger(host, own)
    const other = subject?.split('@')[1]
    if (subject && other && subject !== own && (await finger(other, subject)) === subject) account = subject
  } catch {
    // Without WebFinger the server of the actor's own id names them.
  }
  const shown = actor.name?.toString().trim()
  return {
    uri,
    address: `@${account}`,
    name: (shown || name).slice(0, 120),
    url: actor.url instanceof URL ? actor.url.href : uri,
    inbox: actor.inboxId.href,
    sharedInbox: actor.endpoints?.sharedInbox?.href ?? null,
  }
}
