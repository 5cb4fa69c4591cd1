/** A place's address in one spelling: without scheme, `www.`, fragment, tracking and a last slash. Undefined when it is none. */
export function placeAddress(typed: string): { address: string; url: string } | undefined {
  const text = typed.trim()
  // A mailing list may be known by its mail address alone.
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return { address: text.toLowerCase(), url: `mailto:${text}` }
  let url: URL
  try {
    url = new URL(/^[a-z][a-z+.-]*:/i.test(text) ? text : `https://${text}`)
  } catch {
    return undefined
  }
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || !url.hostname.includes('.')) return undefined
  if (url.username !== '' || url.password !== '') return undefined
  url.hash = ''
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_\w+|fbclid|gclid|ref)$/i.test(name)) url.searchParams.delete(name)
  const host = url.host.replace(/^www\./, '')
  return { address: `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`, url: url.href }
}
