import { useEffect, useState } from 'react'
import type * as Etiquette from '#features/etiquette/model.ts'

let loading: Promise<typeof Etiquette> | undefined
let loaded: typeof Etiquette | undefined

/** The rules are large and nobody needs them to read: they come by themselves once the page stands, or at the first need. */
export function loadEtiquette(): Promise<typeof Etiquette> {
  loading ??= import('#features/etiquette/model.ts').then(
    model => {
      loaded = model
      return model
    },
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}

const latestMs = 500

/** Undefined until they are here: while the browser has nothing better to do, at the latest after a moment or once `wanted`. */
export function useEtiquette(wanted: boolean): typeof Etiquette | undefined {
  const [model, setModel] = useState(() => loaded)
  useEffect(() => {
    if (model) return
    let current = true
    // Offline the server's judgement of Send stands; the next page tries again.
    const load = () =>
      void loadEtiquette().then(
        made => current && setModel(() => made),
        () => undefined,
      )
    const idle =
      wanted || !('requestIdleCallback' in window) ? undefined : window.requestIdleCallback(load, { timeout: latestMs })
    if (idle === undefined) load()
    return () => {
      current = false
      if (idle !== undefined) window.cancelIdleCallback(idle)
    }
  }, [model, wanted])
  return model
}
