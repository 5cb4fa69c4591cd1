import { audit } from '#features/accounts/index.ts'
import type { Context } from '#features/etiquette/model.ts'
import { stageRank } from '#features/relationships/model.ts'
import { readStandingPlaybook } from '#features/tools/index.ts'
import { getTool } from '#features/tools/model.ts'
import type { Clock } from '#kernel/clock.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { HttpClient } from '#platform/http.ts'
import { tellBrowsers } from '#platform/live.ts'
import type { Keyring } from '#platform/secrets.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { askEndpoint, type Endpoint, type EndpointRefusal } from './endpoint.ts'
import { type Ask, draftFrom, promptOf, readEndpoint, type UrlFault } from './model.ts'
import { type AssistantRow, findAssistant, updateAssistant } from './store.ts'

export type AssistantDeps = {
  db: Database
  clock: Clock
  vault: Pick<Keyring, 'seal' | 'unseal'>
  http: Pick<HttpClient, 'fetch'>
}

export type AssistantRefusal = { code: UrlFault | 'admins-change' | 'no-model' | 'key-of-another-address' }

const sealContext = (workspace: WorkspaceId) => `assistant:${workspace}`

export function readAssistant(deps: Pick<AssistantDeps, 'db'>, caller: Caller): Promise<AssistantRow | undefined> {
  return inWorkspace(deps.db, caller.workspace, tx => findAssistant(tx, caller.workspace))
}

/** A key belongs to the address it was given for: at another one it has to be given again. */
export async function changeAssistant(
  deps: AssistantDeps,
  caller: Caller,
  given: { active: boolean; url: string; model: string; key?: string | null | undefined; streamed: boolean },
): Promise<Result<void, AssistantRefusal>> {
  if (!mayActAs(caller.role, 'admin')) return refuse({ code: 'admins-change' })
  const endpoint = readEndpoint(given.url)
  if ('fault' in endpoint) return refuse({ code: endpoint.fault })
  const model = given.model.trim()
  if (model === '') return refuse({ code: 'no-model' })
  const { workspace } = caller
  const at = deps.clock.now()
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, AssistantRefusal>> => {
    const before = await findAssistant(tx, workspace)
    const key = given.key?.trim()
    const kept = given.key === undefined ? (before?.sealed ?? null) : null
    if (kept !== null && before && new URL(before.url).origin !== new URL(endpoint.url).origin)
      return refuse({ code: 'key-of-another-address' })
    const sealed = key ? deps.vault.seal(key, sealContext(workspace)) : kept
    await updateAssistant(tx, workspace, {
      active: given.active,
      url: endpoint.url,
      model,
      sealed,
      streamed: given.streamed,
      at,
    })
    await audit(tx, {
      caller,
      at,
      action: 'assistant.changed',
      subjectKind: 'assistant',
      subject: workspace,
      detail: { active: given.active, host: new URL(endpoint.url).host, model, hasKey: sealed !== null },
    })
    tellBrowsers(tx, workspace, { kind: 'assistant.changed', payload: {} })
    return done(undefined)
  })
}

export type SuggestRefusal = EndpointRefusal | { code: 'no-assistant' }

function endpointOf(deps: AssistantDeps, caller: Caller, row: AssistantRow): Endpoint {
  const key = row.sealed === null ? undefined : deps.vault.unseal(row.sealed, sealContext(caller.workspace))
  return { url: row.url, model: row.model, streamed: row.streamed, key }
}

/** Asks the endpoint for one word, to see that address, key and model are right; it may be off meanwhile. */
export async function tryAssistant(
  deps: AssistantDeps,
  caller: Caller,
): Promise<Result<{ model: string; answeredInMs: number }, SuggestRefusal>> {
  const row = await readAssistant(deps, caller)
  if (!row) return refuse({ code: 'no-assistant' })
  const start = performance.now()
  const answer = await askEndpoint(deps.http, endpointOf(deps, caller, row), [
    { role: 'user', content: 'Answer with the word "ready".' },
  ])
  return answer.ok ? done({ model: row.model, answeredInMs: Math.round(performance.now() - start) }) : answer
}

export type Suggesting = {
  context: Context
  action: 'message' | 'invite'
  /** In words, such as "German". */
  language: string
  /** ISO 639-1, of the playbook. */
  playbookLanguage: string
  note: string
  /** Why a text may not be sent, each reason with what to do instead; empty when it may. */
  judge: (text: string) => readonly string[]
}

/** A draft from what was read. What the rules block is asked for once more; then it comes as it is, with its reasons in the composer. */
export async function suggestDraft(
  deps: AssistantDeps,
  caller: Caller,
  given: Suggesting,
): Promise<Result<{ text: string; model: string }, SuggestRefusal>> {
  const { context } = given
  const tool = getTool(context.tool)
  const found = await inWorkspace(deps.db, caller.workspace, async tx => {
    const row = await findAssistant(tx, caller.workspace)
    if (!row?.active) return undefined
    return { row, playbook: await readStandingPlaybook(tx, caller.workspace, context.tool, given.playbookLanguage) }
  })
  if (!found) return refuse({ code: 'no-assistant' })
  const { row, playbook } = found
  const numbers = given.action === 'invite' ? tool.playbook.invite : tool.playbook.direct
  const ask: Ask = {
    playbook,
    tool: tool.label,
    action: given.action,
    readings: context.readings ?? [],
    language: given.language,
    maxCodePoints: numbers.maxCodePoints,
    maxSentences: numbers.maxSentences,
    mayOffer: tool.kind === 'sourcing' || stageRank(context.stage) >= stageRank('interested'),
    note: given.note,
  }
  const endpoint = endpointOf(deps, caller, row)
  const first = await askEndpoint(deps.http, endpoint, promptOf(ask))
  if (!first.ok) return first
  const text = draftFrom(first.value)
  const reasons = given.judge(text)
  if (reasons.length === 0) return done({ text, model: row.model })
  const second = await askEndpoint(deps.http, endpoint, promptOf({ ...ask, refused: { text, reasons } }))
  return done({ text: second.ok ? draftFrom(second.value) : text, model: row.model })
}
