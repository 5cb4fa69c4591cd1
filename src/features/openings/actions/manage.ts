import { audit } from '#features/accounts/index.ts'
import { ensureWebsiteChat } from '#features/conversations/index.ts'
import { places } from '#features/vocabulary/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { newId, type OpeningId, type UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { slugFrom } from '#kernel/slug.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { acrossWorkspaces, inWorkspace, type Transaction } from '#storage/database.ts'
import type { ManageDeps, OpeningDeps } from '../deps.ts'
import { type ClosedReason, findMissing, type MissingPart, openingLimits, type Pay, type TeamPart } from '../model.ts'
import {
  countOpenings,
  findOpening,
  findSlugHolder,
  insertLogEntry,
  lockExpired,
  type Opening,
  replaceTeam,
  upsertOpening,
} from '../store/openings.ts'
import { closeExpiredTask } from '../task-kinds.ts'

export type OpeningRefusal =
  | { code: 'no-such-opening' }
  | { code: 'slug-taken' }
  | { code: 'too-many-openings' }
  | { code: 'pay-order' }
  | { code: 'no-currency' }
  | { code: 'not-complete'; missing: readonly MissingPart[] }
  | { code: 'no-reason' }
  | { code: 'is-open' }

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

const tell = (tx: Transaction, { workspace }: Pick<Caller, 'workspace'>, opening: OpeningId) =>
  tellBrowsers(tx, workspace, { kind: 'openings.changed', payload: { opening } })

/** A taken address gets a number; the addresses of removed jobs stay theirs. */
async function freeSlug(tx: Transaction, { workspace }: Caller, wish: string): Promise<string> {
  let slug = wish
  for (let n = 2; await findSlugHolder(tx, workspace, slug); n += 1) slug = `${wish.slice(0, 56)}-${n}`
  return slug
}

/** A draft; nobody outside sees it. */
export function addOpening(
  deps: OpeningDeps,
  caller: Caller,
  given: { title: string; organisation?: string },
  sample = false,
): Promise<Result<OpeningId, OpeningRefusal>> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    if ((await countOpenings(tx, workspace)) >= openingLimits.perWorkspace) return refuse({ code: 'too-many-openings' })
    const now = deps.clock.now()
    const id = newId<'Opening'>(now.getTime())
    const title = given.title.trim()
    const blank: Omit<Opening, 'ownerName'> = {
      id,
      workspace,
      title,
      slug: await freeSlug(tx, caller, slugFrom(title) || 'job'),
      description: '',
      must: [],
      nice: [],
      pay: null,
      place: '',
      placeId: null,
      town: null,
      country: null,
      street: '',
      postcode: '',
      region: '',
      remote: 'no',
      remoteFrom: [],
      employment: 'full-time',
      organisation: given.organisation?.trim() ?? '',
      organisationUrl: null,
      startsOn: null,
      applyUntil: null,
      form: true,
      lang: 'en',
      state: 'draft',
      closedReason: null,
      owner: user,
      openedAt: null,
      closedAt: null,
      sample,
      createdAt: now,
      updatedAt: now,
      removedAt: null,
    }
    await upsertOpening(tx, blank)
    await note(tx, caller, blank, 'made', null, now)
    return done(id)
  })
}

async function note(
  tx: Transaction,
  caller: Pick<Caller, 'workspace'> & { user: UserId | null },
  opening: Pick<Opening, 'id'>,
  kind: 'made' | 'opened' | 'closed' | 'reopened',
  reason: ClosedReason | null,
  at: Date,
): Promise<void> {
  const { workspace, user } = caller
  await insertLogEntry(tx, workspace, opening.id, { id: newId(at.getTime()), kind, reason, user, at })
  tell(tx, caller, opening.id)
}

export type OpeningChange = Partial<
  Pick<
    Opening,
    | 'title'
    | 'slug'
    | 'description'
    | 'must'
    | 'nice'
    | 'place'
    | 'street'
    | 'postcode'
    | 'region'
    | 'remote'
    | 'remoteFrom'
    | 'employment'
    | 'organisation'
    | 'organisationUrl'
    | 'startsOn'
    | 'applyUntil'
    | 'form'
    | 'lang'
  >
> & {
  pay?: Pay | null
  team?: readonly { user: UserId; part: TeamPart }[]
  removed?: boolean
}

/** Where a written place lies, by the packaged gazetteer. */
function located(place: string): Pick<Opening, 'place' | 'placeId' | 'town' | 'country'> {
  const found = place.trim() === '' ? undefined : places().find(place)
  return { place: place.trim(), placeId: found?.id ?? null, town: found?.name ?? null, country: found?.country ?? null }
}

const currencies = new Set(Intl.supportedValuesOf('currency'))
const tidy = (lines: readonly string[]) => lines.map(line => line.trim()).filter(line => line !== '')

