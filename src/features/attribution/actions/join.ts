import type { Clock } from '#kernel/clock.ts'
import type { ConversationId, PersonId, SourceId, WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { beforeCommit, type Transaction } from '#storage/database.ts'
import type { TouchKind } from '../model/milestones.ts'
import { codesIn, isCode, thingAt } from '../model/sources.ts'
import { addTouches, findVisit, markDue, type PersonTouch } from '../store/people.ts'
import { findOwnHost, resolveCode, resolvePath, resolveThing } from '../store/sources.ts'
import { refreshTask } from '../task-kinds.ts'

export type JoinDeps = { clock: Clock; publicUrl: string }

/** What a person's own browser carried with it when they wrote, and what they wrote on. */
export type Trail = {
  codes: readonly (string | null | undefined)[]
  page: string | null | undefined
  referrer: string | null | undefined
  things: readonly (string | null | undefined)[]
}

export type CameBy = { person: PersonId; kind: TouchKind; at: Date; trail: Trail }

/** Path of an address of ours; undefined for others'. */
function ownPath(address: string | null | undefined, hosts: ReadonlySet<string>): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return hosts.has(url.host) ? url.pathname : undefined
}

/** In the order in which they were come by: the link, the page before, the page itself. */
async function sourcesOf(
  tx: Transaction,
  deps: JoinDeps,
  workspace: WorkspaceId,
  { codes, page, referrer, things }: Trail,
): Promise<SourceId[]> {
  const now = deps.clock.now()
  const domain = await findOwnHost(tx, workspace)
  const hosts = new Set([new URL(deps.publicUrl).host, ...(domain ? [domain] : [])])
  const found: (SourceId | undefined)[] = []
  const asked = [...(ownPath(referrer, hosts) === undefined ? [] : codesIn(referrer)), ...codesIn(page), ...codes]
  for (const code of asked) if (code && isCode(code)) found.push(await resolveCode(tx, workspace, code, now))
  for (const address of [referrer, page]) {
    const path = thingAt(ownPath(address, hosts) ?? '')
    if (path) found.push(await resolvePath(tx, workspace, path, now))
  }
  for (const thing of things) if (thing) found.push(await resolveThing(tx, workspace, thing, now))
  return [...new Set(found.filter(source => source !== undefined))]
}

/** They chatted, subscribed or applied, having agreed to it: from now on it is known what brought them, and not before. */
export async function joinPeople(
  tx: Transaction,
  deps: JoinDeps,
  workspace: WorkspaceId,
  came: readonly CameBy[],
): Promise<void> {
  const touches: PersonTouch[] = []
  for (const { person, kind, at, trail } of came)
    for (const [step, source] of (await sourcesOf(tx, deps, workspace, trail)).entries())
      touches.push({ person, source, kind, at, step })
  if (touches.length === 0) return
  await addTouches(tx, workspace, touches)
  refreshLater(
    tx,
    workspace,
    touches.map(touch => touch.person),
  )
}

const waiting = new WeakMap<Transaction, Set<PersonId>>()

/** Marks them once, when everything else of the transaction is done. */
export function refreshLater(tx: Transaction, workspace: WorkspaceId, people: readonly PersonId[]): void {
  const known = waiting.get(tx) ?? new Set<PersonId>()
  waiting.set(tx, known)
  for (const person of people) known.add(person)
  beforeCommit(tx, waiting, async () => {
    if (await markDue(tx, workspace, [...known])) await refreshSoon(tx, workspace)
  })
}

/** One at a time in a workspace. */
export const refreshSoon = (tx: Transaction, workspace: WorkspaceId, runAt?: Date): Promise<void> =>
  enqueue(tx, refreshTask, workspace, { workspace }, { queue: `attribution:${workspace}`, ...(runAt && { runAt }) })

const uuidIn = (text: string) => /^(?:page|post|opening|list|issue):([0-9a-f-]{36})$/.exec(text)?.[1]

/** What the visitor's own browser said when they opened the chat. */
export async function visitTrail(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
): Promise<Trail | undefined> {
  const visit = await findVisit(tx, workspace, conversation)
  if (!visit) return undefined
  const { page, referrer, campaign } = visit
  const thing = uuidIn(campaign ?? '')
  return { codes: [thing ? null : campaign], page, referrer, things: [thing] }
}

/** For pages that show how people come: what they have is stale. */
export const tellChanged = (tx: Transaction, workspace: WorkspaceId): void =>
  tellBrowsers(tx, workspace, { kind: 'attribution.changed', payload: {} })
