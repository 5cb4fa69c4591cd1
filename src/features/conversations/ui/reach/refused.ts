import { useText } from '#web/i18n/i18n.ts'

const known = [
  'not-yours',
  'cannot-write',
  'no-address',
  'address-taken',
  'somebodys',
  'wrong-code',
  'code-over',
  'no-days',
]

/** What the server refused, in the reader's language where it is known. */
export function useWords(): (error: Error) => string {
  const t = useText('conversations')
  return error => {
    const code = 'code' in error ? String(error.code) : ''
    return known.includes(code) ? t(`reach.refused.${code}`) : error.message
  }
}
