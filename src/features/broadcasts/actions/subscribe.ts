import { randomBytes } from 'node:crypto'
import {
  addMessengerProfile,
  contactAddress,
  findSuppressed,
  listAddressOwners,
  listSurvivors,
  recordEmail,
  suppressionHash,
} from '#features/people/index.ts'
import { recordTouches } from '#features/relationships/index.ts'
import { dayMs, minuteMs } from '#kernel/clock.ts'
import { type ListId, newId, type PersonId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { tellBrowsers } from '#platform/live.ts'
import { isSame } from '#platform/secrets.ts'
import { enqueue } from '#platform/tasks.ts'
import { acrossWorkspaces, inWorkspace, type Transaction } from '#storage/database.ts'
import { readAddress } from '../model/address.ts'
import { confirmDays, confirmMails } from '../model/lists.ts'
import { findList, findOpenList, type List } from '../store/lists.ts'
import {
  findStop,
  findSubscriberByNumber,
  findSubscriberForUpdate,
  findWorkspaceOfSubscriber,
  insertProof,
  type Subscriber,
  saveSubscriber,
} from '../store/subscribers.ts'
import { confirmTask } from '../task-kinds.ts'
import { readConfirmToken } from '../tokens.ts'
import type { BroadcastsDeps } from './deps.ts'

export type SubscribeDeps = Pick<BroadcastsDeps, 'db' | 'clock' | 'touches' | 'listKey'> & {
  /** Pages come after broadcasts and count what came of them; nothing of the reader is kept. */
  asked?(workspace: WorkspaceId, campaign: string, reader: { ip: string; agent: string }): Promise<void>
}

export type SubscribeRefusal = { code: 'no-such-list' } | { code: 'no-email' }

export type Asking = {
  email: string
  name?: string | undefined
  place?: string | undefined
  interests?: readonly string[] | undefined
  /** Where the form stood, and who sent it: kept as proof. */
  page?: string | undefined
  ip?: string | undefined
  campaign?: string | undefined
  source: 'form' | 'api' | 'site'
}

/** For a visitor: by the number in the list's public address. */
export const readOpenList = (deps: Pick<BroadcastsDeps, 'db'>, number: number): Promise<List | undefined> =>
  acrossWorkspaces(deps.db, tx => findOpenList(tx, number))

/**
 * Asks for the mail with the link. The answer is the same whether the address is new, waiting, confirmed or may not be written to:
 * a form must not tell strangers who is on a list.
 */
export function subscribe(
  deps: SubscribeDeps,
  target: { workspace: WorkspaceId; list: ListId },
  asking: Asking,
): Promise<Result<void, SubscribeRefusal>> {
  const address = readAddress(asking.email)
  if (!address) return Promise.resolve(refuse({ code: 'no-email' }))
  return inWorkspace(deps.db, target.workspace, async (tx): Promise<Result<void, SubscribeRefusal>> => {
    const list = await findList(tx, target.workspace, target.list)
    if (!list || list.archivedAt) return refuse({ code: 'no-such-list' })
    await askToConfirm(tx, deps, list, asking, address)
    return done(undefined)
  })
}

type Address = { email: string; domain: string }

export function keyAndHash(
  deps: Pick<SubscribeDeps, 'touches'>,
  workspace: WorkspaceId,
  email: string,
): { key: string; hash: Buffer } {
  const hashed = contactAddress('email', email) ?? `email:${email.toLowerCase()}`
  return { key: hashed.slice('email:'.length), hash: suppressionHash(deps.touches, workspace, hashed) }
}

/** Within the caller's transaction; writes the question to the task queue when one may go out. */
async function askToConfirm(
  tx: Transaction,
  deps: SubscribeDeps,
  list: List,
  asking: Asking,
  { email, domain }: Address,
): Promise<void> {
  const { workspace } = list
  const now = deps.clock.now()
  const { key, hash } = keyAndHash(deps, workspace, email)
  const known = await findSubscriberForUpdate(tx, workspace, list.id, key)
  if (known?.state === 'confirmed') return
  const ip = asking.ip?.slice(0, 60) ?? null
  const page = asking.page?.slice(0, 1_000) ?? null
  // After a week without a yes, the count of mails begins anew.
  const fresh = !known?.mailAskedAt || now.getTime() - known.mailAskedAt.getTime() > confirmDays * dayMs
  const mailsAsked = fresh ? 0 : known.mailsAsked
  const tooSoon =
    known?.mailAskedAt && now.getTime() - known.mailAskedAt.getTime() < confirmMails.apartMinutes * minuteMs
  const mayMail = !tooSoon && mailsAsked < confirmMails.most && !(await isClosed(tx, deps, workspace, email, hash))
  const offered = new Set(list.interests.map(each => each.id))
  const id = known?.id ?? newId<'Subscriber'>(now.getTime())
  await saveSubscriber(
    tx,
    {
      ...(known ?? blank),
      workspace,
      id,
      list: list.id,
      email,
      key,
      domain,
      hash,
      lang: list.lang,
      name: asking.name?.trim().slice(0, 120) || (known?.name ?? null),
      place: asking.place?.trim().slice(0, 120) || (known?.place ?? null),
      interests: asking.interests?.filter(each => offered.has(each)) ?? known?.interests ?? [],
      state: 'asked',
      endedHow: null,
      endedAt: null,
      source: asking.source,
      campaign: asking.campaign?.slice(0, 200) ?? null,
      askedAt: now,
      askedIp: ip,
      askedPage: page,
      wording: list.version,
      ...(mayMail
        ? {
            nonce: randomBytes(16),
            confirmUntil: new Date(now.getTime() + confirmDays * dayMs),
            mailsAsked: mailsAsked + 1,
            mailAskedAt: now,
          }
        : {}),
    },
    now,
  )
  await insertProof(tx, workspace, id, {
    kind: 'asked',
    at: now,
    ip,
    page,
    wording: list.version,
    detail: { source: asking.source },
  })
  if (mayMail) await enqueue(tx, confirmTask, id, { workspace, subscriber: id }, { maxAttempts: 12 })
  tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: list.id } })
}

