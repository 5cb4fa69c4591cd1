import { findPerson } from '#features/people/index.ts'
import type { RowMark } from '#features/people/model.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { type App, callerOf, refusals, replyRefusal } from '#platform/routes.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { accountAt, clipPage, findByPage } from './actions/clip.ts'
import type { SourcingDeps } from './actions/deps.ts'
import * as wire from './wire.ts'

export type ClipDeps = SourcingDeps & {
  marks: (tx: Transaction, caller: Caller, people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, RowMark>>
  addNote: (caller: Caller, person: PersonId, text: string) => Promise<{ ok: boolean }>
}

const tags = ['clipper']
const config = { access: 'recruiter', clipper: true } as const
const maxBytes = 12_000_000

async function known(deps: ClipDeps, caller: Caller, url: string, person: PersonId | undefined) {
  const account = accountAt(url)
  const tool = account?.tool ?? null
  if (!person) return { tool, person: null }
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const found = await findPerson(tx, caller.workspace, person)
    if (!found) return { tool, person: null }
    const mark = (await deps.marks(tx, caller, [person])).get(person)
    return {
      tool,
      person: {
        id: person,
        name: found.display_name,
        doNotContact: found.do_not_contact_reason !== null,
        stage: mark?.stage ?? 'found',
        nextStep: mark?.nextStep
          ? { id: mark.nextStep.id, tool: mark.nextStep.tool, reason: mark.nextStep.reason }
          : null,
      },
    }
  })
}

/** What the browser extension asks: who is this, and take this in. */
export function clipRoutes(app: App, deps: ClipDeps): void {
  app.post(
    '/api/v1/clips/look',
    {
      schema: {
        body: wire.clipLook,
        response: { 200: wire.clipKnown, ...refusals },
        summary: 'Whether the person of a page is known, their stage and the next right step',
        tags,
      },
      config,
    },
    async request => {
      const caller = callerOf(request)
      const { url } = request.body
      return known(deps, caller, url, await findByPage(deps, caller, url))
    },
  )
  app.post(
    '/api/v1/clips',
    {
      schema: {
        body: wire.clipInput,
        response: { 200: wire.clipDone, ...refusals },
        summary: 'Take in the page that a recruiter looks at, or a selection of it',
        tags,
      },
      config,
      bodyLimit: maxBytes,
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { url, title, html, selection } = request.body
      const gone = new AbortController()
      request.raw.once('aborted', () => gone.abort())
      const before = await findByPage(deps, caller, url)
      // A selection is noted with somebody who is known; of a stranger the page is read first.
      let person = before
      let isNew = false
      if (!selection || !before) {
        const clipped = await clipPage(deps, caller, { url, title, html }, gone.signal)
        if (!clipped.ok)
          return replyRefusal(
            reply,
            422,
            clipped.refusal.code,
            clipped.refusal.code === 'nobody-there' ? clipped.refusal.message : 'Only pages of the web can be clipped.',
          )
        person = clipped.value.person
        isNew = clipped.value.isNew
      }
      if (selection && person) await deps.addNote(caller, person, `${selection.trim()}\n\n${title}\n${url}`)
      return { ...(await known(deps, caller, url, person)), isNew }
    },
  )
}
