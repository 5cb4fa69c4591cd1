import type { ImapFlow } from 'imapflow'
import { minuteMs } from '#kernel/clock.ts'
import type { Host, NetworkEvent, RemoteConversation } from '../contract.ts'
import type { Cursor } from './cursor.ts'
import { MailFailure, mailFailure } from './failure.ts'
import { chooseFolders, type Folder } from './folders.ts'
import { messageIdIn } from './keys.ts'
import type { Letter } from './outgoing.ts'
import { eventsOf, tailOf } from './read/events.ts'
import type { Fetched } from './read/fetched.ts'
import { messageIds, subjectText } from './read/headers.ts'
import { connectImap, fetchMails, findByMessageId, type ImapDeps, isGmail, markSeen } from './server/imap.ts'
import { syncFolders } from './sync.ts'
import type { Tail, Threads } from './threads.ts'

/** Sent mail and the archive are looked at this often: IMAP tells of one folder at a time. */
const lookMs = minuteMs

export type MailboxDeps = ImapDeps & {
  host: Host
  cursor: Cursor
  threads: Threads
  now(): Date
  committed(cursor: Cursor): void
}

export type Mailbox = ReturnType<typeof mailbox>

/** One IMAP connection's life: catch up over all folders, then IDLE in the inbox. What it is asked to do is done one by one. */
export function mailbox(deps: MailboxDeps) {
  const { account, host, threads, servers } = deps
  const cursor = structuredClone(deps.cursor)
  const reading = { own: account.own, threads, skipLists: account.skipLists }
  const ended = Promise.withResolvers<MailFailure>()
  let client: ImapFlow | undefined
  let folders: readonly Folder[] = []
  let ready = false
  let wasReady = false
  let line: Promise<unknown> = Promise.resolve()
  let wanted: 'nothing' | 'inbox' | 'all' = 'nothing'

  const open = (): ImapFlow => {
    if (!client?.usable) throw new MailFailure('server-closed', `The connection to ${servers.imap.host} ended.`)
    return client
  }
  const explain = (error: unknown) => mailFailure(error, servers.imap.host, servers.preset?.help)
  const broke = (error: unknown) => {
    ready = false
    ended.resolve(explain(error))
    client?.close()
  }

  /** In turn, and back in the inbox afterwards, where IDLE goes on by itself. */
  function inTurn<T>(act: (client: ImapFlow) => Promise<T>): Promise<T> {
    const next = line.then(async () => {
      const done = await act(open())
      await comeHome()
      return done
    })
    line = next.catch(() => undefined)
    return next
  }

  async function comeHome(): Promise<void> {
    const home = folders[0]
    if (!home || !client?.usable) return
    if (client.mailbox && client.mailbox.path === home.path) return
    const opened = await client.mailboxOpen(home.path, { readOnly: true })
    if (opened.uidNext > (cursor.folders[home.path]?.uidNext ?? 1)) look('inbox')
  }

  function look(at: 'inbox' | 'all'): void {
    const waiting = wanted !== 'nothing'
    if (wanted !== 'all') wanted = at
    if (waiting) return
    inTurn(async () => {
      const what = wanted
      wanted = 'nothing'
      await sync(what === 'all' ? folders : folders.slice(0, 1))
    }).catch(broke)
  }

  const sync = (some: readonly Folder[]) =>
    syncFolders(
      {
        client: open(),
        cursor,
        historyDays: account.historyDays,
        reading,
        now: deps.now,
        host,
        committed: deps.committed,
      },
      some,
      some.length === folders.length,
    )

  async function each<T>(act: (client: ImapFlow, folder: Folder) => Promise<readonly T[]>): Promise<readonly T[]> {
    return inTurn(async connected => {
      const found: T[] = []
      for (const folder of folders) {
        if (!connected.mailbox || connected.mailbox.path !== folder.path)
          await connected.mailboxOpen(folder.path, { readOnly: true })
        found.push(...(await act(connected, folder)))
      }
      return found
    })
  }

  const latest = (mails: readonly Fetched[]): Tail | undefined => {
    const mail = mails.toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())[0]
    const id = messageIds(mail?.headers.first('message-id'))[0]
    if (!mail || !id) return undefined
    return tailOf(
      mail,
      id,
      subjectText(mail.headers.first('subject')),
      mail.receivedAt,
      mail.role === 'sent' || mail.labels.has('\\Sent'),
    )
  }

  return {
    get ready() {
      return ready
    },
    get wasReady() {
      return wasReady
    },
    close: () => client?.close(),
    /** Resolves with the reason when the connection ended, also when it never stood. */
    async run(signal: AbortSignal): Promise<MailFailure> {
      const stop = () => broke(new MailFailure('server-closed', 'Stopped.'))
      signal.addEventListener('abort', stop)
      const timer = setInterval(() => ready && look('all'), lookMs)
      try {
        client = await connectImap(deps, signal)
        client.on('close', () =>
          broke(
            new MailFailure(
              'server-closed',
              `${servers.imap.host} closed the connection${client?.byeReason ? `: ${client.byeReason.slice(0, 160)}` : ''}.`,
            ),
          ),
        )
        client.on('error', broke)
        folders = chooseFolders(await client.list(), isGmail(client))
        if (folders.length === 0)
          throw new MailFailure('not-found', `${servers.imap.host} shows no inbox for this account.`)
        host.state({ kind: 'catching-up', since: new Date(cursor.at) })
        client.on('exists', () => ready && look('inbox'))
        client.on('flags', () => ready && look('inbox'))
        // A commit that never returns must not keep a session that is to stop.
        await Promise.race([inTurn(() => sync(folders)), ended.promise.then(failure => Promise.reject(failure))])
        ready = true
        wasReady = true
        host.state({ kind: 'connected' })
        look('inbox')
        return await ended.promise
      } catch (error) {
        return explain(error)
      } finally {
        ready = false
        clearInterval(timer)
        signal.removeEventListener('abort', stop)
        client?.close()
      }
    },
    /** The last mail with this person, theirs or ours. */
    async lastWith(person: string): Promise<Tail | undefined> {
      const known = threads.last(person)
      if (known) return known
      const mails = await each(async (connected, folder) => {
        const uids = (await connected.search({ or: [{ from: person }, { to: person }] }, { uid: true })) || []
        return fetchMails(connected, folder, uids.slice(-1))
      })
      return latest(mails)
    },
    async mail(messageId: string): Promise<Tail | undefined> {
      const known = threads.mail(messageId)
      if (known) return known
      return latest(
        await each(async (connected, folder) =>
          fetchMails(connected, folder, (await findByMessageId(connected, messageId)).slice(-1)),
        ),
      )
    },
    /** Whether our own copy of this mail lies in the mailbox already. */
    async wasSent(messageId: string): Promise<boolean> {
      const found = await each(async (connected, folder) =>
        folder.role === 'sent' || folder.role === 'all' ? findByMessageId(connected, messageId) : [],
      )
      return found.length > 0
    },
    /** What they wrote up to this mail is read in the mailbox, too. */
    async markSeen(person: string, messageId: string): Promise<void> {
      await inTurn(async connected => {
        for (const folder of folders) {
          if (folder.role === 'sent') continue
          await connected.mailboxOpen(folder.path)
          await markSeen(connected, person, messageId)
        }
      })
    },
    /** Puts our copy into Sent, unless the provider does that. */
    async keepCopy(letter: Letter): Promise<void> {
      const sent = folders.find(folder => folder.role === 'sent')
      if (!sent || servers.preset?.savesSent) return look('all')
      await inTurn(async connected => {
        await connected.mailboxOpen(sent.path, { readOnly: true })
        if ((await findByMessageId(connected, letter.messageId)).length === 0)
          await connected.append(sent.path, letter.bytes, ['\\Seen'], letter.sentAt)
      })
      look('all')
    },
    /** Mail with this person before the message of this key, oldest first. */
    async before(
      conversation: RemoteConversation,
      key: string | undefined,
      limit: number,
    ): Promise<readonly NetworkEvent[]> {
      const id = key === undefined ? undefined : messageIdIn(key)
      const until = id ? (await this.mail(id))?.at : undefined
      const day = until && new Date(until.getTime() + 24 * 60 * minuteMs)
      const mails = await each(async (connected, folder) => {
        const uids =
          (await connected.search(
            { or: [{ from: conversation.id }, { to: conversation.id }], ...(day ? { before: day } : {}) },
            { uid: true },
          )) || []
        return fetchMails(connected, folder, uids.slice(-limit))
      })
      return mails
        .flatMap(mail => eventsOf(mail, { ...reading, historyUntil: deps.now() }))
        .filter(
          event =>
            event.kind === 'message' && event.conversation.id === conversation.id && (!until || event.sentAt < until),
        )
        .toSorted((a, b) => ('sentAt' in a && 'sentAt' in b ? a.sentAt.getTime() - b.sentAt.getTime() : 0))
        .slice(-limit)
    },
  }
}
