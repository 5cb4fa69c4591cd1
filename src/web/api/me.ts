import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from './client.ts'

export type Me = { name: string; email: string; workspace: string }

const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  )
  return typeof found === 'string' ? found : ''
}

/** What the frame shows of the recruiter; unknown fields are left to the accounts feature. */
export function readMe(body: unknown): Me {
  return {
    name: textAt(body, 'name') || textAt(body, 'user', 'name'),
    email: textAt(body, 'email') || textAt(body, 'user', 'email'),
    workspace: textAt(body, 'workspace', 'name'),
  }
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => readMe(await fetchJson('/api/v1/me')),
  staleTime: 5 * 60_000,
  retry: false,
})
