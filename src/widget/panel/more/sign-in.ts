import type { Place } from '../place.ts'
import type { Inside } from '../view.ts'
import { chooseLanguage } from '../words.ts'
import { loadMoreWords } from './words.ts'

const patienceMs = 10_000

export type SignIn = { ask(): Promise<string> }

/**
 * On a page that signs its visitors in: their thread, if they began one before, on whichever device. The page is asked anew each time,
 * for what it signs counts for minutes only; empty when it does not say.
 */
export async function signIn(place: Place, inside: Inside): Promise<SignIn> {
  let told: ((identity: string) => void) | undefined
  addEventListener('message', event => {
    const { kith, token } = Object(event.data)
    if (event.source === window.parent && event.origin === place.parentOrigin && kith === 'identity')
      told?.(String(token))
  })
  const ask = () =>
    new Promise<string>(resolve => {
      told = resolve
      inside.tellParent({ kith: 'identify' })
      setTimeout(resolve, patienceMs, '')
    })
  const identity = await ask()
  const answer = identity
    ? await inside.call<{ token: string | null; name: string | null }>('/identity', { identity })
    : undefined
  if (!answer?.ok) {
    inside.set({ notice: (await loadMoreWords(chooseLanguage(place.languages))).guest })
    return { ask: async () => '' }
  }
  inside.set({ name: answer.value.name ?? undefined })
  if (answer.value.token) inside.adopt(answer.value.token)
  return { ask }
}
