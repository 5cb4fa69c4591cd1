/** Two-sided 95 % of the normal distribution. */
const z95 = 1.959964

/**
 * The score interval of a share (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927), at 95 % unless `z` says otherwise, as fractions: honest at
 * small samples and at 0 of n.
 */
export function wilson(hits: number, total: number, z = z95): { low: number; high: number } {
  if (total <= 0) return { low: 0, high: 1 }
  const p = hits / total
  const centre = p + (z * z) / (2 * total)
  const reach = z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))
  const scale = 1 + (z * z) / total
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) }
}

export type Proportion = { hits: number; total: number }

/** How far B's share may lie from A's: Newcombe's hybrid score interval (Stat. Med. 17, 1998, method 10), as fractions. */
export function differenceOf(a: Proportion, b: Proportion, z = z95): { low: number; high: number } {
  const [pa, pb] = [a.hits / a.total, b.hits / b.total]
  const [wa, wb] = [wilson(a.hits, a.total, z), wilson(b.hits, b.total, z)]
  const gap = pb - pa
  return {
    low: Math.max(-1, gap - Math.sqrt((pb - wb.low) ** 2 + (wa.high - pa) ** 2)),
    high: Math.min(1, gap + Math.sqrt((wb.high - pb) ** 2 + (pa - wa.low) ** 2)),
  }
}
