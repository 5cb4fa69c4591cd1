import type { Importer, ImportRecord, Party, PersonRecord } from '#importers/contract.ts'
import { baseOfPage } from '../feeds/discover.ts'
import { decodeMarkup } from '../feeds/parse-feed.ts'
import { htmlToText } from '../html/text.ts'
import { elementsOf, parseHtmlPage, rawTextOf } from '../html/tree.ts'
import { readWhole } from '../json/file.ts'
import { filled, personNamed } from '../people.ts'
import { type Account, accountKey, accountOfUrl, profileOf } from '../profiles.ts'
import { decodeText } from '../text/decode.ts'
import { digestOf } from '../text/digest.ts'
import { mustUnderstand } from '../understood.ts'
import { savedAddress } from './address.ts'
import { nobody, type PageDocument, type PagePerson } from './document.ts'
import { parsePage } from './parse-page.ts'

const maxMegabytes = 24

function addressOf(html: string): { url: string | undefined; title: string } {
  const page = parseHtmlPage(html)
  const title = [...elementsOf(page)].find(element => element.tagName === 'title')
  return { url: savedAddress(html, page) ?? baseOfPage(page, undefined), title: title ? rawTextOf(title).trim() : '' }
}

/** `Ana Ruiz (anaruiz) on Myspace`, `Ana Ruiz | LinkedIn`, `anaruiz (Ana Ruiz) · GitHub` → the name. */
function nameInTitle(title: string, handle: string): string {
  const bare = title
    .replace(/\s+/g, ' ')
    .replace(/\s*[|·•–—-]\s*(?:myspace|linkedin|github|facebook|x|twitter|instagram|mastodon|bluesky)\b.*$/i, '')
    .replace(/\s+(?:on|auf|en|sur)\s+(?:myspace|linkedin|facebook|x|twitter|instagram).*$/i, '')
    .replace(/^\(\d+\)\s*/, '')
    .trim()
  const [, outside = '', inside = ''] = /^(.*?)\s*\(@?([^)]*)\)$/.exec(bare) ?? []
  if (inside && outside) return outside.toLowerCase() === handle.toLowerCase() ? inside : outside
  return bare || handle
}

function personOf(page: PagePerson, account: Account | undefined): { person: PersonRecord; key: string } | undefined {
  const addresses = [page.url, ...page.urls].filter(url => url !== null)
  const accounts = [...(account ? [account] : []), ...addresses.map(accountOfUrl)].filter(one => one !== undefined)
  const seen = new Set<string>()
  const own = accounts.filter(one => !seen.has(accountKey(one)) && seen.add(accountKey(one)))
  const fullName = page.name ?? page.emails[0] ?? own[0]?.handle
  if (!fullName) return undefined
  const shown = page.profile
  const job =
    shown && shown.positions.length > 0
      ? shown.positions
      : page.title || page.org
        ? [{ ...filled('title', page.title), ...filled('organisation', page.org), current: true }]
        : []
  const [main, ...others] = own
  const person: PersonRecord = {
    ...personNamed(fullName, [
      ...(main
        ? [
            {
              ...profileOf(main),
              displayName: fullName,
              ...filled('summary', page.note),
              ...filled('place', page.place),
              ...filled('headline', shown?.headline),
              positions: job,
              education: shown?.education ?? [],
              skills: shown?.skills ?? [],
            },
          ]
        : []),
      ...others.map(other => ({ ...profileOf(other), displayName: fullName })),
    ]),
    emails: page.emails,
    phones: page.phones,
    urls: addresses.filter(url => accountOfUrl(url) === undefined),
    ...filled('place', page.place),
    ...(!main && { background: { ...filled('summary', page.note), positions: job } }),
  }
  const key = main
    ? accountKey(main)
    : page.emails[0]
      ? `email:${page.emails[0].toLowerCase()}`
      : `row:${digestOf(page.url ?? '', fullName.toLowerCase())}`
  return { person, key }
}

/** A page of one account is about its owner alone; any other page about everyone whose card it holds. */
function peopleOf(document: PageDocument, html: string): { about: PagePerson[]; account: Account | undefined } {
  const { url, title } = addressOf(html)
  const account = url ? accountOfUrl(url) : undefined
  if (!account)
    return { about: document.persons.filter(one => one.sources.some(source => source !== 'rel-me')), account }
  const owner =
    document.persons.find(one => one.url !== null && accountOfUrl(one.url)?.handle === account.handle) ??
    document.persons.find(
      one => one.sources.includes('layout') || one.sources.includes('h-card') || one.sources.includes('json-ld'),
    ) ??
    document.persons[0] ??
    nobody
  return { about: [{ ...owner, name: owner.name ?? nameInTitle(title, account.handle) }], account }
}

function* readPage(bytes: Uint8Array, file: string): Generator<ImportRecord> {
  const html = decodeMarkup(bytes, undefined)
  const { url } = addressOf(html)
  const document = parsePage(bytes, url ? { url } : {})
  const { about, account } = peopleOf(document, html)
  let row = 0
  let author: Party | undefined
  const seen = new Set<string>()
  for (const [index, page] of about.entries()) {
    const read = personOf(page, index === 0 ? account : undefined)
    if (!read || seen.has(read.key)) continue
    seen.add(read.key)
    row++
    const address = read.person.profiles[0]?.url
    if (index === 0) author = { name: read.person.fullName, ...(address && { url: address }), key: read.key }
    yield { kind: 'person', file, row, ...read }
  }
  if (!author || row > 1) return
  for (const entry of document.entries) {
    const text = (entry.contentHtml ? htmlToText(entry.contentHtml) : null) ?? entry.summary ?? entry.title ?? ''
    const publishedAt = entry.publishedAt ?? entry.updatedAt
    if (publishedAt === null || text === '') continue
    row++
    yield {
      kind: 'activity',
      file,
      row,
      key: entry.link ?? entry.id,
      tool: account?.tool ?? 'blog',
      activity: 'post',
      author,
      ...filled('title', entry.title),
      text,
      ...filled('url', entry.link),
      publishedAt,
    }
  }
}

const isHtml = (text: string) =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|div|article|section|main|p|a|span)\b/i.test(
    text,
  )

/** A saved page about a person: hCard and h-card, JSON-LD, OpenGraph, or the page of an account on a known tool. */
export const pageImporter: Importer = {
  format: 'page',
  label: 'Saved web page',
  async recognise(head, source) {
    if (!isHtml(decodeText(head).text) || source.size > maxMegabytes << 20) return { match: 'no' }
    const bytes = await readWhole(source, maxMegabytes)
    const html = decodeMarkup(bytes, undefined)
    const { account, about } = peopleOf(parsePage(bytes), html)
    if (about.length === 0) return { match: 'no' }
    const label = account?.tool === 'myspace' ? 'Saved MySpace page' : 'Saved web page'
    return { match: 'maybe', format: 'page', label }
  },
  read: source =>
    mustUnderstand(
      (async function* (): AsyncGenerator<ImportRecord> {
        yield* readPage(await readWhole(source, maxMegabytes), source.name)
      })(),
      'Save the page of one person, or a page with their card (hCard), and import it again.',
    ),
}
