import { audit } from '#features/accounts/index.ts'
import { assess } from '#features/etiquette/index.ts'
import { type IssueId, type ListId, newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { connectSmtp, SmtpFailure } from '#platform/mail/smtp.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { readAddress } from '../model/address.ts'
import type { Segment } from '../model/issues.ts'
import { returnPath } from '../model/reference.ts'
import { pressFor } from '../render/letter.ts'
import { compileIssue } from '../render/mail-html.ts'
import { countAudience, listClicks, listTroubles, readFigures, releaseUnknown } from '../store/deliveries.ts'
import {
  deleteIssue,
  findCompiled,
  findIssue,
  type Issue,
  insertIssue,
  listUsablePools,
  updateIssue,
} from '../store/issues.ts'
import { findList, type List } from '../store/lists.ts'
import { findMailSettings } from '../store/settings.ts'
import { sendTask } from '../task-kinds.ts'
import type { BroadcastsDeps } from './deps.ts'
import { findMailBase, messageIdOf, readerOf, senderFor, serverOf } from './sender.ts'

type Deps = Pick<BroadcastsDeps, 'db' | 'clock'>
export type IssueRefusal =
  | { code: 'no-such-issue' }
  | { code: 'no-such-list' }
  | { code: 'not-a-draft' }
  | { code: 'no-settings' }
  | { code: 'nothing-written' }
  | { code: 'nobody' }
  | { code: 'too-early' }
  | { code: 'cannot-now' }
  | { code: 'no-email' }
  | { code: 'blocked' }
  | { code: 'not-taken'; text: string }

const tell = (tx: Transaction, { workspace, list, id }: Pick<Issue, 'workspace' | 'list' | 'id'>) =>
  tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list, issue: id } })

export function createIssue(
  deps: Deps,
  { workspace, user }: Caller,
  list: ListId,
  subject: string,
): Promise<Result<IssueId, IssueRefusal>> {
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<IssueId, IssueRefusal>> => {
    if (!(await findList(tx, workspace, list))) return refuse({ code: 'no-such-list' })
    const now = deps.clock.now()
    const id = newId<'Issue'>(now.getTime())
    await insertIssue(tx, { workspace, id, list, subject, preheader: '', body: '', segment: {}, user }, now)
    tell(tx, { workspace, list, id })
    return done(id)
  })
}

export function readIssue(deps: Deps, { workspace, user }: Caller, id: IssueId) {
  return inWorkspace(deps.db, workspace, async tx => {
    const issue = await findIssue(tx, workspace, id)
    const list = issue && (await findList(tx, workspace, issue.list))
    if (!issue || !list) return refuse({ code: 'no-such-issue' })
    const links = (await findCompiled(tx, workspace, id))?.links ?? []
    const clicks = issue.startedAt ? await listClicks(tx, workspace, id) : []
    return done({
      issue,
      list: { id: list.id, name: list.name, lang: list.lang, interests: [...list.interests] },
      pools: await listUsablePools(tx, workspace, user),
      ready: (await findMailSettings(tx, workspace)) !== undefined,
      audience: await countAudience(tx, workspace, issue),
      figures: issue.startedAt ? await readFigures(tx, workspace, id) : null,
      links: links.map((url, index) => {
        const found = clicks.find(click => click.link === index)
        return { url, people: found?.people ?? 0, clicks: found?.clicks ?? 0 }
      }),
      troubles: issue.startedAt ? await listTroubles(tx, workspace, id) : [],
    })
  })
}

/** Only a draft is changed; one that is planned goes back to draft first. */
export function changeIssue(
  deps: Deps,
  caller: Caller,
  id: IssueId,
  change: { subject?: string; preheader?: string; body?: string; segment?: Segment },
): Promise<Result<void, IssueRefusal>> {
  return withIssue(deps, caller, id, async (tx, issue) => {
    if (issue.state !== 'draft') return refuse({ code: 'not-a-draft' })
    // Whom a digest was made for is fixed: it must not go to everybody when its words are changed.
    const { digest } = issue.segment
    const { digest: _, ...narrowed } = change.segment ?? issue.segment
    const segment: Segment = { ...narrowed, ...(digest === undefined ? {} : { digest }) }
    await updateIssue(tx, { ...issue, ...change, segment }, deps.clock.now())
    tell(tx, issue)
    return done(undefined)
  })
}

