export type Texts = { [key: string]: string | Texts }

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'åƀçďéƒĝĥíĵķļḿñöþǫŕšţûṽŵẋýžÅƁÇĎÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛṼŴẊÝŽ'

/** Accents every letter and grows the text (short labels twice, others by 1.4), leaving {{placeholders}} and <tags> alone. */
export function pseudoText(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\))/)
  const turned = parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : Array.from(part, letter => {
            const at = plain.indexOf(letter)
            return at < 0 ? letter : (Array.from(accented)[at] ?? letter)
          }).join(''),
    )
    .join('')
  const growth = text.length <= 10 ? text.length : Math.ceil(text.length * 0.4)
  return `[${turned}${'·'.repeat(Math.max(0, growth - 2))}]`
}

export function pseudoTexts(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoTexts(value),
    ]),
  )
}
