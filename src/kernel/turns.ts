/** At most `atOnce` pieces of work at a time; who comes later waits in the order of coming. A piece that fails frees its place too. */
export function createTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0
  const waiting: (() => void)[] = []
  return async work => {
    if (busy < atOnce) busy++
    // Whoever is done hands the place on.
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
}
