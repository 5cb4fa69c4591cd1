const nearlySure = 0.995

/** How likely it is that two are one person, as a figure; what rounds to one or to nothing is never said to be certain. */
export function formatLikely(probability: number, formats: string): string {
  const figure = new Intl.NumberFormat(formats, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  if (probability >= nearlySure) return `> ${figure.format(0.99)}`
  if (probability < 1 - nearlySure) return `< ${figure.format(0.01)}`
  return figure.format(probability)
}
