import { type AssistantDeps, type SuggestRefusal, suggestDraft } from '#features/assistant/index.ts'
import { type Assessment, assess, type Context, detectLanguage } from '#features/etiquette/model.ts'
import type { ConversationId } from '#kernel/ids.ts'
import { type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { readContext } from './assess.ts'

export type SuggestingRefusal =
  | SuggestRefusal
  | { code: 'no-such-conversation' | 'viewers-read' | 'nothing-read' | 'not-to-one' }
  | { code: 'may-not-write'; assessment: Assessment }

/**
 * A draft for this conversation from what the caller read of the person. Whoever may not be written to at all is never asked about:
 * nothing leaves the house then.
 */
export async function suggestFor(
  deps: AssistantDeps,
  caller: Caller,
  id: ConversationId,
  given: { action: 'message' | 'invite'; note: string; language: string },
): Promise<Result<{ text: string; model: string }, SuggestingRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const known = await readContext(deps, caller, id)
  if (!known) return refuse({ code: 'no-such-conversation' })
  if (known.surface !== 'direct') return refuse({ code: 'not-to-one' })
  const context: Context = { ...known, action: given.action }
  const already = assess('', context)
  if (already.hard) return refuse({ code: 'may-not-write', assessment: already })
  if ((context.readings ?? []).length === 0) return refuse({ code: 'nothing-read' })
  return suggestDraft(deps, caller, {
    context,
    action: given.action,
    note: given.note,
    language: nameOf(languageOf(context, given.language)),
    playbookLanguage: given.language,
    judge: text => blocking(assess(text, context)),
  })
}

const languageOf = ({ history, readings }: Context, otherwise: string): string => {
  const theirs = (history ?? []).filter(item => item.from === 'them').map(item => item.text)
  const published = (readings ?? []).map(({ title, text }) => `${title}. ${text.slice(0, 600)}`)
  for (const text of [theirs.slice(-8).join('. '), ...published]) {
    const found = detectLanguage(text)
    if (found) return found.language
  }
  return otherwise
}

const nameOf = (language: string) => new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language

/** What already holds can't be written away; only what the words themselves do is said to the model. */
const blocking = ({ reasons }: Assessment): string[] =>
  reasons
    .filter(({ verdict, sort }) => verdict === 'block' && sort !== 'already-holds')
    .map(({ message, instead }) => `${message} ${instead}`)
