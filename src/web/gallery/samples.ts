import type { Stage } from '#features/relationships/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { RailEntry } from '#web/features.ts'
import type { Presence } from '#web/kit/PresenceDot.tsx'

export type SamplePerson = {
  id: string
  name: string
  stage: Stage
  tools: readonly ToolId[]
  presence: Presence
  place: string
  touches: number
}

const names = [
  'Ana Ruiz',
  'Tom Bek',
  'Li Wen',
  'Sam Okoye',
  'Fatima Zahra El Idrissi',
  'Jürgen Weiß',
  'مريم حداد',
  'Siobhán Ní Dhomhnaill',
]
const stages: readonly Stage[] = [
  'connected',
  'acknowledged',
  'found',
  'passive',
  'engaged',
  'interested',
  'read',
  'candidate',
  'referrer',
  'declined',
  'introduced',
]
const tools: readonly (readonly ToolId[])[] = [
  ['xmpp', 'linkedin'],
  ['matrix'],
  ['blog', 'github'],
  ['irc', 'mastodon'],
  ['telegram'],
]
const presences: readonly Presence[] = ['online', 'away', 'off', 'off', 'visitor']

const pick = <T>(list: readonly T[], index: number, otherwise: T): T => list[index % list.length] ?? otherwise

export const people: readonly SamplePerson[] = Array.from({ length: 1_000 }, (_, index) => ({
  id: `p${index}`,
  name: index < names.length ? pick(names, index, '') : `${pick(names, index * 3, '')} ${index}`,
  stage: pick(stages, index, 'found'),
  tools: pick(tools, index, []),
  presence: pick(presences, index, 'off'),
  place: pick(['Lisbon', 'Kraków', 'Lagos', 'Köln'], index, ''),
  touches: (index * 37) % 1400,
}))

const rail = (
  path: string,
  icon: RailEntry['rail']['icon'],
  label: string,
  order: number,
  more: Partial<RailEntry['rail']> = {},
): RailEntry => ({
  path,
  feature: 'shell',
  rail: { group: order < 10 ? 'daily' : order < 20 ? 'pull' : 'back', order, icon, label: `keys.${label}`, ...more },
})

export const entries: readonly RailEntry[] = [
  rail('/kit', 'today', 'go-today', 1, { go: 'go-today', onPhone: true }),
  rail('/inbox', 'inbox', 'go-inbox', 2, { go: 'go-inbox', onPhone: true }),
  rail('/people', 'people', 'go-people', 3, { go: 'go-people', onPhone: true }),
  rail('/review', 'review', 'go-review', 4, { go: 'go-review' }),
  rail('/pages', 'pages', 'go-pages', 11, { go: 'go-pages' }),
  rail('/settings', 'settings', 'go-settings', 21, { go: 'go-settings' }),
]
