import { reworded, wordLanguageFor } from '#features/etiquette/model.ts'
import type { MessageId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { type Caller, mayActAs, type Role, roles } from '#kernel/roles.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { answerIn, numberInSubject, reachLimits } from '../../model/reach.ts'
import type { ReachWord } from '../../model/reach-words.ts'
import { previewOf } from '../../model.ts'
import { findConnection } from '../../store/connections.ts'
import { type Conversation, findConversation } from '../../store/conversations.ts'
import { listMessages } from '../../store/messages.ts'
import {
  findMark,
  findMarkByKey,
  findReach,
  findReachOwner,
  isForwardUnderWay,
  listMarks,
  type Mark,
  type ReachOwner,
  updateMarkSeen,
} from '../../store/reach.ts'
import { listColleagues } from '../../store/standings.ts'
import { answerTask } from '../../task-kinds.ts'
import { type ManageDeps, markRead } from '../manage.ts'
import { type SendDeps, type SendRefusal, sendMessage } from '../send.ts'
import { type ForwardDeps, nameOf } from './forward.ts'
import { idFrom, tellSelf } from './tell.ts'

export type AnswerDeps = SendDeps & ManageDeps & ForwardDeps

type Given = ReturnType<(typeof answerTask)['payload']['parse']>

/** The conversation that an answer is for, or what is said instead. */
type Found =
  | { kind: 'for'; mark: Mark; conversation: Conversation; name: string; text: string }
  | { kind: 'say'; word: ReachWord }

/**
 * The task: what the recruiter wrote from their own address becomes their message in the conversation it is about, judged as any. What
 * is not sent is told there, with the reason. Run twice it sends once: the message's id comes from the network's key of the answer.
 */
export async function runAnswer(deps: AnswerDeps, given: Given): Promise<void> {
  const { workspace, user } = given
  const owner = await inWorkspace(deps.db, workspace, tx => findReachOwner(tx, workspace, user))
  if (!owner || (await waits(deps, given))) return
  const found = await inWorkspace(deps.db, workspace, tx => resolve(tx, owner, given, workspace))
  if (found.kind === 'say') return tell(deps, given, found.word)
  const { mark, conversation, text } = found
  const role = roles.find((each): each is Role => each === owner.role) ?? 'viewer'
  const caller: Caller = { workspace, user, role }
  const sent = await sendMessage(deps, caller, conversation.id, {
    id: idFrom<MessageId>(`answer:${given.connection}:${given.cause}`),
    text,
    action: 'message',
    version: mark.seenVersion ?? 0,
  })
  if (!sent.ok) return tell(deps, given, await wordFor(deps, owner, found, sent.refusal, workspace))
  await see(deps, workspace, user, found)
  await markRead(deps, caller, conversation.id)
}

/** Who answers at once may be quicker than the network's word that the forward has arrived: then the answer waits for it. */
function waits(deps: AnswerDeps, given: Given): Promise<boolean> {
  const { workspace, user, connection, cause, waited = 0 } = given
  return inWorkspace(deps.db, workspace, async tx => {
    const reach = await findReach(tx, workspace, user)
    if (!reach || waited >= reachLimits.answerWaits || !(await isForwardUnderWay(tx, workspace, reach))) return false
    const runAt = new Date(deps.clock.now().getTime() + reachLimits.answerWaitMs)
    const options = { queue: `reach:${user}`, runAt }
    await enqueue(tx, answerTask, idFrom(`${connection}:${cause}`), { ...given, waited: waited + 1 }, options)
    return true
  })
}

/** From here on they know what was said until now. */
async function see(
  deps: AnswerDeps,
  workspace: WorkspaceId,
  user: UserId,
  { mark, conversation }: Extract<Found, { kind: 'for' }>,
): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const now = await findConversation(tx, workspace, conversation.id)
    if (now) await updateMarkSeen(tx, workspace, user, mark.number, now.version)
  })
}

function tell(deps: AnswerDeps, given: Given, word: ReachWord): Promise<void> {
  const { workspace, user, connection, cause } = given
  return inWorkspace(deps.db, workspace, async tx => {
    const reach = await findReach(tx, workspace, user)
    if (reach?.connection === connection && reach.provenAt)
      await tellSelf(tx, workspace, reach, `${connection}:${cause}`, word, deps.clock.now())
  })
}

