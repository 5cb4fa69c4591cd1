import { isIP } from 'node:net'
import { type FetchMessageObject, type FetchQueryObject, ImapFlow, type MessageStructureObject } from 'imapflow'
import type { EmailAccount } from '../account.ts'
import { normalAddress } from '../address.ts'
import { MailFailure, mailFailure } from '../failure.ts'
import type { Folder, Role } from '../folders.ts'
import { type Fetched, wantedHeaders } from '../read/fetched.ts'
import { messageIds, readHeaders } from '../read/headers.ts'
import { layOut, type Part } from '../read/structure.ts'
import { maxPartBytes } from '../read/words.ts'
import { dialMs, imapTransport, type Reach } from './dial.ts'
import type { Servers } from './discover.ts'
import type { TokenKeeper } from './oauth.ts'

export type ImapDeps = {
  account: EmailAccount
  servers: Servers
  reach: Reach
  tokens: TokenKeeper | undefined
}

/** The server is asked this often whether it is still there while nothing happens. */
const idleMs = 4 * 60_000
const silentMs = 90_000
const whole: FetchQueryObject = {
  uid: true,
  flags: true,
  internalDate: true,
  size: true,
  envelope: true,
  bodyStructure: true,
  threadId: true,
  labels: true,
  headers: [...wantedHeaders],
}

export const isGmail = (client: ImapFlow): boolean => client.capabilities.has('X-GM-EXT-1')

/** Connects, encrypts and logs in; a token that was refused is asked for again once. */
export async function connectImap(deps: ImapDeps, signal: AbortSignal): Promise<ImapFlow> {
  const { login } = deps.account
  if (login.kind === 'password' || !deps.tokens)
    return attempt(
      deps,
      login.kind === 'password' ? { user: login.user, pass: login.password } : { user: login.user },
      signal,
    )
  const url = deps.servers.preset?.tokenUrl
  try {
    return await attempt(deps, { user: login.user, accessToken: await deps.tokens.token(url) }, signal)
  } catch (error) {
    if (!(error instanceof MailFailure) || error.code !== 'wrong-credentials' || signal.aborted) throw error
    return attempt(deps, { user: login.user, accessToken: await deps.tokens.token(url, true) }, signal)
  }
}

