import type { ConversationId, UserId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { HookPlace } from './actions/connections.ts'
import type { ListedWay } from './actions/ways.ts'
import type { ChatFileView } from './chat-wire.ts'
import { type ChannelFit, type FitReason, fileLimits, previewOf } from './model.ts'
import { isPicture } from './runtime/file-type.ts'
import type { ChangeRow } from './store/changes.ts'
import type { Connection } from './store/connections.ts'
import { addressOf } from './store/conversations.ts'
import type { FileRow } from './store/files.ts'
import type { InboxRow } from './store/inbox.ts'
import { type MessageRow, ourReactions } from './store/messages.ts'
import type { Override } from './store/overrides.ts'
import type { Visitor } from './store/visitors.ts'
import type {
  ChannelFitView,
  ConnectionView,
  ConversationView,
  FileView,
  FitReasonView,
  MessageView,
  QuestionView,
  WayView,
} from './wire.ts'

/** How rows look on the wire. Pure: what a browser may see of them. */
export function viewConversation(
  row: InboxRow,
  presence: ReadonlyMap<ConversationId, 'online' | 'away'>,
): ConversationView {
  const state = presence.get(row.id)
  return {
    id: row.id,
    connection: row.connection,
    tool: row.tool,
    kind: row.kind,
    title: row.personName ?? row.title ?? addressOf(row),
    address: addressOf(row),
    person:
      row.person && row.personName
        ? { id: row.person, name: row.personName, stage: row.stage ?? 'found', side: row.side }
        : null,
    presence: row.kind === 'room' ? null : (state ?? null),
    requested: row.requested,
    assignee: row.assignee,
    doneAt: row.doneAt?.toISOString() ?? null,
    snooze: row.snoozedUntil ? { for: row.snoozeFor ?? 'time', until: row.snoozedUntil.toISOString() } : null,
    woke: row.wokeAt && row.wokeWhy ? { why: row.wokeWhy, at: row.wokeAt.toISOString() } : null,
    remindAt: row.remindAt?.toISOString() ?? null,
    unread: row.unread,
    mentions: row.mentions,
    lastMessageAt: row.lastMessageAt?.toISOString() ?? null,
    topAt: row.topAt?.toISOString() ?? null,
    lastPreview: row.lastPreview ?? '',
    lastOwn: row.lastOwn ?? false,
    version: row.version,
    labels: row.labels,
    suspicion: row.suspicion === 'none' ? null : row.suspicion,
  }
}

/** What belongs to a message and stands in other rows. */
export type Beside = { quoted?: MessageRow | undefined; change?: ChangeRow | undefined }

export function viewMessage(row: MessageRow, tool: ToolId, { quoted, change }: Beside = {}): MessageView {
  const waiting = row.delivery === 'queued' || row.delivery === 'later'
  const text = (name: string) => (typeof row.detail[name] === 'string' ? row.detail[name] : null)
  const pending = change?.state === 'refused' ? undefined : change
  const from = text('from')
  const to = text('to')
  return {
    id: row.id,
    conversation: row.conversation,
    person: row.person,
    tool,
    kind: row.kind,
    own: row.own,
    sender: row.senderName ?? row.senderId ?? '',
    user: row.user,
    text: pending?.kind === 'edit' ? (pending.text ?? '') : row.text,
    sentAt: row.sentAt.toISOString(),
    history: row.history,
    replyTo: row.replyTo,
    editedAt: row.editedAt?.toISOString() ?? null,
    retractedAt: row.retractedAt?.toISOString() ?? null,
    delivery: row.delivery,
    deliveryAt: row.deliveryAt.toISOString(),
    deliveryCode: row.deliveryCode,
    deliveryText: row.deliveryText,
    undoUntil: waiting ? text('undoUntil') : null,
    contact: text('contact'),
    accept: typeof row.detail.accept === 'boolean' ? row.detail.accept : null,
    gap: row.kind === 'gap' && from && to ? { from: iso(from), to: iso(to), looked: row.detail.looked === true } : null,
    reactions: countReactions(row.detail.reactions, pending?.kind === 'react' ? pending.emoji : null),
    quoted: quoted
      ? { own: quoted.own, sender: quoted.senderName ?? quoted.senderId ?? '', text: previewOf(quoted.text) }
      : null,
    change: change ? { id: change.id, kind: change.kind, state: change.state, why: change.stateText } : null,
    edits: Array.isArray(row.detail.before) ? row.detail.before.length : 0,
    byHand: row.detail.byHand === true,
    against: Array.isArray(row.detail.against) ? row.detail.against.map(String) : [],
    template: templateOf(row.detail.template),
    files: filesOf(row),
    subject: text('subject'),
    warning: text('warning'),
    folded: text('folded'),
    automatic: automaticOf(row.detail.automatic),
  }
}

const iso = (instant: string) => new Date(instant).toISOString()

const templateOf = (given: unknown): string | null =>
  typeof given === 'object' && given !== null && 'name' in given ? String(given.name) : null

const automaticKinds = ['reply', 'list', 'notice'] as const

function automaticOf(given: unknown): MessageView['automatic'] {
  return automaticKinds.find(kind => kind === given) ?? null
}

const pictureName = /\.(?:jpe?g|png|gif|webp)$/i

function filesOf({ id, detail }: MessageRow): MessageView['files'] {
  if (!Array.isArray(detail.files)) return []
  return detail.files.flatMap((file: unknown, index): MessageView['files'] => {
    if (typeof file !== 'object' || file === null || !('name' in file)) return []
    const given = 'url' in file ? String(file.url) : ''
    if (given !== '' && !URL.canParse(given)) return []
    const url = `/api/v1/messages/${id}/files/${index}`
    const name = String(file.name)
    const type = 'mimeType' in file && typeof file.mimeType === 'string' ? file.mimeType : ''
    const bytes = 'bytes' in file && typeof file.bytes === 'number' ? file.bytes : null
    const picture = isPicture(type) || (pictureName.test(name) && !type.startsWith('text/'))
    return [
      {
        url,
        name,
        bytes,
        preview: picture && (bytes ?? 0) <= fileLimits.maxPictureBytes ? `${url}/preview` : null,
        host: /^https?:/i.test(given) ? new URL(given).host : null,
      },
    ]
  })
}

/** What a visitor sees of the files of a message; each is opened by its place. */
export function viewChatFiles(given: unknown): ChatFileView[] {
  if (!Array.isArray(given)) return []
  return given.map((file: unknown) => {
    const { name, bytes, mimeType } = { name: '', bytes: null, mimeType: '', ...Object(file) }
    return {
      name: String(name),
      bytes: typeof bytes === 'number' ? bytes : null,
      picture: typeof mimeType === 'string' && isPicture(mimeType),
    }
  })
}

/** By emoji, in the order they came. `asked`: ours, as they will be. */
function countReactions(given: unknown, asked: readonly string[] | null): MessageView['reactions'] {
  const found = new Map<string, { mine: boolean; who: string[] }>()
  const add = (from: string, list: unknown) => {
    for (const emoji of Array.isArray(list) ? list.map(String) : []) {
      const entry = found.get(emoji) ?? { mine: false, who: [] }
      if (from === ourReactions) entry.mine = true
      else entry.who.push(from)
      found.set(emoji, entry)
    }
  }
  const all: Record<string, unknown> = typeof given === 'object' && given !== null ? { ...given } : {}
  for (const [from, list] of Object.entries(asked ? { ...all, [ourReactions]: asked } : all)) add(from, list)
  return [...found].map(([emoji, { mine, who }]) => ({ emoji, mine, who, count: who.length + Number(mine) }))
}

export function viewConnection(row: Connection, hook: HookPlace | null, user: UserId): ConnectionView {
  const { code, text, retryAt } = row.stateDetail
  return {
    id: row.id,
    tool: row.tool,
    label: row.label,
    mine: row.user === user,
    values: row.config,
    state: row.state,
    detail: {
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof text === 'string' ? { text } : {}),
      ...(typeof retryAt === 'string' ? { retryAt } : {}),
    },
    stateAt: row.stateAt.toISOString(),
    caughtUpAt: row.caughtUpAt?.toISOString() ?? null,
    paused: row.pausedAt !== null,
    webhook: hook && {
      ...hook,
      reachedAt: row.webhookAt?.toISOString() ?? null,
      refusedAt: row.webhookRefusedAt?.toISOString() ?? null,
      why: row.webhookRefusedWhy,
    },
  }
}

