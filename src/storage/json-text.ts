/** What PostgreSQL does not store: NUL, and halves of a surrogate pair. In JSON they stand as escapes. */
const refused = /\\u0000|\\u[dD][89abAB]|\\u[dD][cdefCDEF]/

const clean = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value

/** JSON that PostgreSQL takes, whatever text a file brought. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  return refused.test(text) ? JSON.stringify(value, clean) : text
}
