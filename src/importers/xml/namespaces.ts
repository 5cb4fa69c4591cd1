/** A short name for a known namespace, `''` for none or RSS's own, `?…` for others. */
export type NamespaceId = string

const known: readonly (readonly [NamespaceId, RegExp])[] = [
  [
    '',
    /^$|^https?:\/\/(?:purl\.org\/rss\/1\.0|my\.netscape\.com\/rdf\/simple\/0\.9|channel\.netscape\.com\/rdf\/simple\/0\.9|backend\.userland\.com\/|blogs\.law\.harvard\.edu\/tech\/rss|cyber\.(?:law\.)?harvard\.edu\/rss|my\.netscape\.com\/publish|www\.rssboard\.org\/rss-spec)/i,
  ],
  [
    'atom',
    /^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns#|example\.com\/newformat#|example\.com\/necho|purl\.org\/echo\/|uri\/of\/echo\/namespace#|purl\.org\/pie\/|purl\.org\/atom-blog)/i,
  ],
  ['xhtml', /^https?:\/\/www\.w3\.org\/(?:1999|2002\/06)\/xhtml/i],
  ['rdf', /^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/i],
  ['xml', /^https?:\/\/www\.w3\.org\/xml\/1998\/namespace/i],
  ['dc', /^https?:\/\/(?:www\.)?purl\.org\/(?:dc\/elements\/1\.[01]|metadata\/dublin_core)/i],
  ['dcterms', /^https?:\/\/(?:www\.)?purl\.org\/dc\/terms/i],
  ['content', /^https?:\/\/(?:www\.)?purl\.org\/rss\/1\.0\/modules\/content/i],
  ['slash', /^https?:\/\/(?:www\.)?purl\.org\/rss\/1\.0\/modules\/slash/i],
  ['syn', /^https?:\/\/(?:www\.)?purl\.org\/rss\/1\.0\/modules\/syndication/i],
  ['enc', /^https?:\/\/(?:www\.)?purl\.oclc\.org\/net\/rss_2\.0\/enc/i],
  [
    'media',
    /^https?:\/\/(?:search\.yahoo\.com\/mrss|www\.rssboard\.org\/media-rss|tools\.search\.yahoo\.com\/mrss|video\.search\.yahoo\.com\/mrss)/i,
  ],
  [
    'itunes',
    /^https?:\/\/(?:www\.itunes\.com\/dtds\/podcast-1\.0|example\.com\/dtds\/podcast-1\.0|www\.itunes\.com\/podcast-1\.0)/i,
  ],
  ['feedburner', /^https?:\/\/rssnamespace\.org\/feedburner\/ext/i],
  ['wfw', /^https?:\/\/wellformedweb\.org\/commentapi/i],
  ['thr', /^https?:\/\/purl\.org\/syndication\/thread/i],
  ['admin', /^https?:\/\/webns\.net\/mvcb/i],
  ['podcast', /^https?:\/\/(?:podcastindex\.org\/namespace|github\.com\/podcastindex-org)/i],
]

/** RSS modules extend `http://purl.org/rss/1.0/`, so theirs are tried before it. */
const byLength = [...known.slice(1), ...known.slice(0, 1)]

export function namespaceId(uri: string): NamespaceId {
  const text = uri.trim()
  return byLength.find(([, pattern]) => pattern.test(text))?.[0] ?? `?${text}`
}

const prefixes = new Set([
  'dc',
  'dcterms',
  'content',
  'slash',
  'media',
  'itunes',
  'atom',
  'xhtml',
  'rdf',
  'feedburner',
  'wfw',
  'thr',
  'podcast',
  'enc',
])

export const isWellKnownPrefix = (prefix: string): boolean => prefixes.has(prefix)
