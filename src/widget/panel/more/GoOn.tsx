import { useEffect, useState } from 'preact/hooks'
import { fillWords } from '#kernel/public-words.ts'
import { LeaveAddress } from './LeaveAddress.tsx'
import type { MoreParts } from './parts.ts'

type Door = { connection: string; tool: string; address: string }
type Opened = Door & { code: string; link: string }

/** Nobody is here: leave an address, or go on where the visitor likes to talk. Both stay in the same thread. */
export function GoOn(parts: MoreParts) {
  const { inside, more, view, offline } = parts
  const [doors, setDoors] = useState<readonly Door[]>([])
  const [opened, setOpened] = useState<Opened>()
  const [trouble, setTrouble] = useState(false)
  const nameOf = (tool: string) => ({ xmpp: 'XMPP', telegram: 'Telegram', email: more.email })[tool] ?? tool
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again once the connection is back
  useEffect(
    () => void inside.call<{ doors: Door[] }>('/doors').then(answer => answer.ok && setDoors(answer.value.doors)),
    [view.lost],
  )
  const open = async (door: Door) => {
    const words = { connection: door.connection, subject: more.subject, text: more.hello }
    const made = await inside.call<{ code: string; link: string }>('/doors', words)
    setTrouble(!made.ok)
    if (made.ok) setOpened({ ...door, ...made.value })
  }
  return (
    <section class="note">
      {view.wentOn.map(tool => (
        <p key={tool} role="status">
          {fillWords(more.wentOn, { tool: nameOf(tool) })}
        </p>
      ))}
      {opened ? (
        <div role="status">
          <div class="row">
            <a class="go" href={opened.link} target="_blank" rel="noopener noreferrer">
              {fillWords(more.open, { tool: nameOf(opened.tool) })}
            </a>
            <button type="button" onClick={() => setOpened(undefined)}>
              {more.back}
            </button>
          </div>
          <p>{fillWords(more.orSend, { address: `\u2068${opened.address}\u2069` })}</p>
          <code dir="ltr">{opened.code}</code>
        </div>
      ) : (
        <>
          <LeaveAddress {...parts} />
          {doors.length > 0 && (
            <>
              <p>{more.orGoOn}</p>
              <div class="row wrap">
                {doors.map(door => (
                  <button key={door.connection} type="button" onClick={() => void open(door)}>
                    {fillWords(more.goOn, { tool: nameOf(door.tool) })}
                  </button>
                ))}
              </div>
            </>
          )}
          <p class="trouble" role="alert">
            {trouble && offline}
          </p>
        </>
      )}
    </section>
  )
}
