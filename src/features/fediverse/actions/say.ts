import type { RemoteConversation, SendOutcome, SendRequest } from '#connectors/contract.ts'
import type { ConnectionId } from '#kernel/ids.ts'
import { HttpRefused } from '#platform/http.ts'
import { inWorkspace } from '#storage/database.ts'
import type { FediverseDeps } from '../deps.ts'
import { isBlocked } from '../model.ts'
import { about, gone, noteDocument, noteUri, oursAt } from '../protocol/documents.ts'
import { knock } from '../protocol/remote.ts'
import { type ActorRow, findNote, listBlocks, updateNoteGone, upsertNote } from '../store/actors.ts'
import { findKnown, findKnownAt } from '../store/people.ts'
import { findSpeakerOver, signerOf } from './speaker.ts'

const refused = (code: string, text: string): SendOutcome => ({ kind: 'refused', code, text })
const off = refused('blog-off', 'The blog is not in the fediverse now. Turn it on under Blog → Fediverse.')
const withWhom = (to: RemoteConversation) => (to.kind === 'public' ? to.with : to.id)

/** A recruiter's answer, straight to the one it is for. The note's id is the send's own, so a second try is the same note. */
export async function say(
  deps: FediverseDeps,
  connection: ConnectionId,
  request: SendRequest,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const actor = await findSpeakerOver(deps, connection)
  if (!actor?.on) return off
  const { workspace } = actor
  const isPublic = request.to.kind === 'public'
  const [who, blocks, before] = await inWorkspace(deps.db, workspace, async tx => [
    await findKnownAt(tx, workspace, withWhom(request.to)),
    new Set(await listBlocks(tx, workspace)),
    await findNote(tx, workspace, request.txn),
  ])
  if (!who) return refused('gone', 'This account is gone, or never wrote to the blog.')
  if (isBlocked(blocks, who)) return refused('blocked', 'You have blocked this account or its server for the blog.')
  const at = deps.clock.now()
  const named = request.replyTo
  const replyTo = named && URL.canParse(named) ? named : ((isPublic ? who.lastPublic : who.lastDirect) ?? undefined)
  const note =
    before?.body ?? noteDocument(actor, { id: request.txn, to: who, text: request.text, replyTo, isPublic, at })
  if (!before)
    await inWorkspace(deps.db, workspace, tx =>
      upsertNote(tx, workspace, { id: request.txn, toUri: who.uri, body: note, isPublic }, at),
    )
  const sent = await send(deps, actor, who.inbox, about('Create', actor, note, 'create'), signal)
  return sent ?? { kind: 'accepted', key: noteUri(actor, request.txn), at }
}

/** Undefined: it was taken. */
async function send(
  deps: FediverseDeps,
  actor: ActorRow,
  inbox: string,
  body: object,
  signal: AbortSignal,
): Promise<SendOutcome | undefined> {
  try {
    const signer = await signerOf(deps, actor)
    const { status } = await knock(deps.http, signer, inbox, { method: 'POST', body: JSON.stringify(body), signal })
    if (status < 300) return undefined
    const { host } = new URL(inbox)
    if (status === 408 || status === 429 || status >= 500)
      return { kind: 'later', retryAfterMs: 60_000, code: 'busy', text: `${host} can’t take it now.` }
    if (status === 404 || status === 410) return refused('gone', 'This account is gone from its server.')
    return refused('not-taken', `${host} does not take it (${status}). They may have blocked the blog.`)
  } catch (error) {
    if (signal.aborted || !(error instanceof HttpRefused)) throw error
    if (error.code === 'timeout' || error.code === 'unreachable')
      return { kind: 'later', retryAfterMs: 60_000, code: error.code, text: error.message }
    return refused(error.code, error.message)
  }
}

async function ownNote(deps: FediverseDeps, connection: ConnectionId, target: string) {
  const actor = await findSpeakerOver(deps, connection)
  const ours = actor && (oursAt(actor, target) ?? { kind: 'note', id: target })
  if (!actor?.on || ours?.kind !== 'note') return undefined
  const { workspace } = actor
  const [note, who] = await inWorkspace(deps.db, workspace, async tx => {
    const found = await findNote(tx, workspace, ours.id)
    return [found, found && (await findKnown(tx, workspace, found.toUri))]
  })
  return note && who ? { actor, note, who } : undefined
}

export async function reword(
  deps: FediverseDeps,
  connection: ConnectionId,
  target: string,
  text: string,
): Promise<SendOutcome> {
  const own = await ownNote(deps, connection, target)
  if (!own) return off
  const { actor, note, who } = own
  const at = deps.clock.now()
  const { inReplyTo, published } = note.body
  const body = noteDocument(actor, {
    id: note.id,
    to: who,
    text,
    replyTo: typeof inReplyTo === 'string' ? inReplyTo : undefined,
    isPublic: note.isPublic,
    at: new Date(String(published)),
    updatedAt: at,
  })
  const activity = about('Update', actor, body, `update-${at.getTime()}`)
  const failed = await send(deps, actor, who.inbox, activity, AbortSignal.timeout(30_000))
  if (failed) return failed
  await inWorkspace(deps.db, actor.workspace, tx => upsertNote(tx, actor.workspace, { ...note, body }, at))
  return { kind: 'accepted', key: `${String(activity.id)}`, at }
}

export async function unsay(deps: FediverseDeps, connection: ConnectionId, target: string): Promise<SendOutcome> {
  const own = await ownNote(deps, connection, target)
  if (!own) return off
  const { actor, note, who } = own
  const { to, cc } = note.body
  const activity = gone(actor, noteUri(actor, note.id), { to, ...(cc === undefined ? {} : { cc }) })
  const failed = await send(deps, actor, who.inbox, activity, AbortSignal.timeout(30_000))
  if (failed) return failed
  const at = deps.clock.now()
  await inWorkspace(deps.db, actor.workspace, tx => updateNoteGone(tx, actor.workspace, note.id, at))
  return { kind: 'accepted', key: String(activity.id), at }
}
