/** Promises about what a stranger on a network will have seen: looked at again whenever something `changed`. */
export function createWatch(waitMs: number, told: () => string) {
  let watchers: (() => void)[] = []
  return {
    changed(): void {
      for (const watcher of [...watchers]) watcher()
    },
    /** Rejects after a while, with what was told until then. */
    until(what: string, happened: () => boolean, within = waitMs): Promise<void> {
      return new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer)
          watchers = watchers.filter(watcher => watcher !== look)
        }
        const look = () => {
          if (!happened()) return
          end()
          resolve()
        }
        const timer = setTimeout(() => {
          end()
          reject(new Error(`The stranger waited ${within} ms for ${what}. ${told()}`))
        }, within)
        watchers.push(look)
        look()
      })
    },
  }
}
