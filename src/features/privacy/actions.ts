import { z } from 'zod'
import { audit } from '#features/accounts/index.ts'
import {
  addNote,
  editPerson,
  erasePerson,
  exportPerson,
  findPerson,
  markDoNotContact,
  type PeopleDeps,
  type SearchDeps,
} from '#features/people/index.ts'
import { readSite, type SiteDeps } from '#features/site/index.ts'
import { isSiteLanguage, type SiteLanguage } from '#features/site/model.ts'
import { newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { acrossWorkspaces, inWorkspace, type Transaction } from '#storage/database.ts'
import { linkLifeMs, mostLinksAnHour, tokenPattern, toolsOf } from './model.ts'
import { deleteExpiredLinks, findPrivacyLink, findProvenPerson, insertPrivacyLink, type PrivacyLink } from './store.ts'

/** What comes to somebody by mail, and how a mail gets to them: lists come after this feature. */
export type OwnMail = {
  lists(workspace: WorkspaceId, person: PersonId): Promise<readonly OwnList[]>
  /** Lists that are not among `keep` end. */
  keepLists(workspace: WorkspaceId, person: PersonId, keep: readonly string[], ip: string): Promise<void>
  canSend(workspace: WorkspaceId): Promise<boolean>
  /** Sends their own link to the address if it is proven to be somebody's; whoever asks is not told. */
  sendLink(workspace: WorkspaceId, email: string): Promise<void>
}
export type OwnList = { id: string; name: string; purpose: string }

export type PrivacyDeps = SiteDeps & {
  people: PeopleDeps & Parameters<typeof exportPerson>[0] & Pick<SearchDeps, 'db'>
  mail?: OwnMail
}

export async function makePrivacyLink(
  deps: PrivacyDeps,
  caller: Caller,
  person: PersonId,
): Promise<Result<{ token: string; expiresAt: Date }, { code: 'no-such-person' }>> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const found = await findPerson(tx, workspace, person)
    if (!found || found.merged_into) return refuse({ code: 'no-such-person' })
    const at = deps.clock.now()
    const made = await addLink(tx, { workspace, person, madeBy: user }, at)
    await audit(tx, { caller, at, action: 'privacy.link-made', subjectKind: 'person', subject: person })
    return done(made)
  })
}

async function addLink(
  tx: Transaction,
  link: { workspace: WorkspaceId; person: PersonId; madeBy: UserId },
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + linkLifeMs)
  await deleteExpiredLinks(tx, link.workspace, now)
  await insertPrivacyLink(tx, {
    ...link,
    id: newId(now.getTime()),
    tokenHash: hashToken(token),
    madeAt: now,
    expiresAt,
  })
  return { token, expiresAt }
}

/** For whoever reads at this address, when it is proven to be one person's; undefined otherwise, and when they got some just now. */
export async function makeLinkForAddress(
  deps: Pick<SiteDeps, 'db' | 'clock' | 'publicUrl'>,
  workspace: WorkspaceId,
  key: string,
): Promise<{ url: string; lang: SiteLanguage; site: string } | undefined> {
  const token = await inWorkspace(deps.db, workspace, async tx => {
    const found = await findProvenPerson(tx, workspace, key)
    if (!found || found.madeLately >= mostLinksAnHour) return undefined
    const { person, madeBy } = found
    const at = deps.clock.now()
    const made = await addLink(tx, { workspace, person, madeBy }, at)
    const caller: Caller = { workspace, user: madeBy, role: 'admin' }
    const detail = { by: 'the person' }
    await audit(tx, { caller, at, action: 'privacy.link-asked', subjectKind: 'person', subject: person, detail })
    return made.token
  })
  if (token === undefined) return undefined
  const site = await readSite(deps, workspace)
  const { lang, name } = site
  return { url: `${site.base}/privacy/${token}`, lang: isSiteLanguage(lang) ? lang : 'en', site: name }
}

export function findLink(deps: PrivacyDeps, token: string): Promise<PrivacyLink | undefined> {
  if (!tokenPattern.test(token)) return Promise.resolve(undefined)
  return acrossWorkspaces(deps.db, tx => findPrivacyLink(tx, hashToken(token), deps.clock.now()))
}

/** They act for themselves; the log names the recruiter whose link it was. */
const callerOf = (link: PrivacyLink): Caller => ({ workspace: link.workspace, user: link.madeBy, role: 'admin' })

export const readOwnData = (deps: PrivacyDeps, link: PrivacyLink): Promise<Record<string, unknown> | undefined> =>
  exportPerson(deps.people, callerOf(link), link.person)

async function noteAsked(deps: PrivacyDeps, link: PrivacyLink, action: string): Promise<void> {
  await inWorkspace(deps.db, link.workspace, tx =>
    audit(tx, {
      caller: callerOf(link),
      at: deps.clock.now(),
      action,
      subjectKind: 'person',
      subject: link.person,
      detail: { by: 'the person' },
    }),
  )
}

/** Name and place at once; all else as a note for the recruiter. */
export async function correctOwnData(
  deps: PrivacyDeps,
  link: PrivacyLink,
  given: { name: string; place: string; message: string; noteTitle: string },
): Promise<void> {
  const caller = callerOf(link)
  await noteAsked(deps, link, 'privacy.corrected')
  if (given.name !== '')
    await editPerson(deps.people, caller, link.person, { display_name: given.name, place: given.place || null })
  if (given.message !== '') await addNote(deps.people, caller, link.person, `${given.noteTitle} ${given.message}`)
}

export type OwnWishes = { tools: readonly ToolId[]; wished: string | null; lists: readonly OwnList[] }

/** `data`: what `exportPerson` gives. */
export async function readWishes(
  deps: PrivacyDeps,
  link: PrivacyLink,
  data: Record<string, unknown>,
): Promise<OwnWishes> {
  const { person, profiles, contacts } = ownFacts.parse(data)
  const lists = (await deps.mail?.lists(link.workspace, link.person)) ?? []
  return { tools: toolsOf(profiles, contacts), wished: person.wished_tool, lists }
}

const ownFacts = z.object({
  person: z.object({ wished_tool: z.string().nullable() }),
  profiles: z.array(z.unknown()),
  contacts: z.array(z.unknown()),
})

/** What they get by mail and where they like to be written to; a tool on which we don't know them is no wish. */
export async function changeWishes(
  deps: PrivacyDeps,
  link: PrivacyLink,
  wishes: OwnWishes,
  given: { tool: string; keep: readonly string[]; ip: string },
): Promise<void> {
  const tool = wishes.tools.find(each => each === given.tool) ?? null
  await noteAsked(deps, link, 'privacy.wished')
  if (wishes.tools.length > 0) await editPerson(deps.people, callerOf(link), link.person, { wished_tool: tool })
  if (wishes.lists.length > 0) await deps.mail?.keepLists(link.workspace, link.person, given.keep, given.ip)
}

export async function leaveAlone(deps: PrivacyDeps, link: PrivacyLink, reason: string): Promise<void> {
  await noteAsked(deps, link, 'privacy.no-contact')
  await inWorkspace(deps.db, link.workspace, tx =>
    markDoNotContact(tx, deps.people, {
      workspace: link.workspace,
      people: [link.person],
      reason,
      user: null,
      at: deps.clock.now(),
    }),
  )
}

export async function eraseOwnData(deps: PrivacyDeps, link: PrivacyLink): Promise<void> {
  await noteAsked(deps, link, 'privacy.erased')
  await erasePerson(deps.people, callerOf(link), link.person)
}