export function removeIssue(deps: Deps, caller: Caller, id: IssueId): Promise<Result<void, IssueRefusal>> {
  return withIssue(deps, caller, id, async (tx, issue) => {
    if (issue.state !== 'draft') return refuse({ code: 'not-a-draft' })
    await deleteIssue(tx, issue.workspace, id)
    tell(tx, issue)
    return done(undefined)
  })
}

/** As it will look: set anew from what is written, with a reader who has no name. */
export async function previewIssue(
  deps: Pick<BroadcastsDeps, 'db' | 'clock' | 'publicUrl'>,
  { workspace }: Caller,
  id: IssueId,
): Promise<Result<{ subject: string; html: string; text: string }, IssueRefusal>> {
  return inWorkspace(
    deps.db,
    workspace,
    async (tx): Promise<Result<{ subject: string; html: string; text: string }, IssueRefusal>> => {
      const issue = await findIssue(tx, workspace, id)
      const list = issue && (await findList(tx, workspace, issue.list))
      if (!issue || !list) return refuse({ code: 'no-such-issue' })
      const compiled = await compiledOf(tx, issue, list)
      const base = await findMailBase(tx, deps, workspace)
      const fill = (text: string) =>
        text.replaceAll(/\ue000([^\ue001]*)\ue001/g, (_, slot: string) => {
          if (slot.startsWith('name:')) return slot.slice(5)
          if (slot.startsWith('click:'))
            return compiled.links[Number(slot.slice(6))]?.replaceAll('&', '&amp;').replaceAll('"', '&quot;') ?? ''
          return slot === 'email' ? 'ana@example.org' : `${base}/l/…`
        })
      return done({
        subject: fill(compiled.subject),
        html: fill(compiled.html),
        text: fill(compiled.text).replaceAll('&amp;', '&'),
      })
    },
  )
}

async function compiledOf(tx: Transaction, issue: Issue, list: List) {
  const settings = await findMailSettings(tx, issue.workspace)
  const sent = issue.startedAt ? await findCompiled(tx, issue.workspace, issue.id) : undefined
  return sent ?? compileIssue({ ...issue, lang: list.lang, list: list.name, imprint: settings?.imprint ?? '' })
}

/** One mail to look at, through the real way out. Its links to leave belong to nobody. */
export async function sendTest(
  deps: Pick<BroadcastsDeps, 'db' | 'clock' | 'publicUrl' | 'vault' | 'listKey' | 'reach'>,
  { workspace }: Caller,
  id: IssueId,
  to: string,
): Promise<Result<void, IssueRefusal>> {
  const address = readAddress(to)
  if (!address) return refuse({ code: 'no-email' })
  const found = await inWorkspace(deps.db, workspace, async tx => {
    const issue = await findIssue(tx, workspace, id)
    const list = issue && (await findList(tx, workspace, issue.list))
    const settings = await findMailSettings(tx, workspace)
    if (!issue || !list) return undefined
    return {
      list,
      settings,
      compiled: await compiledOf(tx, issue, list),
      base: await findMailBase(tx, deps, workspace),
    }
  })
  if (!found) return refuse({ code: 'no-such-issue' })
  const { list, settings, compiled, base } = found
  if (!settings) return refuse({ code: 'no-settings' })
  const now = deps.clock.now()
  const reference = { subscriber: 0, issue: 0 }
  const reader = readerOf(deps, { email: address.email, name: null }, reference)
  const data = await pressFor(compiled, senderFor(deps, base, settings, list)).letter(
    reader,
    now,
    `kith.test.${now.getTime().toString(36)}.${messageIdOf(reference, settings)}`,
  )
  try {
    await using connection = await connectSmtp(serverOf(deps, settings), { reach: deps.reach })
    const reply = await connection.send({
      from: returnPath(settings.returnAddress, reader.back),
      to: address.email,
      data,
      watch: { offering() {}, handed() {} },
    })
    return reply.code < 400 ? done(undefined) : refuse({ code: 'not-taken', text: `${reply.code} ${reply.text}` })
  } catch (error) {
    if (error instanceof SmtpFailure) return refuse({ code: 'not-taken', text: error.message })
    throw error
  }
}

const latePastMs = 60_000