export const viewFile = ({ id, name, mimeType, bytes }: FileRow): FileView => ({ id, name, mimeType, bytes })

const viewFitReason = (reason: FitReason): FitReasonView =>
  reason.code === 'usually' ? { ...reason, days: [...reason.days] } : reason

export const viewFit = (fit: ChannelFit): ChannelFitView => ({
  best: fit.best ?? null,
  certain: fit.certain,
  tools: fit.tools.map(each => ({ ...each, reasons: each.reasons.map(viewFitReason) })),
})

export function viewWay(way: ListedWay): WayView {
  const { conversation, connection, tool, label, address, presence, lastAt, unable, best, reasons } = way
  return {
    conversation,
    connection,
    tool,
    label,
    address,
    presence,
    lastAt: lastAt?.toISOString() ?? null,
    unable,
    best,
    reasons: reasons.map(viewFitReason),
  }
}

export function viewVisitor(
  row: Pick<Visitor, 'blockedAt' | 'email' | 'referrer' | 'campaign' | 'firstSeenAt' | 'visits'>,
) {
  const { email, referrer, campaign, firstSeenAt, visits } = row
  return { blocked: row.blockedAt !== null, email, referrer, campaign, firstSeenAt, visits: [...visits] }
}

export function viewQuestion(row: Override): QuestionView {
  const { conversation, askedBy, state } = row
  if (!conversation || !askedBy || state === 'outside') throw new Error('a question names its thread and who asked')
  return {
    id: row.id,
    conversation,
    askedBy,
    answeredBy: row.user,
    action: row.action,
    text: row.draft,
    codes: [...row.codes],
    because: [...row.because],
    state,
    reason: row.reason,
    at: row.at.toISOString(),
  }
}
