export const suspicions = ['trap', 'links', 'repeated', 'hasty'] as const
export type Suspicion = (typeof suspicions)[number]

export type Signs = {
  /** A field was filled in that no person sees. */
  trapped: boolean
  /** Between seeing the form and sending it; null when nobody measured. */
  tookMs: number | null
  text: string
  /** Nobody answered yet, and nothing was written before it. */
  first: boolean
  /** Other visitors of this chat who wrote the same within a day. */
  others: number
  /** How often this visitor wrote it, this time included. */
  times: number
}

const limits = { links: 3, others: 2, times: 4, hastyMs: 1_500 } as const

const link = /\bhttps?:\/\/|\bwww\.\S|\[url[=\]]|<a\s/gi

/** Why a message of an unanswered visitor is probably spam; undefined when it is not. A single sign that people give too is none. */
export function suspicionOf({ trapped, tookMs, text, first, others, times }: Signs): Suspicion | undefined {
  const links = [...text.matchAll(link)].length
  if (trapped) return 'trap'
  if (links >= limits.links) return 'links'
  if (others >= limits.others || times >= limits.times) return 'repeated'
  if (first && links > 0 && tookMs !== null && tookMs < limits.hastyMs) return 'hasty'
  return undefined
}

const shortest = 20

/** What is compared: the same words with other spaces, numbers and capitals are the same. Undefined for what many people say. */
export function sayingOf(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
  return plain.length < shortest ? undefined : plain
}
