const webSchemes = new Set(['http:', 'https:'])
const safeSchemes = new Set(['http:', 'https:', 'mailto:'])

function parse(text: string, base: string | undefined): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}

/** Written as the file has it when that is already a clean absolute URL, so that an id or link stays comparable. */
function resolve(reference: string, base: string | undefined, schemes: ReadonlySet<string>): string | null {
  // Browsers drop tabs and line ends inside a URL, so a hidden `java\nscript:` must be judged without them.
  const text = reference
    .replace(/\p{Cc}+/gu, '')
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
  const url = parse(text, base) ?? (text.startsWith('//') ? parse(`https:${text}`, undefined) : undefined)
  if (!url || !schemes.has(url.protocol)) return null
  if (webSchemes.has(url.protocol) && url.hostname === '') return null
  const isCleanAbsolute = /^(?:https?:\/\/[^/\\]|mailto:)/i.test(text) && !/[\s"<>\\^`{|}]/.test(text)
  return isCleanAbsolute ? text : url.href
}

/** An absolute http(s) URL, or null when there is none to be had. */
export function resolveWebUrl(reference: string | null | undefined, base: string | undefined): string | null {
  return reference?.trim() ? resolve(reference, base, webSchemes) : null
}

/** As `resolveWebUrl`, and mail addresses too; everything else (`javascript:`, `data:` …) is null. */
export function resolveSafeUrl(reference: string, base: string | undefined): string | null {
  return resolve(reference, base, safeSchemes)
}

/** The base for what is inside an element with `xml:base` or below a `<base href>`. */
export function resolveBase(reference: string, base: string | undefined): string | undefined {
  const url = parse(reference.trim(), base)
  return url && webSchemes.has(url.protocol) ? url.href : base
}