async function resolve(tx: Transaction, owner: ReachOwner, given: Given, workspace: WorkspaceId): Promise<Found> {
  const { user, sentAt, replyTo, subject } = given
  const say = (word: ReachWord): Found => ({ kind: 'say', word })
  if (given.kind === 'edit') return say({ kind: 'no-edits' })
  if (given.kind === 'files') return say({ kind: 'files' })
  if (!roles.some(role => role === owner.role && mayActAs(role, 'recruiter'))) return say({ kind: 'viewer' })
  const { number = numberInSubject(subject), text } = answerIn(given.text)
  const at = new Date(sentAt)
  const marks = await listMarks(tx, workspace, user, new Date(at.getTime() - reachLimits.openMs))
  const open = async (some: readonly Mark[]) =>
    (
      await Promise.all(
        some.map(async mark => ({ number: mark.number, name: await nameAt(tx, workspace, user, mark) })),
      )
    ).filter(each => each.name !== '')
  if (text === '?' || text === '') return say({ kind: 'help', open: await open(marks) })
  const replied =
    number === undefined && replyTo !== undefined ? await findMarkByKey(tx, workspace, user, replyTo) : undefined
  const named = number === undefined ? replied : await findMark(tx, workspace, user, number)
  if (number !== undefined && !named) return say({ kind: 'no-such-mark', number, open: await open(marks) })
  const [latest, rival] = marks
  if (!named && latest && rival && crosses(latest, rival, at))
    return say({ kind: 'whom', open: await open([latest, rival]) })
  const mark = named ?? latest
  const conversation = mark && (await findConversation(tx, workspace, mark.conversation))
  if (!mark || !conversation) return say({ kind: 'help', open: [] })
  const name = await nameOf(tx, workspace, user, conversation)
  const connection = await findConnection(tx, workspace, conversation.connection)
  if (!connection) return say({ kind: 'not-possible', name })
  const theirs = conversation.assignee ?? connection.user
  const [colleague] = theirs === user ? [] : await listColleagues(tx, workspace, [theirs])
  if (colleague) return say({ kind: 'with-colleague', name, colleague: colleague.name })
  return { kind: 'for', mark, conversation, name, text }
}

async function nameAt(tx: Transaction, workspace: WorkspaceId, user: UserId, mark: Mark): Promise<string> {
  const conversation = await findConversation(tx, workspace, mark.conversation)
  return conversation ? nameOf(tx, workspace, user, conversation) : ''
}

/** The last forward may not have been seen when this was written, and another person was in hand. */
function crosses(latest: Mark, rival: Mark, at: Date): boolean {
  const [last, before] = [latest.forwardedAt?.getTime() ?? 0, rival.forwardedAt?.getTime() ?? 0]
  return last > at.getTime() - reachLimits.crossingMs && before > at.getTime() - reachLimits.rivalMs
}

async function wordFor(
  deps: AnswerDeps,
  owner: ReachOwner,
  found: Extract<Found, { kind: 'for' }>,
  refusal: SendRefusal,
  workspace: WorkspaceId,
): Promise<ReachWord> {
  const { conversation, name } = found
  switch (refusal.code) {
    case 'not-yet':
    case 'may-not-override': {
      const said = reworded(refusal.verdict, wordLanguageFor([owner.locale]))
      const reasons = said.reasons.filter(reason => reason.verdict === 'block')
      return { kind: 'blocked', name, reasons, next: said.next.words }
    }
    case 'thread-moved': {
      const [last] = await inWorkspace(deps.db, workspace, tx =>
        listMessages(tx, workspace, { conversation: conversation.id }, undefined, 1),
      )
      await see(deps, workspace, owner.user, found)
      return { kind: 'moved', name, said: previewOf(last?.text ?? '') }
    }
    case 'too-long':
      return { kind: 'too-long', name, max: refusal.max }
    case 'unfilled':
      return { kind: 'unfilled', name, variable: refusal.variable }
    case 'viewers-read':
      return { kind: 'viewer' }
    default:
      return { kind: 'not-possible', name }
  }
}
