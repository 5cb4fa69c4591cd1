/** The simple alphabet of telephones (3GPP TS 23.038); every other letter makes the whole text UCS-2. */
const simple = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Letters of its second table take two places. */
const double = new Set('\f^{}\\[~]|€')

export type SmsLength = {
  alphabet: 'simple' | 'any'
  segments: number
  /** Places left in the last segment. */
  left: number
  /** The letter that made the text longer; undefined in the simple alphabet. */
  because: string | undefined
}

/** What a text costs: 160 places, or 70 with any letter outside the simple alphabet; a little less each when there are several. */
export function measureSms(text: string): SmsLength {
  const letters = [...text]
  const because = letters.find(letter => !simple.has(letter) && !double.has(letter))
  const [alone, each] = because === undefined ? [160, 153] : [70, 67]
  const widths = letters.map(letter => (because === undefined ? (double.has(letter) ? 2 : 1) : letter.length))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const alphabet = because === undefined ? 'simple' : 'any'
  if (whole <= alone) return { alphabet, segments: text === '' ? 0 : 1, left: alone - whole, because }
  let segments = 1
  let used = 0
  for (const width of widths) {
    // A letter of two places is not cut in half.
    if (used + width > each) {
      segments += 1
      used = 0
    }
    used += width
  }
  return { alphabet, segments, left: each - used, because }
}
