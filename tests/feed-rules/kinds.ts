/** What is wrong with a value, or undefined. Each says by which document. */
export type Judge = (text: string) => string | undefined

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const rfc822 =
  /^(?:(Sun|Mon|Tue|Wed|Thu|Fri|Sat), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UT|[+-]\d{4})$/
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
const hourMs = 3_600_000

const isReal = (text: string, now: Date): string | undefined => {
  const at = Date.parse(text)
  if (Number.isNaN(at)) return 'is no day of the calendar'
  return at > now.getTime() + hourMs ? 'lies in the future' : undefined
}

/** RFC 822 as RSS 2.0 has it: with the year in four digits, and the day of the week that it was. */
export const rfc822Date =
  (now: Date): Judge =>
  text => {
    const [, day] = rfc822.exec(text) ?? []
    if (!rfc822.test(text)) return 'is no date of RFC 822'
    if (day !== undefined && days[new Date(text).getUTCDay()] !== day && /GMT|UT|\+0000/.test(text))
      return 'names another day of the week'
    return isReal(text, now)
  }

/** RFC 3339 as Atom and JSON Feed have it, with a capital T and Z. */
export const rfc3339Date =
  (now: Date): Judge =>
  text =>
    rfc3339.test(text) ? isReal(text, now) : 'is no date of RFC 3339'

export const webAddress: Judge = text =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[\s<>"{}|\\^`]/.test(text)
    ? undefined
    : 'is no whole web address'

/** RFC 3987 with a scheme; RFC 4287 4.2.6 asks for one in its normal form. */
export const iri: Judge = text =>
  /^[a-z][a-z0-9+.-]*:\S+$/.test(text) && URL.canParse(text) ? undefined : 'is no IRI with a scheme'

export const filled: Judge = text => (text.trim() === '' ? 'is empty' : undefined)
export const anything: Judge = () => undefined
export const language: Judge = text =>
  /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.test(text) ? undefined : 'is no language tag (BCP 47)'
export const mediaType: Judge = text =>
  /^[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/i.test(text) ? undefined : 'is no media type'
export const count: Judge = text => (/^\d+$/.test(text) ? undefined : 'is no number of bytes')
/** As the W3C's service sees it: elements that HTML knows. */
export const plain: Judge = text =>
  /<\/?(?:a|abbr|b|blockquote|br|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|li|ol|p|pre|q|s|small|span|strong|sub|sup|table|td|th|tr|u|ul)\b[^>]*>/i.test(
    text,
  )
    ? 'holds HTML where text is meant'
    : undefined

/** What the W3C's service calls SecurityRisk and ContainsRelRef: readers drop the one and can't resolve the other. */
export const carriedHtml: Judge = html => {
  const risk =
    /<(?:script|style|iframe|object|embed|form|input(?![^>]*type="checkbox")|meta|link|base|noscript)\b|\son\w+\s*=|\sstyle\s*=|javascript:/i.exec(
      html,
    )
  if (risk) return `holds ${risk[0].trim()}, which readers take out`
  for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g))
    if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) return `leads to ${address}, which is relative`
  return undefined
}
