/** What arrived at the other side, for those who wait for it. */
export function heardBook() {
  const texts: string[] = []
  const waiting = new Set<() => void>()
  const count = (text: string) => texts.filter(each => each === text).length
  return {
    count,
    add(text: string): void {
      texts.push(text)
      for (const look of [...waiting]) look()
    },
    wait: (text: string, timeoutMs = 20_000): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (count(text) === 0) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve()
        }
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`“${text}” never arrived. There was: ${JSON.stringify(texts.slice(-5))}`))
        }, timeoutMs)
        waiting.add(look)
        look()
      }),
  }
}
