import { markDoNotContact } from '#features/people/index.ts'
import { recordTouches } from '#features/relationships/index.ts'
import type { ListId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { tellBrowsers } from '#platform/live.ts'
import { acrossWorkspaces, inWorkspace, type Transaction } from '#storage/database.ts'
import type { Reference } from '../model/reference.ts'
import { updateLeft } from '../store/deliveries.ts'
import { findList, type List } from '../store/lists.ts'
import {
  findSubscriberByNumber,
  findWorkspaceOfSubscriber,
  insertProof,
  insertStop,
  listOfAddressForUpdate,
  type Subscriber,
  saveSubscriber,
} from '../store/subscribers.ts'
import { readReferenceToken } from '../tokens.ts'
import type { SubscribeDeps } from './subscribe.ts'

export type LinkRefusal = { code: 'bad-link' }
export type Leaving = { list: List; subscriber: Subscriber }

/** How they told us: the button of their mail program, our page, a mail, the page of all lists. */
export type LeftBy = 'one-click' | 'page' | 'mail' | 'choices' | 'recruiter'

/** Who a web link speaks of; looking changes nothing. */
export async function readLeaving(deps: SubscribeDeps, token: string): Promise<Result<Leaving, LinkRefusal>> {
  return withReference(deps, token, async (_tx, _reference, leaving) => leaving)
}

/** Ends this subscription. Done twice it is done. */
export function leave(
  deps: SubscribeDeps,
  token: string,
  by: { how: LeftBy; ip?: string | undefined },
): Promise<Result<Leaving, LinkRefusal>> {
  return withReference(deps, token, async (tx, { issue }, { list, subscriber }) => {
    await endSubscription(tx, deps, list, subscriber, by, issue)
    return { list, subscriber }
  })
}

export async function endSubscription(
  tx: Transaction,
  deps: SubscribeDeps,
  list: Pick<List, 'workspace' | 'id'>,
  subscriber: Subscriber,
  by: { how: LeftBy; ip?: string | undefined },
  issue = 0,
): Promise<void> {
  if (subscriber.state === 'left' || subscriber.state === 'stopped') return
  const { workspace } = list
  const now = deps.clock.now()
  const wasIn = subscriber.state === 'confirmed'
  await saveSubscriber(
    tx,
    { ...subscriber, state: 'left', endedHow: by.how, endedAt: now, nonce: null, confirmUntil: null },
    now,
  )
  await insertProof(tx, workspace, subscriber.id, {
    kind: 'left',
    at: now,
    ip: by.ip?.slice(0, 60) ?? null,
    page: null,
    wording: subscriber.wording,
    detail: { how: by.how },
  })
  if (issue > 0) await updateLeft(tx, workspace, issue, subscriber.id, now)
  const remaining = await listOfAddressForUpdate(tx, workspace, subscriber.key)
  // Interest ends with the last list; one list among several is a matter of taste.
  if (wasIn && subscriber.person && !remaining.some(one => one.state === 'confirmed'))
    await recordTouches(
      tx,
      deps.touches,
      workspace,
      [
        {
          person: subscriber.person,
          kind: 'unsubscribed',
          tool: 'email',
          surface: 'list',
          at: now,
          key: `unsubscribed:${subscriber.id}:${now.getTime()}`,
          detail: { list: list.id },
        },
      ],
      now,
    )
  tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: list.id } })
}

export type Choices = {
  email: string
  lang: string
  lists: readonly {
    id: ListId
    number: number
    name: string
    purpose: string
    on: boolean
    interests: readonly { id: string; label: string; on: boolean }[]
  }[]
}

/** Everything this address gets in this workspace. */
export function readChoices(deps: SubscribeDeps, token: string): Promise<Result<Choices, LinkRefusal>> {
  return withReference(deps, token, (tx, _reference, leaving) => choicesOf(tx, leaving))
}

async function choicesOf(tx: Transaction, { list, subscriber }: Leaving): Promise<Choices> {
  const all = await listOfAddressForUpdate(tx, list.workspace, subscriber.key)
  const lists = []
  for (const one of all) {
    if (one.state !== 'confirmed') continue
    const theirs = await findList(tx, list.workspace, one.list)
    lists.push({
      id: one.list,
      number: one.number,
      name: one.listName,
      purpose: one.purpose,
      on: true,
      interests: (theirs?.interests ?? []).map(each => ({ ...each, on: one.interests.includes(each.id) })),
    })
  }
  return { email: subscriber.email, lang: list.lang, lists }
}

/** Lists that are not among `keep` end; `interests` are written as given. `never`: also no chat and no mail of any recruiter here. */
export function choose(
  deps: SubscribeDeps,
  token: string,
  wish: { keep: readonly string[]; interests: readonly string[]; never: boolean; ip?: string | undefined },
): Promise<Result<Choices, LinkRefusal>> {
  return withReference(deps, token, async (tx, { issue }, leaving) => {
    const { workspace } = leaving.list
    const now = deps.clock.now()
    const by = { how: 'choices' as const, ip: wish.ip }
    for (const one of await listOfAddressForUpdate(tx, workspace, leaving.subscriber.key)) {
      if (one.state !== 'confirmed') continue
      if (wish.never || !wish.keep.includes(one.list)) {
        const own = one.id === leaving.subscriber.id ? issue : 0
        await endSubscription(tx, deps, { workspace, id: one.list }, one, by, own)
        continue
      }
      const offered = (await findList(tx, workspace, one.list))?.interests ?? []
      const interests = offered.map(each => each.id).filter(id => wish.interests.includes(`${one.list}:${id}`))
      await saveSubscriber(tx, { ...one, interests }, now)
    }
    const { person } = leaving.subscriber
    if (wish.never && person)
      await markDoNotContact(tx, deps.touches, {
        workspace,
        people: [person],
        reason: 'They asked us to leave them alone, on the page of their lists.',
        user: null,
        at: now,
      })
    if (wish.never) await insertStop(tx, workspace, leaving.subscriber.hash, 'asked', '', now)
    return choicesOf(tx, leaving)
  })
}

async function withReference<T>(
  deps: SubscribeDeps,
  token: string,
  work: (tx: Transaction, reference: Reference, leaving: Leaving) => Promise<T>,
): Promise<Result<T, LinkRefusal>> {
  const reference = readReferenceToken(deps, 'web', token)
  return reference ? withSubscriber(deps, reference, work) : refuse({ code: 'bad-link' })
}

/** For a reference whose signature was looked at. */
export async function withSubscriber<T>(
  deps: Pick<SubscribeDeps, 'db'>,
  reference: Reference,
  work: (tx: Transaction, reference: Reference, leaving: Leaving) => Promise<T>,
): Promise<Result<T, LinkRefusal>> {
  const workspace: WorkspaceId | undefined = await acrossWorkspaces(deps.db, tx =>
    findWorkspaceOfSubscriber(tx, reference.subscriber),
  )
  if (!workspace) return refuse({ code: 'bad-link' })
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<T, LinkRefusal>> => {
    const subscriber = await findSubscriberByNumber(tx, workspace, reference.subscriber, true)
    const list = subscriber && (await findList(tx, workspace, subscriber.list))
    if (!list || !subscriber) return refuse({ code: 'bad-link' })
    return done(await work(tx, reference, { list, subscriber }))
  })
}
