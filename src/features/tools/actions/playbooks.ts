import { audit } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import { newId, type PlaybookEditId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { type ToolId, toolIds } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { fitsPart, type PartValue, withEdits } from '../model/playbooks/edits.ts'
import { loadPlaybook } from '../model/playbooks/load.ts'
import type { Playbook } from '../model/playbooks/playbook.ts'
import {
  type EditRow,
  findStandingEditForUpdate,
  insertEdit,
  listDone,
  listEdits,
  listQuiet,
  listStandingEdits,
  type PastEdit,
  setDone,
  setQuiet,
} from '../store/playbooks.ts'

export type ToolsDeps = { db: Database; clock: Clock }

export type PlaybookRefusal = { code: 'no-such-part' } | { code: 'changed-meanwhile' }

export type PlaybookState = {
  edits: EditRow[]
  done: { tool: ToolId; item: string }[]
  quiet: { tool: ToolId; hint: string }[]
}

export function readPlaybookState(deps: Pick<ToolsDeps, 'db'>, caller: Caller): Promise<PlaybookState> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async tx => ({
    edits: await listStandingEdits(tx, workspace),
    done: await listDone(tx, workspace, user),
    quiet: await listQuiet(tx, workspace, user),
  }))
}

/** How much of each playbook's checklist the caller has worked through. */
export async function learntOf(
  tx: Transaction,
  { workspace, user }: Caller,
): Promise<Map<ToolId, { done: number; of: number }>> {
  const ticked = Map.groupBy(await listDone(tx, workspace, user), each => each.tool)
  const books = await Promise.all(
    toolIds.map(async tool => ({ tool, checklist: (await loadPlaybook(tool, 'en')).playbook.checklist })),
  )
  return new Map(
    books.map(({ tool, checklist }) => {
      const items = new Set(ticked.get(tool)?.map(each => each.item))
      return [tool, { done: checklist.filter(({ id }) => items.has(id)).length, of: checklist.length }]
    }),
  )
}

/** The playbook of a tool as it stands here: the shipped text with what the workspace wrote over it. */
export async function readStandingPlaybook(
  tx: Transaction,
  workspace: WorkspaceId,
  tool: ToolId,
  language: string,
): Promise<Playbook> {
  const edits = await listStandingEdits(tx, workspace)
  const { playbook } = await loadPlaybook(tool, language)
  return withEdits(
    playbook,
    edits.filter(edit => edit.tool === tool),
  )
}

/** A version more; null puts the shipped text back. Undo is the value before, written again. */
export async function editPlaybook(
  deps: ToolsDeps,
  caller: Caller,
  given: { tool: ToolId; part: string; value: PartValue | null; before: PlaybookEditId | null },
): Promise<Result<PlaybookEditId, PlaybookRefusal>> {
  const { tool, part, value, before } = given
  if (!fitsPart(part, value)) return refuse({ code: 'no-such-part' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<PlaybookEditId, PlaybookRefusal>> => {
    const standing = await findStandingEditForUpdate(tx, caller.workspace, tool, part)
    if ((standing?.edit ?? null) !== before) return refuse({ code: 'changed-meanwhile' })
    const at = deps.clock.now()
    const edit = newId<'PlaybookEdit'>(at.getTime())
    await insertEdit(tx, caller.workspace, { tool, part, value, edit, user: caller.user, at })
    await audit(tx, {
      caller,
      at,
      action: 'playbook.edited',
      subjectKind: 'playbook',
      subject: edit,
      detail: { tool, part },
    })
    tellBrowsers(tx, caller.workspace, { kind: 'playbooks.changed', payload: { tool } })
    return done(edit)
  })
}

export function readPlaybookHistory(deps: Pick<ToolsDeps, 'db'>, caller: Caller, tool: ToolId): Promise<PastEdit[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listEdits(tx, caller.workspace, tool))
}

export function tickItem(
  deps: ToolsDeps,
  caller: Caller,
  given: { tool: ToolId; item: string; done: boolean },
): Promise<void> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    await setDone(tx, caller.workspace, { ...given, user: caller.user, at: deps.clock.now() })
    tellBrowsers(tx, caller.workspace, { kind: 'playbooks.changed', payload: { tool: given.tool }, user: caller.user })
  })
}

export function quietHint(
  deps: ToolsDeps,
  caller: Caller,
  given: { tool: ToolId; hint: string; quiet: boolean },
): Promise<void> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    await setQuiet(tx, caller.workspace, { ...given, user: caller.user, at: deps.clock.now() })
    tellBrowsers(tx, caller.workspace, { kind: 'playbooks.changed', payload: { tool: given.tool }, user: caller.user })
  })
}
