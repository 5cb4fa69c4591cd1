import { createHash, randomBytes } from 'node:crypto'
import { audit } from '#features/accounts/index.ts'
import { newId, type PageId, parseId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { acrossWorkspaces, inWorkspace, type Transaction } from '#storage/database.ts'
import { type Counted, judgeVersions, type Verdict } from '../model/experiment.ts'
import type { LandingContent } from '../model.ts'
import {
  countVersions,
  type Experiment,
  endExperiment,
  ensureSalt,
  findExperiment,
  findExperimentAt,
  insertExperiment,
  recordReached,
  recordVisit,
  type Version,
} from '../store/experiments.ts'
import { findPageForUpdate, insertVersion, updatePage } from '../store/pages.ts'
import type { PagesDeps } from './pages.ts'

export type ExperimentRefusal =
  | { code: 'no-such-page' }
  | { code: 'nothing-to-try' }
  | { code: 'runs-already' }
  | { code: 'runs-not' }

export type ExperimentView = { startedAt: Date; a: Counted; b: Counted; verdict: Verdict }

export function readExperiment(
  deps: PagesDeps,
  { workspace }: Caller,
  page: PageId,
): Promise<ExperimentView | undefined> {
  return inWorkspace(deps.db, workspace, async tx => {
    const test = await findExperiment(tx, workspace, page)
    if (!test) return undefined
    const { a, b } = await countVersions(tx, workspace, test.id)
    return { startedAt: test.startedAt, a, b, verdict: judgeVersions(a, b) }
  })
}

/** What was changed since the page went out becomes version B; readers get one of both, each always the same on one day. */
export async function startExperiment(
  deps: PagesDeps,
  caller: Caller,
  id: PageId,
): Promise<Result<void, ExperimentRefusal>> {
  const { workspace, user } = caller
  const result = await inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, ExperimentRefusal>> => {
    const page = await findPageForUpdate(tx, workspace, id)
    if (!page || page.removedAt) return refuse({ code: 'no-such-page' })
    if (await findExperiment(tx, workspace, id)) return refuse({ code: 'runs-already' })
    if (!page.publishedAt || !page.draft) return refuse({ code: 'nothing-to-try' })
    const now = deps.clock.now()
    await insertExperiment(tx, workspace, {
      id: newId(now.getTime()),
      page: id,
      variant: page.draft,
      startedAt: now,
      user,
    })
    await updatePage(tx, { ...page, draft: null, updatedAt: now })
    await note(tx, deps, caller, id, 'page.test-started')
    return done(undefined)
  })
  forget(deps, workspace)
  return result
}

/** The one that was kept is the page from now on; the other stays among its versions. */
export async function keepVersion(
  deps: PagesDeps,
  caller: Caller,
  id: PageId,
  kept: Version,
): Promise<Result<void, ExperimentRefusal>> {
  const { workspace, user } = caller
  const result = await inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, ExperimentRefusal>> => {
    const page = await findPageForUpdate(tx, workspace, id)
    const test = page && (await findExperiment(tx, workspace, id))
    if (!page) return refuse({ code: 'no-such-page' })
    if (!test) return refuse({ code: 'runs-not' })
    const now = deps.clock.now()
    const counted = await countVersions(tx, workspace, test.id)
    await endExperiment(tx, workspace, test.id, { kept, result: counted, at: now })
    // Both were before readers.
    await insertVersion(tx, { ...page, content: test.variant }, { id: newId(now.getTime()), user, at: now })
    if (kept === 'b') await updatePage(tx, { ...page, content: test.variant, updatedAt: now })
    await note(tx, deps, caller, id, 'page.test-ended')
    return done(undefined)
  })
  forget(deps, workspace)
  return result
}

async function note(tx: Transaction, deps: PagesDeps, caller: Caller, id: PageId, action: string): Promise<void> {
  await audit(tx, { caller, at: deps.clock.now(), action, subjectKind: 'page', subject: id })
  tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: { page: id } })
}

type Running = (Experiment & { workspace: WorkspaceId }) | undefined
/** Of this process, by address: a page that is asked for a thousand times a second asks the database once. */
const running = new Map<string, { until: number; found: Running }>()
const keptMs = 2_000

function forget(deps: PagesDeps, workspace: WorkspaceId): void {
  running.clear()
  deps.answers?.forget(workspace)
}

async function runningAt(deps: Pick<PagesDeps, 'db'>, slug: string): Promise<Running> {
  const known = running.get(slug)
  if (known && known.until > Date.now()) return known.found
  const found = await acrossWorkspaces(deps.db, tx => findExperimentAt(tx, slug))
  if (running.size > 5_000) running.clear()
  running.set(slug, { until: Date.now() + keptMs, found })
  return found
}

/** Who asks, as far as the request says so; nothing of it is kept. */
export type Reader = { ip: string; agent: string; purpose: string }
const bots = /bot\b|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|monitor|curl|wget|headless/i
const isPerson = ({ agent, purpose }: Reader) => agent !== '' && !bots.test(agent) && !/prefetch|preview/i.test(purpose)

async function knownAs(
  tx: Transaction,
  deps: Pick<PagesDeps, 'clock'>,
  workspace: WorkspaceId,
  test: string,
  { ip, agent }: Reader,
): Promise<{ day: string; visitor: Uint8Array; version: Version }> {
  const day = deps.clock.now().toISOString().slice(0, 10)
  const salt = await ensureSalt(tx, workspace, day, randomBytes(32))
  const hash = createHash('sha256').update(salt).update(`${test}\n${ip}\n${agent}`).digest()
  return { day, visitor: hash.subarray(0, 16), version: ((hash[16] ?? 0) & 1) === 0 ? 'a' : 'b' }
}

/** Which version this reader gets, while two are tried; counted once a day when `counts`. */
export async function chooseVersion(
  deps: Pick<PagesDeps, 'db' | 'clock'>,
  slug: string,
  reader: Reader,
  counts: boolean,
): Promise<{ version: Version; content: LandingContent | undefined } | undefined> {
  const test = await runningAt(deps, slug)
  if (!test) return undefined
  const { workspace, id, variant } = test
  const { version } = await inWorkspace(deps.db, workspace, async tx => {
    const as = await knownAs(tx, deps, workspace, id, reader)
    if (counts && isPerson(reader)) await recordVisit(tx, workspace, { test: id, ...as })
    return as
  })
  return { version, content: version === 'b' ? variant : undefined }
}

/** A reader of the page opened the chat, or asked for mail. `campaign`: `page:` and its id. */
export async function noteReached(
  deps: Pick<PagesDeps, 'db' | 'clock'>,
  workspace: WorkspaceId,
  campaign: string,
  reader: Reader,
  how: 'chatted' | 'subscribed',
): Promise<void> {
  const page = campaign.startsWith('page:') ? parseId<'Page'>(campaign.slice('page:'.length)) : undefined
  if (!page) return
  await inWorkspace(deps.db, workspace, async tx => {
    const test = await findExperiment(tx, workspace, page)
    if (!test) return
    const as = await knownAs(tx, deps, workspace, test.id, reader)
    await recordReached(tx, workspace, { test: test.id, ...as }, how)
  })
}
