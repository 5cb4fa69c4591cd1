/** Compared without case, accents, marks and order of spaces; part of the keys of records, so it must stay as it is. */
export const foldName = (name: string): string =>
  plain.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()

const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/i
