import { findProfileByKey } from '#features/people/index.ts'
import type { PersonId } from '#kernel/ids.ts'
import { profileAddress, recogniseProfile } from '#kernel/profile-urls.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { findClippedPerson } from '../store/clips.ts'
import { heldSource } from './byte-sources.ts'
import type { SourcingDeps } from './deps.ts'
import { importFile } from './import-file.ts'

export type Clip = { url: string; title: string; html: string }

export type ClipRefusal = { code: 'not-a-page' } | { code: 'nobody-there'; message: string }

/** Who has the account or page at this address. */
export async function findByPage(
  deps: Pick<SourcingDeps, 'db'>,
  caller: Caller,
  url: string,
): Promise<PersonId | undefined> {
  const found = recogniseProfile(url)
  if (!found) return undefined
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const profile = await findProfileByKey(tx, caller.workspace, found.tool, found.key)
    return profile?.person_id
  })
}

/** Reads the page as it was looked at, like a saved page: an import of its own, which can be undone whole. */
export async function clipPage(
  deps: SourcingDeps,
  caller: Caller,
  clip: Clip,
  signal: AbortSignal,
): Promise<Result<{ person: PersonId; isNew: boolean; changed: number }, ClipRefusal>> {
  const { workspace, user } = caller
  if (!URL.canParse(clip.url) || !/^https?:$/.test(new URL(clip.url).protocol)) return refuse({ code: 'not-a-page' })
  const before = await findByPage(deps, caller, clip.url)
  // As browsers mark a page that they save; the importer takes the address from there.
  const mark = `<!-- saved from url=(${String(clip.url.length).padStart(4, '0')})${clip.url} -->\n`
  const html = /^\s*<!doctype/i.test(clip.html) ? clip.html : `<!doctype html>\n${clip.html}`
  const bytes = new TextEncoder().encode(html.replace(/^(\s*<!doctype[^>]*>)/i, `$1\n${mark}`))
  const name = `${
    clip.title
      .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
      .trim()
      .slice(0, 80) || new URL(clip.url).host
  }.html`
  const imported = await importFile(deps, { workspace, user, source: heldSource(name, bytes), signal })
  if (!imported.ok)
    return refuse({
      code: 'nobody-there',
      message: 'message' in imported.refusal ? imported.refusal.message : 'Nobody could be read on this page.',
    })
  const person =
    (await findByPage(deps, caller, clip.url)) ??
    (await inWorkspace(deps.db, workspace, tx => findClippedPerson(tx, workspace, imported.value.import_id)))
  if (!person)
    return refuse({
      code: 'nobody-there',
      message: 'Nobody could be read on this page. Open the page of one person, or clip a selection with their name.',
    })
  return done({
    person,
    isNew: before === undefined && imported.value.created_count > 0,
    changed: imported.value.changed_count,
  })
}

/** The address in one spelling, with its tool, when it is somebody's account. */
export const accountAt = (url: string) => {
  const found = recogniseProfile(url)
  return found ? (profileAddress(found.tool, { url }) ?? found) : undefined
}
