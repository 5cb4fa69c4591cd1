import type { Session, Template } from '#connectors/contract.ts'
import { minuteMs } from '#kernel/clock.ts'
import type { ConnectionId, ConversationId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { fillTemplate, missingSlot, slotValue } from '../model.ts'
import { findConversation } from '../store/conversations.ts'

const limits = { keptMs: 5 * minuteMs, waitMs: 20_000 } as const

export type TemplateDeps = {
  db: Database
  clock: { now(): Date }
  session(connection: ConnectionId): Session | undefined
}

export type TemplateRefusal =
  | { code: 'no-such-conversation' }
  | { code: 'not-connected' }
  | { code: 'no-templates' }
  | { code: 'templates-unread'; why: string }

/** With the session it goes: other credentials, another list. */
const kept = new WeakMap<Session, { at: Date; list: readonly Template[] }>()

/** What the network has approved for the connection of a conversation; asked for anew when the list is some minutes old. */
export async function readTemplates(
  deps: TemplateDeps,
  caller: Caller,
  id: ConversationId,
): Promise<Result<readonly Template[], TemplateRefusal>> {
  const conversation = await inWorkspace(deps.db, caller.workspace, tx => findConversation(tx, caller.workspace, id))
  if (!conversation) return refuse({ code: 'no-such-conversation' })
  return listFor(deps, conversation.connection, limits.keptMs)
}

async function listFor(
  deps: TemplateDeps,
  connection: ConnectionId,
  goodForMs: number,
): Promise<Result<readonly Template[], TemplateRefusal>> {
  const session = deps.session(connection)
  if (!session) return refuse({ code: 'not-connected' })
  if (!session.templates) return refuse({ code: 'no-templates' })
  const now = deps.clock.now()
  const before = kept.get(session)
  if (before && now.getTime() - before.at.getTime() <= goodForMs) return done(before.list)
  try {
    const list = await session.templates.list(AbortSignal.timeout(limits.waitMs))
    kept.set(session, { at: now, list })
    return done(list)
  } catch (error) {
    // What the network can't say now it said some time ago; it judges again when the template is sent.
    if (before) return done(before.list)
    return refuse({ code: 'templates-unread', why: error instanceof Error ? error.message : '' })
  }
}

export type ChosenTemplate = { name: string; language: string; values: Readonly<Record<string, string>> }

/** What goes out, and how it reads to them. */
export type Filled = { text: string; template: { name: string; language: string; values: readonly string[] } }

export type FillRefusal = TemplateRefusal | { code: 'no-such-template' } | { code: 'slot-empty'; slot: string }

/** The words come from the network's own list: nothing else can be sent under a template's name. */
export async function fillChosen(
  deps: TemplateDeps,
  caller: Caller,
  id: ConversationId,
  chosen: ChosenTemplate,
): Promise<Result<Filled, FillRefusal>> {
  const conversation = await inWorkspace(deps.db, caller.workspace, tx => findConversation(tx, caller.workspace, id))
  if (!conversation) return refuse({ code: 'no-such-conversation' })
  const list = await listFor(deps, conversation.connection, Number.POSITIVE_INFINITY)
  if (!list.ok) return list
  const { name, language } = chosen
  const template = list.value.find(each => each.name === name && each.language === language)
  if (!template) return refuse({ code: 'no-such-template' })
  const slot = missingSlot(template, chosen.values)
  if (slot !== undefined) return refuse({ code: 'slot-empty', slot })
  const values = template.slots.map(each => slotValue(chosen.values[each] ?? ''))
  return done({ text: fillTemplate(template, chosen.values), template: { name, language, values } })
}
