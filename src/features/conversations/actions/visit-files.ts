import { hourMs, minuteMs } from '#kernel/clock.ts'
import { type ConversationId, type MessageId, newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { chatFileLimits } from '../chat-wire.ts'
import { safeFileName, sniffType } from '../runtime/file-type.ts'
import { type FileId, insertFile, updateFilesMessage } from '../store/files.ts'
import { findMessageKeys, findMessages } from '../store/messages.ts'
import { countVisitorFiles, countVisitorMessages, notifyVisitor, type Visitor } from '../store/visitors.ts'
import type { Chat, VisitDeps, VisitRefusal } from './chat.ts'
import { commitEvents } from './commit.ts'
import { type OpenedFile, openVisitorFile, readVisitorPreview, storedIn, storedUrl } from './files.ts'

const limits = { perMinute: 6, perHour: 30 } as const

/** A visitor's file is a message with its name. The same id again is the same message; before their first word nobody sends files. */
export async function sendVisitorFile(
  deps: VisitDeps,
  chat: Chat,
  visitor: Visitor,
  given: { id: MessageId; name: string; data: Buffer },
): Promise<Result<{ at: Date }, VisitRefusal>> {
  const { conversation } = visitor
  if (visitor.blockedAt) return refuse({ code: 'blocked' })
  if (!visitor.person || !conversation) return refuse({ code: 'write-first' })
  if (given.data.length === 0) return refuse({ code: 'empty' })
  if (given.data.length > chatFileLimits.maxBytes) return refuse({ code: 'file-too-large' })
  const { workspace, connection } = chat
  const now = deps.clock.now()
  const name = safeFileName(given.name)
  const mimeType = sniffType(given.data, name)
  const kept = await inWorkspace(deps.db, workspace, async (tx): Promise<FileId | 'known' | 'slow-down'> => {
    const known = (await findMessageKeys(tx, workspace, connection, [given.id])).get(given.id)
    // The answer to it was lost, or Kith was killed right behind it.
    if (known) {
      await bind(tx, chat, conversation, known)
      return 'known'
    }
    const since = (ms: number) => new Date(now.getTime() - ms)
    const files = await countVisitorFiles(tx, workspace, conversation, since(hourMs))
    const messages = await countVisitorMessages(tx, workspace, conversation, since(minuteMs))
    if (files >= limits.perHour || messages >= limits.perMinute) return 'slow-down'
    const id = newId<'File'>(now.getTime())
    await insertFile(tx, workspace, { id, user: null, conversation, name, mimeType }, given.data, now)
    return id
  })
  if (kept === 'slow-down') return refuse({ code: 'slow-down' })
  if (kept === 'known') return done({ at: now })
  await commitEvents(deps, { workspace, connection }, [
    {
      kind: 'message',
      key: given.id,
      otherKeys: [],
      conversation: { id: visitor.id, kind: 'direct' },
      from: { id: visitor.id, ...(visitor.name ? { name: visitor.name } : {}) },
      own: false,
      text: name,
      sentAt: now,
      history: false,
      files: [{ url: storedUrl(kept), name, mimeType, bytes: given.data.length }],
    },
  ])
  await inWorkspace(deps.db, workspace, async tx => {
    const message = (await findMessageKeys(tx, workspace, connection, [given.id])).get(given.id)
    if (message) await bind(tx, chat, conversation, message)
    // Their other tabs and devices.
    await notifyVisitor(tx, visitor.id, { kind: 'news', key: given.id })
  })
  return done({ at: now })
}

/** From here on the file lives and goes with its message. */
async function bind(tx: Transaction, { workspace }: Chat, conversation: ConversationId, message: MessageId) {
  const [row] = await findMessages(tx, workspace, [message])
  const files: unknown[] = Array.isArray(row?.detail.files) ? row.detail.files : []
  const ids = files.flatMap(
    file => storedIn(typeof file === 'object' && file !== null && 'url' in file ? String(file.url) : undefined) ?? [],
  )
  await updateFilesMessage(tx, workspace, ids, { message, conversation })
}

const readerOf = (chat: Chat): Caller => ({ workspace: chat.workspace, user: chat.user, role: 'viewer' })

export async function openFileOfVisit(
  deps: Pick<VisitDeps, 'db'>,
  chat: Chat,
  { conversation }: Visitor,
  message: MessageId,
  index: number,
): Promise<OpenedFile | undefined> {
  return conversation ? openVisitorFile(deps, readerOf(chat), conversation, message, index) : undefined
}

export async function readPreviewOfVisit(
  deps: Pick<VisitDeps, 'db' | 'clock'>,
  chat: Chat,
  { conversation }: Visitor,
  of: { message: MessageId; index: number; signal: AbortSignal },
): Promise<Buffer | undefined> {
  return conversation ? readVisitorPreview(deps, readerOf(chat), conversation, of) : undefined
}
