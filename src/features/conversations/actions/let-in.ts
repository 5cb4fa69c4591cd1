import { z } from 'zod'
import { hourMs } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import type { ConnectDeps } from './connect.ts'

/** A page of a network on which its owner thinks about it may be open for a while. */
const lastsMs = hourMs

export type LetInDeps = Pick<ConnectDeps, 'clock' | 'vault' | 'connectors'>

export type LetInRefusal = { code: 'no-such-tool' } | { code: 'ticket-over' }

const ticketShape = z.object({
  tool: z.string().refine(isToolId),
  kept: z.string(),
  until: z.number(),
})

/** A ticket opens only for who began, in their workspace. */
const contextOf = ({ workspace, user }: Caller) => `let-in:${workspace}:${user}`

const signInOf = async (deps: LetInDeps, tool: ToolId) =>
  (await deps.connectors()).find(connector => connector.manifest.tool === tool)?.signIn

/** Where the account's owner lets Kith in. What is needed to go on travels in the ticket, sealed; nothing is stored. */
export async function beginLetIn(
  deps: LetInDeps,
  caller: Caller,
  input: { tool: ToolId; values: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<Result<{ ok: true; url: string; ticket: string } | { ok: false; text: string }, LetInRefusal>> {
  const signIn = await signInOf(deps, input.tool)
  if (!signIn) return refuse({ code: 'no-such-tool' })
  const begun = await signIn.begin({ id: newId(), values: input.values }, signal)
  if (!begun.ok) return done(begun)
  const ticket = { tool: input.tool, kept: begun.kept, until: deps.clock.now().getTime() + lastsMs }
  return done({ ok: true, url: begun.url, ticket: deps.vault.seal(JSON.stringify(ticket), contextOf(caller)) })
}

/** What the form now holds in place of the token that its owner would have had to find. */
export async function finishLetIn(
  deps: LetInDeps,
  caller: Caller,
  input: { ticket: string; code: string },
  signal: AbortSignal,
): Promise<Result<{ ok: true; values: Readonly<Record<string, string>> } | { ok: false; text: string }, LetInRefusal>> {
  const ticket = openTicket(deps, caller, input.ticket)
  if (!ticket || ticket.until < deps.clock.now().getTime()) return refuse({ code: 'ticket-over' })
  const signIn = isToolId(ticket.tool) ? await signInOf(deps, ticket.tool) : undefined
  if (!signIn) return refuse({ code: 'no-such-tool' })
  return done(await signIn.finish({ kept: ticket.kept, code: input.code }, signal))
}

function openTicket(deps: LetInDeps, caller: Caller, sealed: string): z.infer<typeof ticketShape> | undefined {
  try {
    return ticketShape.parse(JSON.parse(deps.vault.unseal(sealed, contextOf(caller))))
  } catch {
    return undefined
  }
}