/** Now, or at a time: the etiquette is asked first, and again when it begins. */
export function scheduleIssue(
  deps: Deps,
  caller: Caller,
  id: IssueId,
  at: Date | undefined,
): Promise<Result<void, IssueRefusal>> {
  return withIssue(deps, caller, id, async (tx, issue) => {
    const { workspace } = issue
    const now = deps.clock.now()
    if (issue.state !== 'draft') return refuse({ code: 'not-a-draft' })
    if (issue.subject.trim() === '' || issue.body.trim() === '') return refuse({ code: 'nothing-written' })
    if (!(await findMailSettings(tx, workspace))) return refuse({ code: 'no-settings' })
    if (at && at.getTime() < now.getTime() - latePastMs) return refuse({ code: 'too-early' })
    if ((await countAudience(tx, workspace, issue)).goes === 0) return refuse({ code: 'nobody' })
    const verdict = assess(`${issue.subject}\n\n${issue.body}`, {
      tool: 'email',
      surface: 'list',
      stage: 'interested',
      now,
      optedIn: true,
    })
    if (verdict.verdict === 'block') return refuse({ code: 'blocked' })
    await updateIssue(tx, { ...issue, state: 'scheduled', sendAt: at ?? now }, now)
    await enqueue(
      tx,
      sendTask,
      id,
      { workspace, issue: id },
      { queue: `list-issue:${id}`, ...(at ? { runAt: at } : {}) },
    )
    await note(tx, deps, caller, issue, 'issue.scheduled')
    return done(undefined)
  })
}

/** A plan goes back to draft; what is being sent stands still, mails under way excepted. */
export function pauseIssue(deps: Deps, caller: Caller, id: IssueId): Promise<Result<void, IssueRefusal>> {
  return withIssue(deps, caller, id, async (tx, issue) => {
    const now = deps.clock.now()
    if (issue.state === 'scheduled') await updateIssue(tx, { ...issue, state: 'draft', sendAt: null }, now)
    else if (issue.state === 'sending') await updateIssue(tx, { ...issue, state: 'paused', pausedWhy: null }, now)
    else return refuse({ code: 'cannot-now' })
    await note(tx, deps, caller, issue, 'issue.paused')
    return done(undefined)
  })
}

/** Goes on with those who wait. */
export function resumeIssue(deps: Deps, caller: Caller, id: IssueId): Promise<Result<void, IssueRefusal>> {
  return withIssue(deps, caller, id, async (tx, issue) => {
    if (issue.state !== 'paused') return refuse({ code: 'cannot-now' })
    if (!(await findMailSettings(tx, issue.workspace))) return refuse({ code: 'no-settings' })
    await goOn(tx, deps, issue)
    await note(tx, deps, caller, issue, 'issue.resumed')
    return done(undefined)
  })
}

/** Those of whom nobody can tell whether they got it are sent it again: a person decides that, never the program. */
export function sendUnknownAgain(deps: Deps, caller: Caller, id: IssueId): Promise<Result<void, IssueRefusal>> {
  return withIssue(deps, caller, id, async (tx, issue) => {
    if (issue.state !== 'sent' && issue.state !== 'paused') return refuse({ code: 'cannot-now' })
    if ((await releaseUnknown(tx, issue.workspace, id)) === 0) return refuse({ code: 'nobody' })
    await goOn(tx, deps, issue)
    await note(tx, deps, caller, issue, 'issue.sent-again')
    return done(undefined)
  })
}

async function goOn(tx: Transaction, deps: Deps, issue: Issue): Promise<void> {
  const now = deps.clock.now()
  const { workspace, id } = issue
  await updateIssue(
    tx,
    { ...issue, state: 'sending', pausedWhy: null, finishedAt: null, sendAt: issue.sendAt ?? now },
    now,
  )
  await enqueue(tx, sendTask, id, { workspace, issue: id }, { queue: `list-issue:${id}` })
}

async function note(tx: Transaction, deps: Deps, caller: Caller, issue: Issue, action: string): Promise<void> {
  await audit(tx, { caller, at: deps.clock.now(), action, subjectKind: 'issue', subject: issue.id })
  tell(tx, issue)
}

function withIssue(
  deps: Deps,
  { workspace }: Caller,
  id: IssueId,
  work: (tx: Transaction, issue: Issue) => Promise<Result<void, IssueRefusal>>,
): Promise<Result<void, IssueRefusal>> {
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, IssueRefusal>> => {
    const issue = await findIssue(tx, workspace, id, true)
    return issue ? work(tx, issue) : refuse({ code: 'no-such-issue' })
  })
}
