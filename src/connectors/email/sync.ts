import type { ImapFlow, MailboxObject } from 'imapflow'
import { dayMs } from '#kernel/clock.ts'
import type { Host, NetworkEvent } from '../contract.ts'
import type { Cursor, FolderMark } from './cursor.ts'
import { MailFailure } from './failure.ts'
import type { Folder } from './folders.ts'
import { messageKey } from './keys.ts'
import { eventsOf, type Reading } from './read/events.ts'
import type { Fetched } from './read/fetched.ts'
import { fetchMails, listFrom, listRead, listSince, listUnread } from './server/imap.ts'

type Waiting = { folder: Folder; uid: number; receivedAt: Date }

/** Mails read and stored at a time. */
const batchSize = 60
/** Of one folder at the first reading, the newest. */
const maxImported = 10_000

export type SyncDeps = {
  client: ImapFlow
  cursor: Cursor
  historyDays: number
  reading: Omit<Reading, 'historyUntil'>
  now(): Date
  host: Pick<Host, 'commit' | 'log' | 'reports'>
  committed(cursor: Cursor): void
}

/**
 * Reads what is new in these folders, over all of them in the order it arrived, and stores it batch by batch. The cursor moves with
 * each commit, so a stop in the middle repeats at most one batch, which the keys recognise. `all`: these are all that are watched.
 */
export async function syncFolders(deps: SyncDeps, folders: readonly Folder[], all: boolean): Promise<void> {
  const { client, cursor } = deps
  const startedAt = deps.now()
  const plans = new Map<string, { folder: Folder; waiting: Set<number>; end: FolderMark }>()
  const queue: Waiting[] = []
  const read: NetworkEvent[] = []
  for (const folder of folders) {
    // Opened again even when it is open: only then the server says its numbers anew.
    const mailbox = await client.mailboxOpen(folder.path, { readOnly: true })
    const known = cursor.folders[folder.path]
    const counted = markOf(mailbox)
    if (isStill(known, counted)) continue
    const unread = folder.role === 'sent' ? [] : await listUnread(client, counted.uidNext)
    const end = { ...counted, unread }
    if (isUnchanged(known, end)) continue
    if (known?.uidValidity === end.uidValidity) read.push(...(await readElsewhere(deps, known.unread, unread)))
    const found = await findNew(deps, folder, mailbox, known)
    plans.set(folder.path, {
      folder,
      waiting: new Set(found.map(each => each.uid)),
      end: { ...end, uidNext: Math.max(end.uidNext, (found.at(-1)?.uid ?? 0) + 1) },
    })
    queue.push(...found.map(each => ({ ...each, folder })))
  }
  // Before the marks move on in the first commit: what was unread is known from them alone.
  if (read.length > 0) await store(deps, read, plans, cursor.at, cursor.importing)
  queue.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
  // What lay in another folder before carries its old date: it is no news.
  const historyUntil = new Date(cursor.importing ? startedAt.getTime() + dayMs : Date.parse(cursor.at) - 2 * dayMs)
  for (let from = 0; from < queue.length; from += batchSize) {
    const batch = queue.slice(from, from + batchSize)
    const events = await readBatch(deps, batch, { ...deps.reading, historyUntil })
    for (const { folder, uid } of batch) plans.get(folder.path)?.waiting.delete(uid)
    await store(deps, events, plans, cursor.at, cursor.importing)
  }
  const at = all ? startedAt.toISOString() : cursor.at
  if (plans.size > 0 || cursor.importing) await store(deps, [], plans, at, cursor.importing && !all)
  else cursor.at = at
}

const markOf = (mailbox: MailboxObject): FolderMark => ({
  uidValidity: String(mailbox.uidValidity),
  uidNext: Math.max(mailbox.uidNext, 1),
  ...(mailbox.highestModseq === undefined ? {} : { highestModseq: String(mailbox.highestModseq) }),
})

/** Nothing happened, not even to a flag. */
function isStill(known: FolderMark | undefined, now: FolderMark): boolean {
  if (!known?.unread || known.uidValidity !== now.uidValidity || known.uidNext !== now.uidNext) return false
  return known.highestModseq !== undefined && known.highestModseq === now.highestModseq
}

/** Of a server that does not count changes (RFC 7162). */
function isUnchanged(known: FolderMark | undefined, now: FolderMark): boolean {
  if (!known?.unread || known.uidValidity !== now.uidValidity) return false
  // Some servers say 0 or keep UIDNEXT back: then the folder itself has to be asked.
  if (known.highestModseq !== undefined || known.uidNext !== now.uidNext) return false
  return known.unread.join() === now.unread?.join()
}

