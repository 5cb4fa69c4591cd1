import { assess } from '#features/etiquette/index.ts'
import type { IssueId, WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { nodeName } from '#platform/mail/journal.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { throttleBy } from '../model/issues.ts'
import { compileIssue } from '../render/mail-html.ts'
import { countOpen, insertDeliveries } from '../store/deliveries.ts'
import { findCompiled, findIssue, type Issue, updateCompiled, updateIssue } from '../store/issues.ts'
import { findList } from '../store/lists.ts'
import { findMailSettings } from '../store/settings.ts'
import { sendTask } from '../task-kinds.ts'
import { sendWaiting } from './send/hand-over.ts'
import { recover } from './send/recover.ts'
import { needsMending, type Run, type SendDeps } from './send/run.ts'
import { findMailBase } from './sender.ts'

/**
 * Sends an issue to the end, or as far as it goes now: paused, throttled or put off, it ends early and, where time is all it needs, leaves
 * a task for later. One run at a time per issue (the task queue sees to that); begun again after a crash it goes on where it was.
 */
export async function sendIssue(
  deps: SendDeps,
  given: { workspace: WorkspaceId; issue: IssueId },
  signal: AbortSignal,
): Promise<void> {
  const run = await begin(deps, given)
  if (!run) return
  await recover(deps, run)
  const throttle = throttleBy({ each: run.settings.domainLimit, named: run.settings.domainLimits })
  try {
    await sendWaiting(deps, run, throttle, signal)
  } catch (error) {
    if (!needsMending(error)) throw error
    await pause(deps, run, error.message)
    return
  }
  await finish(deps, run)
}

/** From scheduled to sending, with one row for each reader: all of it or nothing. */
async function begin(deps: SendDeps, given: { workspace: WorkspaceId; issue: IssueId }): Promise<Run | undefined> {
  const { workspace } = given
  const node = await nodeName(deps.outgoing)
  return inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const issue = await findIssue(tx, workspace, given.issue, true)
    if (!issue || (issue.state !== 'sending' && issue.state !== 'scheduled')) return undefined
    if (issue.state === 'scheduled' && issue.sendAt && issue.sendAt > now) return undefined
    const list = await findList(tx, workspace, issue.list)
    const settings = await findMailSettings(tx, workspace)
    if (!list || !settings) {
      await updateIssue(
        tx,
        { ...issue, state: 'paused', pausedWhy: 'There is no way out for list mail: see Settings, List mail.' },
        now,
      )
      return undefined
    }
    const verdict = assess(`${issue.subject}\n\n${issue.body}`, {
      tool: 'email',
      surface: 'list',
      stage: 'interested',
      now,
      optedIn: true,
    })
    if (verdict.verdict === 'block') {
      await updateIssue(tx, { ...issue, state: 'paused', pausedWhy: verdict.reasons[0]?.message ?? '' }, now)
      return undefined
    }
    const compiled =
      (issue.startedAt ? await findCompiled(tx, workspace, issue.id) : undefined) ??
      compileIssue({ ...issue, lang: list.lang, list: list.name, imprint: settings.imprint })
    const started: Issue = { ...issue, state: 'sending', startedAt: issue.startedAt ?? now, pausedWhy: null }
    if (!issue.startedAt) {
      await updateCompiled(tx, workspace, issue.id, compiled)
      await insertDeliveries(tx, workspace, issue.id, list.id, issue.segment)
    }
    await updateIssue(tx, started, now)
    tell(tx, started)
    const base = await findMailBase(tx, deps, workspace)
    return { workspace, issue: started, list, settings, compiled, node, base }
  })
}

const tell = (tx: Transaction, { workspace, list, id }: Issue) =>
  tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list, issue: id } })

async function pause(deps: SendDeps, { workspace, issue }: Run, why: string): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const current = await findIssue(tx, workspace, issue.id, true)
    if (current?.state !== 'sending') return
    const paused: Issue = { ...current, state: 'paused', pausedWhy: why }
    await updateIssue(tx, paused, now)
    tell(tx, paused)
  })
}

async function finish(deps: SendDeps, { workspace, issue }: Run): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const current = await findIssue(tx, workspace, issue.id, true)
    if (current?.state !== 'sending') return
    const { open, nextAt } = await countOpen(tx, workspace, issue.id)
    if (open > 0) {
      const runAt = new Date(Math.max(nextAt?.getTime() ?? 0, now.getTime() + 5_000))
      await enqueue(tx, sendTask, issue.id, { workspace, issue: issue.id }, { runAt, queue: `list-issue:${issue.id}` })
      return
    }
    const sent: Issue = { ...current, state: 'sent', finishedAt: now }
    await updateIssue(tx, sent, now)
    tell(tx, sent)
  })
}
