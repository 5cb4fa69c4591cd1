import { pageKey } from '#kernel/profile-urls.ts'

export const contactKinds = ['email', 'phone', 'url'] as const
export type ContactKind = (typeof contactKinds)[number]

/** What two spellings of one address share; undefined when the text is no such address. Phones need their country code. */
export function contactKey(kind: ContactKind, value: string): string | undefined {
  const text = value.trim()
  switch (kind) {
    case 'email': {
      const [, local = '', host = ''] = /^([^@\s<>]+)@([^@\s<>]+\.[^@\s<>.]+)$/.exec(text.toLowerCase()) ?? []
      if (!host) return undefined
      const gmail = host === 'gmail.com' || host === 'googlemail.com'
      return gmail ? `${local.replace(/\+.*$/, '').replaceAll('.', '')}@gmail.com` : `${local}@${host}`
    }
    case 'phone': {
      const number = text.replace(/^00/, '+').replace(/\(0\)|[\s().\-/]/g, '')
      return /^\+[1-9]\d{5,14}$/.test(number) ? number : undefined
    }
    default:
      return pageKey(text)
  }
}
