import { loadEtiquette } from '#web/kit/verdict/judge.ts'
import { contextNow, type JudgingContext, withSent } from './context.ts'

/** Each part is judged as if those before it had been sent; gives the reason of the first that may not go. */
export async function whyNotInParts(
  parts: readonly string[],
  judging: JudgingContext | undefined,
  language: string,
): Promise<string | undefined> {
  const etiquette = await loadEtiquette()
  let known = judging
  for (const part of parts) {
    const verdict = known && etiquette.assess(part, contextNow(known, 'message'), etiquette.wordLanguageFor([language]))
    if (verdict?.verdict === 'block') return verdict.reasons[0]?.message ?? ''
    known = known && withSent(known, part)
  }
  return undefined
}
