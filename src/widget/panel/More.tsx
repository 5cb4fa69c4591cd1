import { useEffect, useState } from 'preact/hooks'
import type { Parts } from './parts.ts'
import type { View } from './view.ts'

type Loaded = { all: typeof import('./more/index.ts'); more: import('./more/words.ts').MoreWords }

/** What most visitors never need is fetched when it is; without a connection it comes once there is one again. */
export function More(parts: Parts & { view: View; room?: string }) {
  const [loaded, setLoaded] = useState<Loaded>()
  const { short, view } = parts
  useEffect(() => {
    if (loaded || view.lost) return
    void import('./more/index.ts')
      .then(async all => setLoaded({ all, more: await all.loadMoreWords(short) }))
      .catch(() => undefined)
  }, [loaded, view.lost, short])
  if (!loaded) return null
  const given = { view, inside: parts.talk.inside, offline: parts.words.offline, more: loaded.more }
  return parts.room ? <loaded.all.Room {...given} room={parts.room} /> : <loaded.all.GoOn {...given} />
}
