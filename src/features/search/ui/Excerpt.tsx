import type { ReactNode } from 'react'
import type { SaidPage } from './api.ts'

type Line = SaidPage['messages'][number]['excerpt']

/** The line with its found words marked. */
export function Excerpt({ excerpt: { text, marks } }: { excerpt: Line }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to } of marks) {
    if (from < at) continue
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  parts.push(text.slice(at))
  return <bdi className="f-excerpt">{parts}</bdi>
}