/** What was unread and is not any more, unless it only went. */
async function readElsewhere(
  { client, now }: SyncDeps,
  before: readonly number[] = [],
  unread: readonly number[],
): Promise<NetworkEvent[]> {
  const still = new Set(unread)
  const read = await listRead(
    client,
    before.filter(uid => !still.has(uid)),
  )
  return read.map(id => seenEvent(messageKey(id), now()))
}

const seenEvent = (target: string, at: Date): NetworkEvent => ({ kind: 'seen', key: `seen:${target}`, target, at })

/** In another numbering (UIDVALIDITY) nothing of the old one holds: the days since the last reading are read again. */
async function findNew(deps: SyncDeps, folder: Folder, mailbox: MailboxObject, known: FolderMark | undefined) {
  const { client, cursor, historyDays, now } = deps
  if (mailbox.exists === 0) return []
  if (known && known.uidValidity === String(mailbox.uidValidity)) return listFrom(client, known.uidNext)
  if (known)
    deps.host.log.info({ folder: folder.role }, 'mail folder has another numbering: its last days are read again')
  if (!cursor.importing) return listSince(client, new Date(Date.parse(cursor.at) - 2 * dayMs), maxImported)
  return historyDays === 0 ? [] : listSince(client, new Date(now().getTime() - historyDays * dayMs), maxImported)
}

async function readBatch(deps: SyncDeps, batch: readonly Waiting[], reading: Reading) {
  const order = new Map(batch.map(({ folder, uid }, index) => [`${folder.path} ${uid}`, index]))
  const mails: Fetched[] = []
  for (const folder of new Set(batch.map(each => each.folder))) {
    if (!deps.client.mailbox || deps.client.mailbox.path !== folder.path)
      await deps.client.mailboxOpen(folder.path, { readOnly: true })
    const found = await fetchMails(
      deps.client,
      folder,
      batch.filter(each => each.folder === folder).map(each => each.uid),
    )
    for (const mail of found) if (!(await isTaken(deps, mail))) mails.push(mail)
  }
  const at = (mail: Fetched) => order.get(`${mail.place.folder} ${mail.place.uid}`) ?? 0
  return mails
    .toSorted((a, b) => at(a) - at(b))
    .flatMap(mail => {
      try {
        const events = eventsOf(mail, reading)
        return deps.cursor.importing || !mail.flags.has('\\Seen') ? events : [...events, ...seenOf(events, deps.now())]
      } catch (error) {
        deps.host.log.warn(
          { folder: mail.role, uid: mail.place.uid, why: error instanceof Error ? error.message : '' },
          'a mail could not be read',
        )
        return []
      }
    })
}

/** A mail that is here for the first time, or in another folder, and was read before we came. */
const seenOf = (events: readonly NetworkEvent[], at: Date): NetworkEvent[] =>
  events.flatMap(event => (event.kind === 'message' && !event.own ? [seenEvent(event.key, at)] : []))

const mostReportBytes = 2_000_000

/** What came back of mail to lists is nobody's message. The folder of the mail is open. */
async function isTaken({ client, host }: SyncDeps, mail: Fetched): Promise<boolean> {
  if (!host.reports || mail.role === 'sent' || mail.size > mostReportBytes) return false
  const named = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap(name => mail.headers.all(name))
  const addressed = [...(mail.envelope.to ?? []), ...(mail.envelope.cc ?? [])].flatMap(({ address }) => address ?? [])
  const recipients = [...named.map(text => text.replaceAll(/[<>\s]/g, '')), ...addressed]
  if (!(await host.reports.awaited({ recipients, complaint: mail.layout.complaint }))) return false
  const whole = await client.fetchOne(String(mail.place.uid), { source: true }, { uid: true })
  return whole !== false && whole.source !== undefined && (await host.reports.take(whole.source))
}

/** The mark of each folder stands before the first mail of it that is not stored yet. */
async function store(
  deps: SyncDeps,
  events: Parameters<Host['commit']>[0],
  plans: ReadonlyMap<string, { waiting: ReadonlySet<number>; end: FolderMark }>,
  at: string,
  importing: boolean,
): Promise<void> {
  const folders = { ...deps.cursor.folders }
  for (const [path, { waiting, end }] of plans) {
    const { highestModseq: _, ...rest } = end
    folders[path] = waiting.size === 0 ? end : { ...rest, uidNext: Math.min(...waiting) }
  }
  const next: Cursor = { ...deps.cursor, at, importing, folders }
  try {
    await deps.host.commit(events, JSON.stringify(next))
  } catch (error) {
    throw new MailFailure('not-stored', 'What arrived could not be stored; Kith reads it again.', error)
  }
  deps.committed(next)
  Object.assign(deps.cursor, next)
}
