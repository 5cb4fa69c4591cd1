import { meQuery } from './me.ts'
import { queryClient } from './queries.ts'

const prefix = 'kith.answer.'

/** An answer is of one person, one workspace and one build: another build may understand it otherwise. */
function nameOf(key: string): string | undefined {
  const me = queryClient.getQueryData(meQuery.queryKey)
  const build = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src
  return me && build ? `${prefix}${key} ${me.email} ${me.workspace} ${build}` : undefined
}

/** The last answer of this tab, for the first paint after a reload; what is newer replaces it as soon as it is there. */
export function keptAnswer<T>(key: string): T | undefined {
  const name = nameOf(key)
  try {
    const text = name === undefined ? null : sessionStorage.getItem(name)
    // Written below by this build, from the server's checked answer.
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

export function keepAnswer(key: string, answer: unknown): void {
  const name = nameOf(key)
  if (name === undefined) return
  try {
    sessionStorage.setItem(name, JSON.stringify(answer))
  } catch {
    // No room or no storage: the next load asks the server first, as ever.
  }
}

/** At sign-out: whoever sits here next sees nothing of it. */
export function forgetAnswers(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name)
  } catch {
    // No storage, nothing kept.
  }
}
