import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RoomForVisitorView } from '#features/conversations/chat-wire.ts'
import { newId } from '#kernel/ids.ts'
import { fillWords } from '#kernel/public-words.ts'
import type { MoreParts } from './parts.ts'
import type { MoreWords } from './words.ts'

/** What the server's refusals are in the visitor's language; anything else is a lost connection. */
const troubles: Readonly<Record<string, keyof MoreWords>> = {
  'name-taken': 'nameTaken',
  'name-missing': 'nameFirst',
  'room-full': 'roomFull',
  'slow-down': 'roomSlow',
  'no-such-room': 'roomClosed',
  'removed-from-room': 'roomRemoved',
  'not-in-room': 'roomLeft',
}

/** A group chat on the page: its norms and a name first, then everybody sees what everybody says. */
export function Room({ room, view, inside, more, offline }: MoreParts & { room: string }) {
  const [now, setNow] = useState<RoomForVisitorView>()
  const [trouble, setTrouble] = useState<string>()
  const [text, setText] = useState('')
  const [name, setName] = useState(view.name ?? '')
  const [busy, setBusy] = useState(false)
  const sending = useRef<{ id: string; text: string } | undefined>(undefined)
  const log = useRef<HTMLDivElement>(null)
  const path = `/rooms/${room}`
  const told = useCallback(
    (answer: { ok: boolean; code?: string }) => {
      const word = answer.code === undefined ? undefined : troubles[answer.code]
      setTrouble(answer.ok ? undefined : word ? more[word] : offline)
    },
    [more, offline],
  )
  const load = useCallback(async () => {
    const answer = await inside.call<RoomForVisitorView>(path)
    if (answer.ok) {
      setNow(answer.value)
      setTrouble(before => (before === offline ? undefined : before))
    } else if (!answer.gone) {
      setNow(undefined)
      told(answer)
    }
  }, [path, inside, told, offline])
  useEffect(() => inside.watchRoom(room, () => void load()), [room, load, inside])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again once the connection is back
  useEffect(() => void load(), [load, view.lost])
  const count = now?.messages.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines move the end
  useLayoutEffect(() => log.current?.scrollTo(0, log.current.scrollHeight), [count])
  const act = async (event: Event, work: () => Promise<{ ok: boolean; code?: string }>) => {
    event.preventDefault()
    if (busy) return false
    setBusy(true)
    const answer = await work()
    setBusy(false)
    told(answer)
    await load()
    return answer.ok
  }
  const join = (event: Event) => void act(event, () => inside.call(`${path}/join`, { name }))
  const leave = (event: Event) => void act(event, () => inside.call(`${path}/leave`, {}))
  const send = async (event: Event) => {
    const said = text.trim()
    if (said === '') return event.preventDefault()
    // Sent again after a lost answer it keeps its id, so it is one message.
    if (sending.current?.text !== said) sending.current = { id: newId(), text: said }
    const { id } = sending.current
    if (await act(event, () => inside.call(`${path}/messages`, { id, text: said }))) {
      sending.current = undefined
      setText('')
    }
  }
  const alert = (
    <p class="trouble" role="alert">
      {trouble}
    </p>
  )
  if (!now) return <div class="begin">{alert}</div>
  const norms = now.norms && (
    <p class="greeting" dir="auto">
      <strong>{more.norms}</strong> {now.norms}
    </p>
  )
  if (now.name === null)
    return (
      <form class="begin" onSubmit={join} noValidate>
        {norms}
        {now.removed ? (
          <p role="status">{more.roomRemoved}</p>
        ) : (
          <>
            <p>{more.roomSeen}</p>
            <label>
              {more.roomName}
              <input value={name} maxLength={60} dir="auto" onInput={event => setName(event.currentTarget.value)} />
            </label>
            {alert}
            <button type="submit" class="go" aria-busy={busy}>
              {more.join}
            </button>
          </>
        )}
      </form>
    )
  return (
    <>
      <div
        class="log"
        role="log"
        aria-label={now.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        ref={log}
      >
        {norms}
        {now.messages.map(message => (
          <div key={message.id} class={message.mine ? 'mine' : 'theirs'}>
            {!message.mine && (
              <p class="meta" dir="auto">
                {message.host ? <strong>{message.sender}</strong> : message.sender}
              </p>
            )}
            <p class="said" dir="auto">
              {message.text}
            </p>
          </div>
        ))}
      </div>
      <details class="kept">
        <summary>{fillWords(more.people, { count: String(now.members.length + 1) })}</summary>
        <p>
          {[view.who.who, ...now.members].filter(Boolean).map(each => (
            <bdi key={each}>{each} </bdi>
          ))}
        </p>
      </details>
      <form class="write" onSubmit={event => void send(event)}>
        <textarea
          rows={1}
          dir="auto"
          maxLength={4_000}
          aria-label={more.roomWrite}
          placeholder={more.roomWrite}
          value={text}
          onInput={event => setText(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void send(event)
          }}
        />
        <button type="submit" class="go" aria-busy={busy}>
          {more.roomSend}
        </button>
        {alert}
      </form>
      <p class="kept">
        {fillWords(more.roomAs, { name: now.name })}{' '}
        <button type="button" class="link" onClick={leave}>
          {more.leaveRoom}
        </button>
      </p>
    </>
  )
}
