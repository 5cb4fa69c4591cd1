import { audit } from '#features/accounts/index.ts'
import { jobUrl, listOpenJobs, type OpenJob, openDay } from '#features/openings/index.ts'
import { payText } from '#features/openings/model.ts'
import { plainFrom, readSite, type Site } from '#features/site/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { type IssueId, type ListId, newId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import {
  type DigestGroup,
  type DigestJob,
  digestIssue,
  groupReaders,
  isOf,
  nextDigest,
  weekOf,
} from '../model/digest.ts'
import {
  findDigestPlan,
  insertDigestReaders,
  type ListPlan,
  listDigestReaders,
  updateDigestPlan,
} from '../store/digests.ts'
import { findIssue, insertIssue, updateIssue } from '../store/issues.ts'
import { findList, type List } from '../store/lists.ts'
import { findMailSettings } from '../store/settings.ts'
import { digestTask, sendTask } from '../task-kinds.ts'
import type { BroadcastsDeps } from './deps.ts'

type Deps = Pick<BroadcastsDeps, 'db' | 'clock' | 'publicUrl'>
export type DigestRefusal = { code: 'no-such-list' } | { code: 'no-timezone' }

export type Digest = {
  plan: ListPlan
  /** When it goes out next; null while it is off. */
  nextAt: Date | null
  week: string
  groups: readonly DigestGroup[]
  /** By job, the interests that it was found to be of. */
  found: readonly { job: DigestJob; interests: readonly string[] }[]
  /** What the biggest group would read. */
  first: { subject: string; body: string } | null
}

/** More kinds of mail than this are put together: the smallest groups wait for the next week. */
const mostGroups = 200

function jobOf(site: Site, job: OpenJob, lang: string): DigestJob {
  const pay = job.pay ? payText(job.pay, lang) : ''
  const place = [job.town ?? job.place].filter(Boolean).join('')
  return {
    id: job.id,
    title: job.title,
    url: jobUrl(site, job),
    facts: [job.organisation, place, pay].filter(Boolean).join(' · '),
    summary: plainFrom(job.description, 180),
    words: [...job.must, ...job.nice, job.employment],
    place: [job.place, job.town, job.region].filter(Boolean).join(' '),
    anywhere: job.remote === 'yes',
  }
}

async function compose(tx: Transaction, site: Site, list: List, plan: ListPlan, now: Date) {
  const since = plan.until ?? new Date(now.getTime() - 7 * dayMs)
  const open = await listOpenJobs(tx, list.workspace, openDay(now), 500)
  const jobs = open
    .filter(job => job.openedAt !== null && job.openedAt > since && job.openedAt <= now)
    .map(job => jobOf(site, job, list.lang))
  const week = weekOf(now, plan.timezone)
  const readers = jobs.length === 0 ? [] : await listDigestReaders(tx, list.workspace, list.id, week)
  return { jobs, week, groups: groupReaders(readers, jobs, list.interests).slice(0, mostGroups) }
}

/** What would go out now. Nothing is written. */
export async function readDigest(
  deps: Deps,
  { workspace }: Caller,
  id: ListId,
): Promise<Result<Digest, DigestRefusal>> {
  const site = await readSite(deps, workspace)
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<Digest, DigestRefusal>> => {
    const list = await findList(tx, workspace, id)
    const plan = list && (await findDigestPlan(tx, workspace, id))
    if (!list || !plan) return refuse({ code: 'no-such-list' })
    const now = deps.clock.now()
    const { jobs, week, groups } = await compose(tx, site, list, plan, now)
    const [first] = groups
    return done({
      plan,
      nextAt: plan.on ? nextDigest(plan, now) : null,
      week,
      groups,
      found: jobs.map(job => ({
        job,
        interests: list.interests.filter(each => isOf(job, each)).map(each => each.label),
      })),
      first: first ? digestIssue(first.jobs, list.lang) : null,
    })
  })
}

/** What is open when it is turned on counts as told, but for the last week. */
export async function changeDigest(
  deps: Deps,
  caller: Caller,
  id: ListId,
  change: Partial<Pick<ListPlan, 'on' | 'weekday' | 'hour' | 'timezone' | 'onJobs'>>,
): Promise<Result<void, DigestRefusal>> {
  const { workspace } = caller
  const { timezone } = change
  if (timezone !== undefined && !isTimezone(timezone)) return refuse({ code: 'no-timezone' })
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, DigestRefusal>> => {
    const before = await findDigestPlan(tx, workspace, id, true)
    if (!before) return refuse({ code: 'no-such-list' })
    const now = deps.clock.now()
    const plan: ListPlan = { ...before, ...change }
    if (plan.on && !before.on) plan.until = new Date(now.getTime() - 7 * dayMs)
    await updateDigestPlan(tx, workspace, id, plan)
    if (plan.on) await keepPlan(tx, workspace, id, nextDigest(plan, now))
    await audit(tx, { caller, at: now, action: 'list.digest-changed', subjectKind: 'list', subject: id })
    tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: id } })
    return done(undefined)
  })
}

const keepPlan = (tx: Transaction, workspace: WorkspaceId, list: ListId, at: Date) =>
  enqueue(tx, digestTask, list, { workspace, list }, { runAt: at })

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * By its task: one issue for each group of readers, on its way at once, and the next week's task. Whoever got one this week gets none;
 * when nothing is new, nothing goes out. Run again after a crash, it finds what is written.
 */
export async function makeDigest(deps: Deps, workspace: WorkspaceId, id: ListId): Promise<IssueId[]> {
  const site = await readSite(deps, workspace)
  return inWorkspace(deps.db, workspace, async tx => {
    const plan = await findDigestPlan(tx, workspace, id, true)
    const list = plan?.on ? await findList(tx, workspace, id) : undefined
    if (!plan || !list) return []
    const now = deps.clock.now()
    await keepPlan(tx, workspace, id, nextDigest(plan, now))
    // Without a way out the week's jobs are kept for the next one.
    if (!(await findMailSettings(tx, workspace))) return []
    const { groups, week } = await compose(tx, site, list, plan, now)
    const made: IssueId[] = []
    for (const { jobs, readers } of groups) {
      const issue = newId<'Issue'>(now.getTime())
      const { subject, preheader, body } = digestIssue(jobs, list.lang)
      const segment = { digest: week }
      await insertIssue(
        tx,
        { workspace, id: issue, list: id, subject, preheader, body, segment, user: list.owner },
        now,
      )
      await insertDigestReaders(tx, workspace, { issue, week, readers })
      const written = await findIssue(tx, workspace, issue, true)
      if (!written) continue
      await updateIssue(tx, { ...written, state: 'scheduled', sendAt: now }, now)
      await enqueue(tx, sendTask, issue, { workspace, issue }, { queue: `list-issue:${issue}` })
      made.push(issue)
    }
    await updateDigestPlan(tx, workspace, id, { ...plan, until: now })
    tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: id } })
    return made
  })
}
