/**
 * `JSON.parse` that keeps whole numbers beyond 2^53 as their digits in a string: ids of posts and accounts are such numbers. Throws
 * `SyntaxError`.
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text.replace(/^\ufeff/, ''), (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? context?.source
      : value,
  )
}
