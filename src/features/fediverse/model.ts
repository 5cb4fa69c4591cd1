export const sendings = ['opening', 'whole'] as const
/** `opening`: a note with the summary and a link. `whole`: an article with all of the text. */
export type Sending = (typeof sendings)[number]

export const fediverseLimits = {
  handle: 30,
  blocks: 1_000,
  followersShown: 200,
  outbox: 20,
  bodyBytes: 1_000_000,
  /** Deliveries to one inbox are given up after so many tries: some three days. */
  deliveryTries: 18,
} as const

export const everybody = 'https://www.w3.org/ns/activitystreams#Public'

/** What other servers take for a name, in small letters. */
export const isHandle = (text: string): boolean => /^[a-z0-9][a-z0-9_]{0,28}[a-z0-9]$/.test(text)

const person = /^@([\p{L}\p{N}_][\p{L}\p{N}_.-]*)@((?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+(?::\d+)?)$/u
const host = /^(?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+(?::\d+)?$/u

/** `Example.org`, `https://example.org/@ana` and `@ana@example.org` as they are kept; undefined when neither is named. */
export function blockFrom(text: string): string | undefined {
  const typed = text.trim().toLowerCase()
  if (person.test(typed) || person.test(`@${typed}`)) return typed.startsWith('@') ? typed : `@${typed}`
  if (/^https?:\/\//.test(typed) && URL.canParse(typed)) {
    const url = new URL(typed)
    const [, name] = /^\/(?:@|users\/)([\w.-]+)\/?$/.exec(url.pathname) ?? []
    if (name) return `@${name}@${url.host}`
    return url.pathname === '/' ? url.host : undefined
  }
  return host.test(typed) && (typed.includes('.') || typed.includes(':')) ? typed : undefined
}

/** A blocked server stands for those below it, too. `uri`: of the actor, whose host may differ from the address's. */
export function isBlocked(patterns: ReadonlySet<string>, who: { address: string; uri: string }): boolean {
  if (patterns.has(who.address)) return true
  const hosts = [who.address.replace(/^@[^@]*@/, ''), URL.canParse(who.uri) ? new URL(who.uri).host : '']
  return hosts.some(each => {
    const parts = each.split('.')
    return parts.some((_, at) => patterns.has(parts.slice(at).join('.')))
  })
}

/** Other servers keep an id they were told is gone: a post that comes back is another one to them. */
export const versionOf = (publishedAt: Date): string => publishedAt.getTime().toString(36)
