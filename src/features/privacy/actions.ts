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
import type { SiteDeps } from '#features/site/index.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { linkLifeMs, tokenPattern } from './model.ts'
import { deleteExpiredLinks, findPrivacyLink, insertPrivacyLink, type PrivacyLink } from './store.ts'

export type PrivacyDeps = SiteDeps & {
  people: PeopleDeps & Parameters<typeof exportPerson>[0] & Pick<SearchDeps, 'db'>
}

export async function makePrivacyLink(
  deps: PrivacyDeps,
  caller: Caller,
  person: PersonId,
): Promise<Result<{ token: string; expiresAt: Date }, { code: 'no-such-person' }>> {
  const { workspace, user } = caller
  const now = deps.clock.now()
  const token = newToken()
  const expiresAt = new Date(now.getTime() + linkLifeMs)
  return inWorkspace(deps.db, workspace, async tx => {
    const found = await findPerson(tx, workspace, person)
    if (!found || found.merged_into) return refuse({ code: 'no-such-person' })
    await deleteExpiredLinks(tx, workspace, now)
    await insertPrivacyLink(tx, {
      id: newId(now.getTime()),
      workspace,
      person,
      tokenHash: hashToken(token),
      madeBy: user,
      madeAt: now,
      expiresAt,
    })
    await audit(tx, { caller, at: now, action: 'privacy.link-made', subjectKind: 'person', subject: person })
    return done({ token, expiresAt })
  })
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
