import { audit } from '#features/accounts/index.ts'
import { type ListId, newId, type SubscriberId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'
import { type SubscriberState, slugOf } from '../model/lists.ts'
import { listIssues } from '../store/issues.ts'
import {
  findList,
  insertList,
  insertWording,
  type List,
  listLists,
  listWordings,
  updateList,
  type Wording,
} from '../store/lists.ts'
import { findMailSettings } from '../store/settings.ts'
import { findSubscriber, listProofs, listSubscribers, type SubscriberRow } from '../store/subscribers.ts'
import type { ChangeList, CreateList } from '../wire.ts'
import type { BroadcastsDeps } from './deps.ts'
import { endSubscription } from './leave.ts'

type Deps = Pick<BroadcastsDeps, 'db' | 'clock'>
export type ListRefusal = { code: 'no-such-list' } | { code: 'no-such-subscriber' }

export function readLists(deps: Deps, { workspace }: Caller) {
  return inWorkspace(deps.db, workspace, async tx => ({
    lists: await listLists(tx, workspace),
    ready: (await findMailSettings(tx, workspace)) !== undefined,
  }))
}

export function readList(deps: Deps, { workspace }: Caller, id: ListId) {
  return inWorkspace(deps.db, workspace, async tx => {
    const list = (await listLists(tx, workspace)).find(one => one.id === id)
    if (!list) return refuse({ code: 'no-such-list' })
    return done({
      list,
      ready: (await findMailSettings(tx, workspace)) !== undefined,
      issues: await listIssues(tx, workspace, id),
      wordings: await listWordings(tx, workspace, id),
    })
  })
}

export function createList(deps: Deps, caller: Caller, input: CreateList): Promise<ListId> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const id = newId<'List'>(now.getTime())
    const { name, lang, purpose, consent, interests = [] } = input
    await insertList(tx, { workspace, id, slug: slugOf(name), name: name.trim(), lang, interests, owner: user }, now)
    await insertWording(
      tx,
      { workspace, id, version: 1, purpose: purpose.trim(), consent: consent.trim(), lang, user },
      now,
    )
    await audit(tx, { caller, at: now, action: 'list.created', subjectKind: 'list', subject: id })
    tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: id } })
    return id
  })
}

/** Other words for purpose or consent are a new version: who agreed to the earlier ones agreed to those. */
export function changeList(
  deps: Deps,
  caller: Caller,
  id: ListId,
  change: { [K in keyof ChangeList]?: Exclude<ChangeList[K], undefined> },
): Promise<Result<void, ListRefusal>> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, ListRefusal>> => {
    const list = await findList(tx, workspace, id)
    if (!list) return refuse({ code: 'no-such-list' })
    const now = deps.clock.now()
    const next: List = {
      ...list,
      name: change.name?.trim() ?? list.name,
      slug: change.name === undefined ? list.slug : slugOf(change.name),
      lang: change.lang ?? list.lang,
      interests: change.interests ?? list.interests,
      purpose: change.purpose?.trim() ?? list.purpose,
      consent: change.consent?.trim() ?? list.consent,
      archivedAt: change.archived === undefined ? list.archivedAt : change.archived ? now : null,
    }
    const reworded = next.purpose !== list.purpose || next.consent !== list.consent || next.lang !== list.lang
    if (reworded) {
      next.version = list.version + 1
      await insertWording(tx, { ...next, user }, now)
    }
    await updateList(tx, next)
    await audit(tx, {
      caller,
      at: now,
      action: change.archived ? 'list.closed' : 'list.changed',
      subjectKind: 'list',
      subject: id,
      detail: { version: next.version },
    })
    tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: id } })
    return done(undefined)
  })
}

const pageSize = 50

export function readSubscribers(
  deps: Deps,
  { workspace }: Caller,
  list: ListId,
  filter: { state?: SubscriberState | undefined; search?: string | undefined; before?: SubscriberId | undefined },
): Promise<{ subscribers: SubscriberRow[]; next: SubscriberId | null }> {
  return inWorkspace(deps.db, workspace, async tx => {
    const search = filter.search?.trim() || undefined
    const rows = await listSubscribers(tx, workspace, list, { ...filter, search, limit: pageSize + 1 })
    const subscribers = rows.slice(0, pageSize)
    return { subscribers, next: rows.length > pageSize ? (subscribers.at(-1)?.id ?? null) : null }
  })
}

/** Step by step, each with the words they read then. */
export function readProofs(deps: Deps, { workspace }: Caller, list: ListId, id: SubscriberId) {
  return inWorkspace(deps.db, workspace, async tx => {
    const subscriber = await findSubscriber(tx, workspace, id)
    if (subscriber?.list !== list) return refuse({ code: 'no-such-subscriber' })
    const wordings = new Map<number, Wording>(
      (await listWordings(tx, workspace, list)).map(wording => [wording.version, wording]),
    )
    const proofs = (await listProofs(tx, workspace, id)).map(proof => {
      const wording = proof.wording === null ? undefined : wordings.get(proof.wording)
      const how = proof.detail.how ?? proof.detail.reason ?? proof.detail.source ?? proof.detail.proof
      return {
        kind: proof.kind,
        at: proof.at,
        ip: proof.ip,
        page: proof.page,
        purpose: wording?.purpose ?? null,
        consent: wording?.consent ?? null,
        how: typeof how === 'string' ? how : null,
      }
    })
    return done({ proofs })
  })
}

/** Somebody told a recruiter that they want no more: by phone, in a chat. */
export function removeSubscriber(
  deps: Pick<BroadcastsDeps, 'db' | 'clock' | 'touches' | 'listKey'>,
  caller: Caller,
  list: ListId,
  id: SubscriberId,
): Promise<Result<void, ListRefusal>> {
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, ListRefusal>> => {
    const subscriber = await findSubscriber(tx, workspace, id)
    if (subscriber?.list !== list) return refuse({ code: 'no-such-subscriber' })
    await endSubscription(tx, deps, { workspace, id: list }, subscriber, { how: 'recruiter' })
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'list.subscriber-removed',
      subjectKind: 'list',
      subject: list,
      detail: { subscriber: id },
    })
    return done(undefined)
  })
}
