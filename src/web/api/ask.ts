import { fetchJson } from './client.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** The edge to our own server: its answers have the shapes of the feature's wire.ts, which it checks itself before it sends them. */
export async function ask<T>(path: string, method: Method = 'GET', body?: unknown): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  return (await fetchJson(`/api/v1${path}`, init)) as T
}

/** "?stage=read&limit=50"; what is undefined or empty is left out. */
export function searchOf(given: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(given))
    if (value !== undefined && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
