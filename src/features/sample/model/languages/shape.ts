import type { Topic } from '../industry.ts'

/** What people write in a language other than English; stories by the id of their industry. */
export type Voice = {
  stories: Readonly<Record<string, readonly Topic[]>>
  shorts: readonly string[]
  comments: readonly string[]
}
