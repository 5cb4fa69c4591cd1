const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/

/** `Night shifts in Bergen` → `night-shifts-in-bergen`; empty when nothing of the text can stand in an address. */
export function slugFrom(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain.slice(0, 60).replace(/-+$/, '')
}

export const isSlug = (text: string): boolean => slugPattern.test(text)
