type Quality = { precision: number; recall: number; f1: number }

/** Pairwise quality of clusters against the true person of each row. */
export function measureClusters(found: ArrayLike<number>, truth: ArrayLike<number>): Quality {
  const inBoth = pairsOf(found.length, row => `${found[row]}:${truth[row]}`)
  const precision =
    inBoth /
    Math.max(
      1,
      pairsOf(found.length, row => `${found[row]}`),
    )
  const recall =
    inBoth /
    Math.max(
      1,
      pairsOf(found.length, row => `${truth[row]}`),
    )
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function pairsOf(rowCount: number, keyOf: (row: number) => string): number {
  const sizes = new Map<string, number>()
  for (let row = 0; row < rowCount; row++) sizes.set(keyOf(row), (sizes.get(keyOf(row)) ?? 0) + 1)
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}