export const blank = {
  person: null,
  nonce: null,
  confirmUntil: null,
  mailsAsked: 0,
  mailAskedAt: null,
  confirmedAt: null,
  confirmedIp: null,
  softBounces: 0,
  softBounceAt: null,
} satisfies Partial<Subscriber>

/** Erased, do-not-contact, or an address that does not exist: not even the question goes out. A complaint can be taken back by asking. */
async function isClosed(
  tx: Transaction,
  deps: SubscribeDeps,
  workspace: WorkspaceId,
  email: string,
  hash: Buffer,
): Promise<boolean> {
  const hashed = contactAddress('email', email) ?? email
  const suppressed = await findSuppressed(tx, deps.touches, workspace, [hashed])
  if (suppressed.size > 0) return true
  return (await findStop(tx, workspace, hash)) === 'hard-bounce'
}

export type ConfirmState = { list: List; subscriber: Subscriber; blocked: boolean }
export type ConfirmRefusal = { code: 'bad-link' } | { code: 'used-link' }

/** What the page behind the link shows; looking changes nothing, for mail programs look before people do. */
export async function readConfirmation(
  deps: SubscribeDeps,
  token: string,
): Promise<Result<ConfirmState, ConfirmRefusal>> {
  return withConfirmation(deps, token, async (_tx, state) => state)
}

/** The yes: proof is written, the person is found or made, and their relationship moves. The link is good once. */
export function confirm(
  deps: SubscribeDeps,
  token: string,
  proof: { ip: string | undefined },
): Promise<Result<ConfirmState, ConfirmRefusal>> {
  return withConfirmation(deps, token, async (tx, { list, subscriber, blocked }) => {
    const { workspace } = list
    const now = deps.clock.now()
    const ip = proof.ip?.slice(0, 60) ?? null
    const person = await personOf(tx, list, subscriber, now)
    const confirmed: Subscriber = {
      ...subscriber,
      person,
      state: 'confirmed',
      nonce: null,
      confirmUntil: null,
      confirmedAt: now,
      confirmedIp: ip,
      mailsAsked: 0,
      softBounces: 0,
      softBounceAt: null,
    }
    await saveSubscriber(tx, confirmed, now)
    await insertProof(tx, workspace, subscriber.id, {
      kind: 'confirmed',
      at: now,
      ip,
      page: subscriber.askedPage,
      wording: subscriber.wording,
      detail: {},
    })
    await recordTouches(
      tx,
      deps.touches,
      workspace,
      [
        {
          person,
          kind: 'subscribed',
          tool: 'email',
          surface: 'list',
          at: now,
          key: `subscribed:${subscriber.id}:${now.getTime()}`,
          campaign: list.id,
          detail: {
            list: list.id,
            ...(subscriber.campaign ? { campaign: subscriber.campaign } : {}),
            ...(subscriber.askedPage ? { page: subscriber.askedPage } : {}),
          },
        },
      ],
      now,
    )
    tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: list.id } })
    return { list, subscriber: confirmed, blocked }
  })
}

async function withConfirmation<T>(
  deps: SubscribeDeps,
  token: string,
  work: (tx: Transaction, state: ConfirmState) => Promise<T>,
): Promise<Result<T, ConfirmRefusal>> {
  const parts = readConfirmToken(deps, token)
  if (!parts) return refuse({ code: 'bad-link' })
  const workspace = await acrossWorkspaces(deps.db, tx => findWorkspaceOfSubscriber(tx, parts.subscriber))
  if (!workspace) return refuse({ code: 'used-link' })
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<T, ConfirmRefusal>> => {
    const subscriber = await findSubscriberByNumber(tx, workspace, parts.subscriber, true)
    const list = subscriber && (await findList(tx, workspace, subscriber.list))
    const now = deps.clock.now()
    if (
      !list ||
      !subscriber?.nonce ||
      !isSame(subscriber.nonce, parts.nonce) ||
      (subscriber.confirmUntil && subscriber.confirmUntil < now)
    )
      return refuse({ code: 'used-link' })
    const blocked = await isClosed(tx, deps, workspace, subscriber.email, subscriber.hash)
    return done(await work(tx, { list, subscriber, blocked }))
  })
}

/** Whoever has the address already, else the one who writes under it, else somebody new of the list's owner. */
export async function personOf(
  tx: Transaction,
  list: Pick<List, 'workspace' | 'owner' | 'id'>,
  subscriber: Pick<Subscriber, 'email' | 'key' | 'name' | 'person'>,
  now: Date,
): Promise<PersonId> {
  const { workspace, owner } = list
  if (subscriber.person) {
    const here = (await listSurvivors(tx, workspace, [subscriber.person])).get(subscriber.person)
    if (here) return here
  }
  const [known] = await listAddressOwners(tx, workspace, [{ kind: 'email', key: subscriber.key }])
  const made = known
    ? known.person_id
    : await addMessengerProfile(tx, {
        workspace,
        user: owner,
        tool: 'email',
        address: subscriber.email.toLowerCase(),
        name: subscriber.name ?? '',
        source: `list:${list.id}`,
        lawfulBasis: 'consent',
        now,
      }).then(result => {
        if (!result.ok) throw new Error('nobody was named')
        return result.value.person
      })
  await recordEmail(tx, { workspace, person: made, email: subscriber.email, source: `list:${list.id}`, now })
  return made
}
