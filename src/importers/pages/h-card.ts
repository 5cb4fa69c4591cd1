import { firstText, isItem, type MicroformatItem, texts, urlsOf, valueText } from '../html/microformats.ts'
import type { PagePerson } from './document.ts'

/** Cards of organisations and places stand under these; they are no persons. */
const notPersons = new Set([
  'org',
  'location',
  'adr',
  'geo',
  'affiliation',
  'experience',
  'education',
  'source-org',
  'dateline',
  'brand',
  'item',
])

export function findCards(items: readonly MicroformatItem[]): MicroformatItem[] {
  const found: MicroformatItem[] = []
  const queue: MicroformatItem[] = [...items]
  for (let at = 0; at < queue.length; at++) {
    const item = queue[at]
    if (!item) continue
    if (item.type?.includes('h-card') && !item.type.includes('h-org')) found.push(item)
    for (const [name, values] of Object.entries(item.properties))
      if (!notPersons.has(name)) queue.push(...values.filter(isItem))
    queue.push(...(item.children ?? []))
  }
  return found
}

function placeOf(card: MicroformatItem): string | null {
  const [address] = card.properties.adr ?? []
  const holder = address !== undefined && isItem(address) ? address : card
  const parts = ['locality', 'region', 'country-name']
    .map(name => firstText(holder, name))
    .filter(part => part !== null)
  return parts.length > 0 ? parts.join(', ') : (valueText(address) ?? firstText(card, 'location', 'label'))
}

/** Addresses without `mailto:` and what follows them, each once. One that stood there as text was taken for a relative link. */
export function uniqueMails(written: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const each of written) {
    const mail = decoded(each.replace(/^mailto:|^https?:.*\/(?=[^/]*@)/i, '').replace(/\?.*$/, '')).trim()
    if (mail.includes('@') && !found.has(mail.toLowerCase())) found.set(mail.toLowerCase(), mail)
  }
  return [...found.values()]
}

function decoded(mail: string): string {
  try {
    return decodeURIComponent(mail)
  } catch {
    return mail
  }
}

/** Undefined for a card that is an organisation's own (its name is its organisation) or says nothing. */
export function personOfCard(card: MicroformatItem): PagePerson | undefined {
  const name =
    firstText(card, 'name') ??
    ([firstText(card, 'given-name'), firstText(card, 'family-name')].filter(Boolean).join(' ') ||
      firstText(card, 'nickname'))
  const org = firstText(card, 'organization-name', 'org')
  const urls = [...urlsOf(card, 'url'), ...urlsOf(card, 'uid')]
  const isOrganisation = org !== null && org === name && firstText(card, 'given-name', 'family-name') === null
  if ((name === null && urls.length === 0) || isOrganisation) return undefined
  const mails = [...texts(card, 'email'), ...texts(card, 'url').filter(url => /^mailto:/i.test(url))]
  return {
    name: name?.replace(/\s+/g, ' ') ?? null,
    url: urls[0] ?? null,
    photo: urlsOf(card, 'photo')[0] ?? urlsOf(card, 'logo')[0] ?? null,
    org,
    title: firstText(card, 'job-title', 'title', 'role'),
    emails: uniqueMails(mails),
    phones: [...new Set(texts(card, 'tel').map(phone => phone.replace(/^tel:/i, '')))],
    place: placeOf(card),
    urls: [...new Set(urls.slice(1))],
    note: firstText(card, 'note'),
    sources: ['h-card'],
  }
}
