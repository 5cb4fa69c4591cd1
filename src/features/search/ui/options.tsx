import type { ReactNode } from 'react'
import { stages } from '#features/relationships/model.ts'
import { toolIds } from '#kernel/tools.ts'

export type Place =
  | { to: '/people/$personId'; params: { personId: string }; search?: Record<string, string> }
  | { to: '/inbox/$conversationId'; params: { conversationId: string } }
  | { to: '/people'; search: Record<string, string> }

/** `complete`: puts this into the field instead of going anywhere. */
export type Option = { id: string; content: ReactNode } & ({ to: Place } | { complete: string })

export type Group = { id: string; label: string; options: readonly Option[] }

/** While a chip waits for its value, the values it may have. */
export function suggestionsFor(typed: string): readonly string[] {
  const [whole, chip, begun = ''] = /(?:^|\s)(stage|tool):([\w-]*)$/.exec(typed) ?? []
  if (whole === undefined) return []
  const values: readonly string[] = chip === 'stage' ? stages : toolIds
  const base = typed.slice(0, typed.length - begun.length)
  return values.filter(value => value.startsWith(begun) && value !== begun).map(value => `${base}${value} `)
}
