export type JsonObject = { readonly [key: string]: unknown }

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Undefined when it is no JSON, even after a byte order mark or a stray trailing comma is taken away. */
export function readJson(text: string): unknown {
  const clean = text.replace(/^\ufeff/, '').trim()
  for (const candidate of [clean, clean.replace(/,(\s{0,200}[}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate)
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
