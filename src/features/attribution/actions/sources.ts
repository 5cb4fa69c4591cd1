import { randomBytes } from 'node:crypto'
import { baseOf, findSite } from '#features/site/index.ts'
import { type CampaignId, newId, type PersonId, type SourceId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { acrossWorkspaces, inWorkspace, type Transaction } from '#storage/database.ts'
import {
  addressOf,
  codeFrom,
  isCode,
  isFeedCode,
  issueNumberIn,
  type SourceKind,
  targetFrom,
} from '../model/sources.ts'
import { findCampaign } from '../store/campaigns.ts'
import { markDueOf } from '../store/people.ts'
import {
  ensureThingSource,
  findSource,
  findSourceByCode,
  findThing,
  insertSource,
  isCodeTaken,
  listSources,
  listUnsourced,
  type Source,
  type SourceRow,
  updateSource,
} from '../store/sources.ts'
import type { AttributionDeps } from './deps.ts'
import { refreshSoon, tellChanged } from './join.ts'

export type SourceRefusal = {
  code: 'no-such-source' | 'no-such-thing' | 'no-such-campaign' | 'no-target' | 'no-code' | 'code-taken' | 'automatic'
}

/** Where links of a workspace begin, and the hosts that are its own. */
async function homeOf(tx: Transaction, deps: AttributionDeps, workspace: WorkspaceId) {
  const installation = new URL(deps.publicUrl)
  const site = await findSite(tx, workspace)
  const base = new URL(baseOf(deps, site)).origin
  return { base, hosts: [installation.host, ...(site?.domain ? [site.domain] : [])] }
}

export type SourceView = Source & { url: string; leadsTo: string }
const withUrl = <T extends Source>(source: T, base: string): T & { url: string; leadsTo: string } => ({
  ...source,
  url: `${base}/go/${source.code}`,
  leadsTo: new URL(source.target, base).href,
})

export type Given = {
  /** `link`: stands anywhere, and leads to `thing` where one is named. */
  kind: 'group' | 'profile' | 'referral' | 'link'
  /** The group it stands in. */
  group?: string
  /** What it leads to. */
  to?: { kind: 'page' | 'post' | 'opening' | 'list' | 'issue'; id: string }
  target?: string
  person?: PersonId
  label?: string
  tool?: ToolId
  code?: string
  campaign?: CampaignId
}

/** A code of its own that can be read, or seven letters that nobody else has. */
async function codeFor(tx: Transaction, wish: string | undefined): Promise<Result<string, SourceRefusal>> {
  if (wish === undefined) return done(codeFrom(randomBytes(7)))
  const code = wish.trim().toLowerCase()
  if (!isCode(code) || isFeedCode(code) || issueNumberIn(code) !== undefined) return refuse({ code: 'no-code' })
  return (await isCodeTaken(tx, code, undefined)) ? refuse({ code: 'code-taken' }) : done(code)
}

/** One click: the link that was made here before is given again, unless a code is wished for. */
export function makeSource(
  deps: AttributionDeps,
  caller: Caller,
  given: Given,
): Promise<Result<SourceView, SourceRefusal>> {
  const { workspace, user } = caller
  const now = deps.clock.now()
  // A code must be nobody's, and other workspaces' codes are none of the rows that this one sees.
  return acrossWorkspaces(deps.db, async (tx): Promise<Result<SourceView, SourceRefusal>> => {
    const home = await homeOf(tx, deps, workspace)
    const to = given.to && (await findThing(tx, workspace, given.to.kind, given.to.id))
    if (given.to && !to) return refuse({ code: 'no-such-thing' })
    const group = given.group === undefined ? undefined : await findThing(tx, workspace, 'group', given.group)
    if (given.kind === 'group' && !group) return refuse({ code: 'no-such-thing' })
    if (given.campaign && !(await findCampaign(tx, workspace, given.campaign)))
      return refuse({ code: 'no-such-campaign' })
    const target = given.target === undefined ? (to?.target ?? '/jobs') : targetFrom(given.target, home.hosts)
    if (target === undefined) return refuse({ code: 'no-target' })
    const tool = given.tool ?? (group?.tool as ToolId | undefined) ?? (to?.tool as ToolId | undefined) ?? 'website-chat'
    const thing =
      given.kind === 'group' ? (given.group ?? null) : given.kind === 'profile' ? user : (given.to?.id ?? null)
    if (given.code === undefined) {
      const known = (
        await listSources(tx, workspace, {
          kind: given.kind,
          ...(thing ? { thing } : {}),
          target,
          archived: false,
          limit: 200,
        })
      ).find(
        one =>
          one.user === user &&
          one.tool === tool &&
          one.person === (given.person ?? null) &&
          one.thing === thing &&
          !one.automatic,
      )
      if (known) return done(withUrl(known, home.base))
    }
    const code = await codeFor(tx, given.code)
    if (!code.ok) return code
    const source: Source = {
      id: newId<'Source'>(now.getTime()),
      workspace,
      kind: given.kind,
      thing,
      code: code.value,
      label: (given.label?.trim() || group?.label || to?.label || code.value).slice(0, 200),
      tool,
      target,
      campaign: given.campaign ?? null,
      user,
      person: given.person ?? null,
      automatic: false,
      sample: false,
      createdAt: now,
      archivedAt: null,
    }
    if (!(await insertSource(tx, source))) return refuse({ code: 'code-taken' })
    tellChanged(tx, workspace)
    return done(withUrl(source, home.base))
  })
}

export type SourceChange = {
  label?: string
  code?: string
  tool?: ToolId
  target?: string
  campaign?: CampaignId | null
  archived?: boolean
}

/** A link that stands somewhere keeps leading: an archived one is out of the lists only. Of what Kith made itself the campaign alone changes. */
export function changeSource(
  deps: AttributionDeps,
  caller: Caller,
  id: SourceId,
  change: SourceChange,
): Promise<Result<SourceView, SourceRefusal>> {
  const { workspace } = caller
  return acrossWorkspaces(deps.db, async (tx): Promise<Result<SourceView, SourceRefusal>> => {
    const source = await findSource(tx, workspace, id, 'for-update')
    if (!source) return refuse({ code: 'no-such-source' })
    const { campaign, ...own } = change
    if (source.automatic && Object.keys(own).length > 0) return refuse({ code: 'automatic' })
    const home = await homeOf(tx, deps, workspace)
    const target = change.target === undefined ? source.target : targetFrom(change.target, home.hosts)
    if (target === undefined) return refuse({ code: 'no-target' })
    const code = change.code === undefined ? source.code : change.code.trim().toLowerCase()
    if (code !== source.code) {
      if (!isCode(code) || isFeedCode(code) || issueNumberIn(code) !== undefined) return refuse({ code: 'no-code' })
      if (await isCodeTaken(tx, code, id)) return refuse({ code: 'code-taken' })
    }
    if (campaign && !(await findCampaign(tx, workspace, campaign))) return refuse({ code: 'no-such-campaign' })
    const next: Source = {
      ...source,
      target,
      code,
      label: change.label?.trim() || source.label,
      tool: change.tool ?? source.tool,
      campaign: campaign === undefined ? source.campaign : campaign,
      archivedAt:
        change.archived === undefined
          ? source.archivedAt
          : change.archived
            ? (source.archivedAt ?? deps.clock.now())
            : null,
    }
    await updateSource(tx, next)
    if (next.campaign !== source.campaign) {
      await markDueOf(tx, workspace, id)
      await refreshSoon(tx, workspace)
    }
    tellChanged(tx, workspace)
    return done(withUrl(next, home.base))
  })
}

const mostFound = 200

/** Without `kind` and `thing`, what readers can open stands among them before anybody came by it. */
export async function readSources(
  deps: AttributionDeps,
  { workspace }: Caller,
  only: { kind?: SourceKind; thing?: string; archived: boolean },
): Promise<(SourceRow & { url: string; leadsTo: string })[]> {
  return inWorkspace(deps.db, workspace, async tx => {
    const { base } = await homeOf(tx, deps, workspace)
    if (only.kind === undefined && only.thing === undefined)
      for (const { kind, thing } of await listUnsourced(tx, workspace, mostFound))
        await ensureThingSource(tx, workspace, kind, thing, deps.clock.now())
    return (await listSources(tx, workspace, { ...only, limit: 1_000 })).map(source => withUrl(source, base))
  })
}

/** Where a code leads; undefined when it is nobody's. Across workspaces: the address names the code alone. */
export function followCode(
  deps: Pick<AttributionDeps, 'db' | 'publicUrl' | 'clock'>,
  code: string,
): Promise<{ workspace: WorkspaceId; to: string } | undefined> {
  return acrossWorkspaces(deps.db, async tx => {
    const source = isCode(code) ? await findSourceByCode(tx, code) : undefined
    if (!source) return undefined
    const { base } = await homeOf(tx, deps, source.workspace)
    return { workspace: source.workspace, to: addressOf(source, base) }
  })
}
