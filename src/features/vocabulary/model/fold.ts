const apart = /[^\p{L}\p{M}\p{N}+#]+/gu
const asIs: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
}

/** Lower case without accents, marks between words as one space: two spellings of one name give the same. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłæœđðþıŋ]/g, letter => asIs[letter] ?? letter)
    .replace(/['’`´]/g, '')
    .replace(apart, ' ')
    .trim()
    .normalize('NFC')