/** An open one can't be made incomplete: what readers see stays true. */
export function changeOpening(
  deps: OpeningDeps,
  caller: Caller,
  id: OpeningId,
  change: OpeningChange,
): Promise<Result<void, OpeningRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const opening = await findOpening(tx, caller.workspace, id, 'for-update')
    if (!opening || (opening.removedAt && change.removed !== false)) return refuse({ code: 'no-such-opening' })
    const { team, removed, place, must, nice, pay, ...plain } = change
    if (removed === true && opening.state === 'open') return refuse({ code: 'is-open' })
    if (pay && pay.max !== null && pay.max < pay.min) return refuse({ code: 'pay-order' })
    if (pay && !currencies.has(pay.currency)) return refuse({ code: 'no-currency' })
    if (plain.slug !== undefined && plain.slug !== opening.slug) {
      const holder = await findSlugHolder(tx, caller.workspace, plain.slug)
      if (holder !== undefined && holder !== id) return refuse({ code: 'slug-taken' })
    }
    const now = deps.clock.now()
    const next: Opening = {
      ...opening,
      ...plain,
      ...(place === undefined ? {} : located(place)),
      ...(must === undefined ? {} : { must: tidy(must) }),
      ...(nice === undefined ? {} : { nice: tidy(nice) }),
      pay: pay === undefined ? opening.pay : pay,
      updatedAt: now,
      removedAt: removed === undefined ? opening.removedAt : removed ? now : null,
    }
    const missing = next.state === 'open' ? findMissing(next, dayOf(now)) : []
    if (missing.length > 0) return refuse({ code: 'not-complete', missing })
    await upsertOpening(tx, next)
    if (next.state === 'open' && next.applyUntil !== opening.applyUntil) await askToClose(tx, next)
    if (team) await replaceTeam(tx, caller.workspace, id, team)
    if (removed !== undefined)
      await audit(tx, {
        caller,
        at: now,
        action: removed ? 'opening.removed' : 'opening.restored',
        subjectKind: 'opening',
        subject: id,
        detail: { title: opening.title },
      })
    tell(tx, caller, id)
    return done(undefined)
  })
}

/** Opens a complete one for everybody to see, closes one with a reason, opens a closed one again. */
export async function setState(
  deps: ManageDeps,
  caller: Caller,
  id: OpeningId,
  to: { state: 'open' | 'closed'; reason?: ClosedReason },
): Promise<Result<void, OpeningRefusal>> {
  const result = await inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, OpeningRefusal>> => {
    const opening = await findOpening(tx, caller.workspace, id, 'for-update')
    if (!opening || opening.removedAt) return refuse({ code: 'no-such-opening' })
    const now = deps.clock.now()
    if (to.state === 'closed') {
      if (!to.reason) return refuse({ code: 'no-reason' })
      await closeOne(tx, caller, opening, to.reason, now)
    } else {
      const missing = findMissing(opening, dayOf(now))
      if (missing.length > 0) return refuse({ code: 'not-complete', missing })
      if (opening.state === 'open') return done(undefined)
      await upsertOpening(tx, {
        ...opening,
        state: 'open',
        closedReason: null,
        openedAt: now,
        closedAt: null,
        updatedAt: now,
      })
      await note(tx, caller, opening, opening.state === 'closed' ? 'reopened' : 'opened', null, now)
      // Its page leads to the chat.
      await ensureWebsiteChat(tx, caller, now)
      await askToClose(tx, opening)
    }
    await audit(tx, {
      caller,
      at: now,
      action: to.state === 'open' ? 'opening.opened' : 'opening.closed',
      subjectKind: 'opening',
      subject: id,
      detail: { reason: to.reason ?? null },
    })
    return done(undefined)
  })
  if (result.ok && to.state === 'open') await deps.refreshSessions()
  return result
}

/** In the night after its last day. */
async function askToClose(tx: Transaction, { id, applyUntil }: Pick<Opening, 'id' | 'applyUntil'>): Promise<void> {
  if (applyUntil === null) return
  const runAt = new Date(new Date(`${applyUntil}T00:00:00Z`).getTime() + dayMs)
  await enqueue(tx, closeExpiredTask, id, {}, { runAt })
}

async function closeOne(
  tx: Transaction,
  caller: Pick<Caller, 'workspace'> & { user: UserId | null },
  opening: Opening,
  reason: ClosedReason,
  now: Date,
): Promise<void> {
  await upsertOpening(tx, { ...opening, state: 'closed', closedReason: reason, closedAt: now, updatedAt: now })
  await note(tx, caller, opening, 'closed', reason, now)
}

/** Across workspaces: whose last day is over is closed, as its page has said since midnight (UTC). */
export function closeExpired(deps: OpeningDeps): Promise<number> {
  const now = deps.clock.now()
  return acrossWorkspaces(deps.db, async tx => {
    const due = await lockExpired(tx, dayOf(now))
    for (const opening of due) await closeOne(tx, { workspace: opening.workspace, user: null }, opening, 'expired', now)
    return due.length
  })
}