async function attempt(
  deps: ImapDeps,
  auth: { user: string; pass?: string; accessToken?: string },
  signal: AbortSignal,
): Promise<ImapFlow> {
  const { imap, preset } = deps.servers
  const client = new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.security === 'tls',
    doSTARTTLS: imap.security === 'starttls',
    ...(isIP(imap.host) ? {} : { servername: imap.host }),
    transport: imapTransport(deps.reach),
    auth,
    clientInfo: { name: 'Kith' },
    logger: false,
    qresync: true,
    disableBinary: true,
    autoIdleDelay: 150,
    maxIdleTime: idleMs,
    missingIdleCommand: 'NOOP',
    connectionTimeout: dialMs,
    greetingTimeout: dialMs,
    socketTimeout: silentMs,
    maxLineLength: 20_000_000,
    maxLiteralSize: 64_000_000,
    maxResponseSize: 80_000_000,
  })
  client.on('error', () => undefined)
  const abort = () => client.close()
  signal.addEventListener('abort', abort)
  try {
    if (signal.aborted) throw new MailFailure('server-closed', 'Stopped.')
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw mailFailure(error, imap.host, preset?.help)
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** Which mails there are from a UID on, oldest first. */
export async function listFrom(client: ImapFlow, uid: number): Promise<readonly { uid: number; receivedAt: Date }[]> {
  const found = await client.fetchAll(`${uid}:*`, { uid: true, internalDate: true }, { uid: true })
  return placed(found).filter(each => each.uid >= uid)
}

export async function listSince(
  client: ImapFlow,
  since: Date,
  max: number,
): Promise<readonly { uid: number; receivedAt: Date }[]> {
  const uids = (await client.search({ since }, { uid: true })) || []
  const newest = uids.toSorted((a, b) => a - b).slice(-max)
  if (newest.length === 0) return []
  return placed(await client.fetchAll(newest.join(','), { uid: true, internalDate: true }, { uid: true }))
}

const placed = (found: readonly FetchMessageObject[]) =>
  found.map(each => ({ uid: each.uid, receivedAt: instantOf(each.internalDate) })).toSorted((a, b) => a.uid - b.uid)

const instantOf = (given: Date | string | undefined): Date => {
  const at = new Date(given ?? Number.NaN)
  return Number.isNaN(at.getTime()) ? new Date(0) : at
}

/** Reads these mails of the open folder: headers and layout in one request, then their words, one request for each place they stand in. */
export async function fetchMails(
  client: ImapFlow,
  folder: Folder,
  uids: readonly number[],
): Promise<readonly Fetched[]> {
  if (uids.length === 0) return []
  const { mailbox } = client
  if (!mailbox || mailbox.path !== folder.path) throw new Error('a folder is opened before it is read')
  const found = await fetchWhole(client, uids)
  const wanted = new Map<string, number[]>()
  const mails = found.map(message => {
    const layout = layOut(message.bodyStructure ?? empty)
    for (const part of neededParts(layout)) wanted.set(part.id, [...(wanted.get(part.id) ?? []), message.uid])
    return { message, layout, bodies: new Map<string, Uint8Array>() }
  })
  const byUid = new Map(mails.map(mail => [mail.message.uid, mail]))
  for (const [id, list] of wanted) {
    const bodies = await client.fetchAll(
      list.join(','),
      { uid: true, bodyParts: [{ key: id, start: 0, maxLength: maxPartBytes }] },
      { uid: true },
    )
    for (const message of bodies) {
      const body = message.bodyParts?.get(id)
      if (body) byUid.get(message.uid)?.bodies.set(id, body)
    }
  }
  return mails.map(({ message, layout, bodies }) =>
    fetchedOf(message, layout, bodies, folder.role, {
      folder: folder.path,
      uidValidity: String(mailbox.uidValidity),
      uid: message.uid,
    }),
  )
}

const empty: MessageStructureObject = { part: '1', type: 'text/plain' }

/** One mail that the server or the library stumbles over must not hold up the others. */
async function fetchWhole(client: ImapFlow, uids: readonly number[]): Promise<readonly FetchMessageObject[]> {
  try {
    return await client.fetchAll(uids.join(','), whole, { uid: true })
  } catch (error) {
    if (!client.usable) throw error
    if (uids.length > 1) {
      const middle = Math.ceil(uids.length / 2)
      return [...(await fetchWhole(client, uids.slice(0, middle))), ...(await fetchWhole(client, uids.slice(middle)))]
    }
    return client.fetchAll(
      uids.join(','),
      { uid: true, flags: true, internalDate: true, size: true, headers: [...wantedHeaders] },
      { uid: true },
    )
  }
}

function neededParts(layout: ReturnType<typeof layOut>): readonly Part[] {
  const report = layout.status ? [layout.status, ...(layout.returned ? [layout.returned] : [])] : []
  return [...layout.texts, ...report]
}

function fetchedOf(
  message: FetchMessageObject,
  layout: ReturnType<typeof layOut>,
  bodies: ReadonlyMap<string, Uint8Array>,
  role: Role,
  place: Fetched['place'],
): Fetched {
  return {
    place,
    role,
    flags: message.flags ?? new Set(),
    labels: message.labels ?? new Set(),
    emailId: message.emailId,
    threadId: message.labels ? message.threadId : undefined,
    receivedAt: instantOf(message.internalDate),
    size: message.size ?? 0,
    envelope: message.envelope ?? {},
    headers: readHeaders(message.headers ?? new Uint8Array()),
    layout,
    bodies,
  }
}

/** Of so many of the newest it is followed whether they were read, and so many unread ones are remembered. */
const followed = 5_000
const remembered = 500

/** UIDs of mails in the open folder that nobody has read, oldest first. */
export async function listUnread(client: ImapFlow, uidNext: number): Promise<readonly number[]> {
  const newest = `${Math.max(1, uidNext - followed)}:*`
  const uids = (await client.search({ seen: false, uid: newest }, { uid: true })) || []
  return uids.toSorted((a, b) => a - b).slice(-remembered)
}

/** Message-IDs of those of these mails that have been read; what has gone from the folder is not among them. */
export async function listRead(client: ImapFlow, uids: readonly number[]): Promise<readonly string[]> {
  if (uids.length === 0) return []
  const found = await client.fetchAll(uids.join(','), { uid: true, flags: true, envelope: true }, { uid: true })
  return found.filter(each => each.flags?.has('\\Seen')).flatMap(each => messageIds(each.envelope?.messageId)[0] ?? [])
}

/** Marks as read what this person wrote up to the mail of this id, where it lies in the open folder. */
export async function markSeen(client: ImapFlow, person: string, messageId: string): Promise<void> {
  const last = (await findByMessageId(client, messageId)).at(-1)
  if (last === undefined) return
  const maybe = (await client.search({ seen: false, from: person, uid: `1:${last}` }, { uid: true })) || []
  if (maybe.length === 0) return
  // Servers look for parts of an address.
  const found = await client.fetchAll(maybe.join(','), { uid: true, envelope: true }, { uid: true })
  const theirs = found.filter(each =>
    each.envelope?.from?.some(({ address }) => normalAddress(address ?? '') === person),
  )
  if (theirs.length > 0) await client.messageFlagsAdd(theirs.map(({ uid }) => uid).join(','), ['\\Seen'], { uid: true })
}

/** UIDs of the mails in the open folder whose header names this id; servers look for parts of the value. */
export async function findByMessageId(client: ImapFlow, messageId: string): Promise<readonly number[]> {
  return (await client.search({ header: { 'message-id': messageId } }, { uid: true })) || []
}
