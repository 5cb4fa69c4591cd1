export type JsonObject = { readonly [key: string]: unknown }

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const controls: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Line ends within texts written as JSON wants them, and commas before a closing bracket left out. */
const mended = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/"(?:[^"\\]|\\[\s\S])*"/g, quoted => quoted.replace(/[\u0000-\u001f]/g, sign => controls[sign] ?? ' '))
    .replace(/("(?:[^"\\]|\\.)*")|,(\s{0,200}[}\]])/g, (_, quoted: string | undefined, end: string) => quoted ?? end)

/** Undefined when it is no JSON, even after a byte order mark, a stray comma or a bare line end in a text is mended. */
export function readJson(text: string): unknown {
  const clean = text.replace(/^\ufeff/, '').trim()
  for (const candidate of [() => clean, () => mended(clean)]) {
    try {
      return JSON.parse(candidate())
    } catch {
      // the next candidate is more forgiving
    }
  }
  return undefined
}

/** Trimmed text of a string or number; null for anything else and for blanks. */
export function jsonText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim().replaceAll('\u0000', '') : null
}

export const jsonList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
