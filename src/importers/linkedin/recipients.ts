export type Participant = { name: string; url?: string }

const suffix =
  /^(?:ph\.?\s?d\.?|m\.?\s?d\.?|mba|m\.?b\.?a\.?|msc|m\.?sc\.?|bsc|ma|ba|mph|jr\.?|sr\.?|i{2,3}|iv|cpa|cfa|pmp|esq\.?|shrm(?:-\w+)?|phr|sphr|rn|pe|cissp|csm|dba|llm|jd|j\.?d\.?|inc\.?|llc\.?|ltd\.?|gmbh|[A-Z][A-Z.®™-]{1,7})$/i

/** Splits a list of addresses that LinkedIn joined by commas. */
export const splitUrls = (joined: string): string[] =>
  joined
    .split(/,\s*(?=https?:|$)/)
    .map(url => url.trim())
    .filter(url => url !== '')

/**
 * Splits `TO` into as many names as there are addresses, although names contain commas too ("Ann Lee, PhD"). Names known for an
 * address from other rows win; then academic and company suffixes stay with the name before them.
 */
export function splitRecipients(
  joined: string,
  urls: readonly string[],
  knownNames: ReadonlyMap<string, string>,
): Participant[] {
  if (joined === '') return urls.map(url => ({ name: knownNames.get(url) ?? '', url }))
  if (urls.length === 1 && urls[0]) return [{ name: joined, url: urls[0] }]
  const names = splitNames(joined, urls, knownNames)
  return names.map((name, index) => {
    const url = names.length === urls.length ? urls[index] : undefined
    return url === undefined ? { name } : { name, url }
  })
}

function splitNames(joined: string, urls: readonly string[], knownNames: ReadonlyMap<string, string>): string[] {
  const parts = joined.split(', ')
  if (urls.length === 0 || parts.length === urls.length) return urls.length === 0 ? mergeSuffixes(parts, 1) : parts
  const names: string[] = []
  let rest = joined
  for (const [index, url] of urls.entries()) {
    const known = knownNames.get(url)
    const isLast = index === urls.length - 1
    if (isLast) {
      names.push(rest)
      return names
    }
    if (known === undefined || !rest.startsWith(`${known}, `)) break
    names.push(known)
    rest = rest.slice(known.length + 2)
  }
  // The first names are certain; the others are what is left, with suffixes joined until the count fits.
  return [...names, ...mergeSuffixes(rest.split(', '), urls.length - names.length)]
}

function mergeSuffixes(parts: readonly string[], wanted: number): string[] {
  const merged: string[] = []
  let surplus = parts.length - wanted
  for (const part of parts) {
    const last = merged.length - 1
    if (surplus > 0 && last >= 0 && suffix.test(part.trim())) {
      merged[last] = `${merged[last]}, ${part}`
      surplus--
    } else merged.push(part)
  }
  return merged
}
