import { innocent } from './en/innocent.ts'
import { needs } from './en/needs.ts'
import { terms } from './en/terms.ts'
import { one } from './en/words.ts'
import type { LanguageFrames } from './frame.ts'

export const en: LanguageFrames = {
  innocent,
  negation: one(
    "<B>(?:no(?! (?:pressure|rush|worries|obligation|experience|strings))|not|n't|nt|never|without|nothing|neither|isn't|aren't|won't|don't|zero|wouldn't|haven't|hardly)<E>|n't<E>",
  ),
  but: /(?:,|;| -)? ?(?<![a-z])(?:but|however|though|although|yet|still,|except|that said|having said that|just that)(?![a-z])/,
  frames: [...needs, ...terms],
}
