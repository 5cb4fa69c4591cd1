import type { MessageView } from '../api.ts'
import type { ThreadNoteView } from '../notes/api.ts'
import type { Waiting } from '../outbox.ts'

/** What one line of the thread needs; `local`: not known to the server yet. */
export type MessageLine = { kind: 'message'; key: string; message: MessageView; local: boolean; follows: boolean }
export type ThreadLine =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'note'; key: string; note: ThreadNoteView }
  | MessageLine

const togetherMs = 5 * 60_000

const dayOf = (at: string) => new Date(at).toDateString()

/** Oldest first with a mark at each new day; messages that still wait here come last. */
export function toLines(messages: readonly MessageView[], waiting: readonly Waiting[]): readonly ThreadLine[] {
  const known = new Set(messages.map(message => message.id))
  const all = [
    ...messages.map(message => ({ message, local: false })),
    ...waiting
      .filter(each => !known.has(each.body.id) && each.body.action !== 'answer')
      .map(each => ({ message: asMessage(each), local: true })),
  ]
  return all.flatMap(({ message, local }, index): ThreadLine[] => {
    const before = all[index - 1]?.message
    const newDay = !before || dayOf(before.sentAt) !== dayOf(message.sentAt)
    const follows =
      !newDay &&
      before.kind === 'text' &&
      message.kind === 'text' &&
      message.against.length === 0 &&
      before.own === message.own &&
      before.tool === message.tool &&
      before.sender === message.sender &&
      before.user === message.user &&
      Date.parse(message.sentAt) - Date.parse(before.sentAt) < togetherMs
    const line: MessageLine = { kind: 'message', key: message.id, message, local, follows }
    return newDay ? [{ kind: 'day', key: `day-${message.id}`, at: message.sentAt }, line] : [line]
  })
}

/** Notes stand behind the last message that is older; with `from`, only those since then: what is older is not loaded yet. */
export function withNotes(
  lines: readonly ThreadLine[],
  notes: readonly ThreadNoteView[],
  from: string | undefined,
): readonly ThreadLine[] {
  const waiting = notes.filter(note => from === undefined || note.at >= from)
  if (waiting.length === 0) return lines
  const all: ThreadLine[] = []
  let next = 0
  const until = (at: string | undefined) => {
    for (let note = waiting[next]; note && (at === undefined || note.at < at); note = waiting[next]) {
      all.push({ kind: 'note', key: note.id, note })
      next += 1
    }
  }
  for (const line of lines) {
    until(line.kind === 'day' ? line.at : line.kind === 'message' ? line.message.sentAt : undefined)
    all.push(line)
  }
  until(undefined)
  return all
}

function asMessage({ conversation, person = null, tool = 'xmpp', files = [], body, at }: Waiting): MessageView {
  return {
    id: body.id,
    conversation,
    person,
    tool,
    kind: body.action === 'message' ? 'text' : 'invite',
    own: true,
    sender: '',
    user: null,
    text: body.text,
    sentAt: at,
    history: false,
    replyTo: null,
    files: files.map(file => ({ ...file, url: '', preview: null, host: null })),
    warning: null,
    subject: body.subject ?? null,
    folded: null,
    automatic: null,
    editedAt: null,
    retractedAt: null,
    delivery: 'queued',
    deliveryAt: at,
    deliveryCode: null,
    deliveryText: null,
    undoUntil: null,
    contact: null,
    accept: null,
    gap: null,
    reactions: [],
    quoted: null,
    change: null,
    edits: 0,
    byHand: false,
    against: [],
    template: body.template?.name ?? null,
  }
}

/** Somebody who asked to be connected has our answer once an invite of ours, or the connection, stands after it. */
export function isAnswered(messages: readonly MessageView[], invite: MessageView): boolean {
  if (invite.kind !== 'invite' || invite.own) return true
  const at = messages.findIndex(message => message.id === invite.id)
  return messages
    .slice(at + 1)
    .some(
      message =>
        (message.kind === 'invite' && message.own) || message.contact === 'connected' || message.contact === 'gone',
    )
}
