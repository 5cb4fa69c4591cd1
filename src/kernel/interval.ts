/** Wilson score interval at 95 %, as fractions: honest at small samples and at 0 of n. */
export function wilson(hits: number, total: number): { low: number; high: number } {
  if (total <= 0) return { low: 0, high: 1 }
  const z = 1.959964
  const p = hits / total
  const centre = p + (z * z) / (2 * total)
  const reach = z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))
  const scale = 1 + (z * z) / total
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) }
}
