import { useEffect, useState } from 'preact/hooks'
import type { ChatFileView } from '#features/conversations/chat-wire.ts'
import type { Parts } from './parts.ts'
import type { Said, View } from './view.ts'

type Loaded = { all: typeof import('./more/index.ts'); more: import('./more/words.ts').MoreWords }

/** What most visitors never need is fetched when it is; without a connection it comes once there is one again. */
type Asked = { view: View; room?: string; attach?: boolean; said?: Said; file?: ChatFileView; index?: number }

export function More(parts: Parts & Asked) {
  const [loaded, setLoaded] = useState<Loaded>()
  const { short, view, said, file, index = 0 } = parts
  useEffect(() => {
    if (loaded || view.lost) return
    void import('./more/index.ts')
      .then(async all => setLoaded({ all, more: await all.loadMoreWords(short) }))
      .catch(() => undefined)
  }, [loaded, view.lost, short])
  if (!loaded) return file ? <p class="said">{file.name}</p> : null
  const { talk, language } = parts
  if (parts.attach) return <loaded.all.Attach talk={talk} more={loaded.more} />
  const given = { view, inside: talk.inside, offline: parts.words.offline, more: loaded.more }
  if (said)
    return file ? (
      <loaded.all.FileLine {...{ talk, language, said, file, index }} />
    ) : (
      <loaded.all.Acts {...given} said={said} />
    )
  return parts.room ? <loaded.all.Room {...given} room={parts.room} /> : <loaded.all.GoOn {...given} />
}
