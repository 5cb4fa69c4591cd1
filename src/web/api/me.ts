import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from './client.ts'

/** `live`: where the change log stood when this was asked, before any other question of the page. */
export type Me = { name: string; email: string; workspace: string; live: number | null }

const valueAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value)

const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = valueAt(value, ...path)
  return typeof found === 'string' ? found : ''
}

/** What the frame shows of the recruiter; unknown fields are left to the accounts feature. */
export function readMe(body: unknown): Me {
  const live = valueAt(body, 'live')
  return {
    name: textAt(body, 'name') || textAt(body, 'user', 'name'),
    email: textAt(body, 'email') || textAt(body, 'user', 'email'),
    workspace: textAt(body, 'workspace', 'name'),
    live: typeof live === 'number' ? live : null,
  }
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => readMe(await fetchJson('/api/v1/me')),
  staleTime: 5 * 60_000,
  retry: false,
})
