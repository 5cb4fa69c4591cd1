import { useEffect, useReducer, useState } from 'preact/hooks'
import { fillWords, formatDuration } from '#kernel/public-words.ts'
import { Begin } from './Begin.tsx'
import { More } from './More.tsx'
import type { Parts } from './parts.ts'
import { Thread } from './Thread.tsx'
import type { View } from './view.ts'
import { formatReturn } from './words.ts'

export function Panel(parts: Parts) {
  const { talk, words, place } = parts
  const [, again] = useReducer((count: number, _: undefined) => count + 1, 0)
  useEffect(() => talk.subscribe(() => again(undefined)), [talk])
  const view = talk.view()
  const { room } = place
  const [inRoom, setInRoom] = useState(false)
  return (
    <main
      class="panel"
      onKeyDown={event => {
        if (event.key === 'Escape' && place.parentOrigin) talk.close()
      }}
    >
      <Head {...parts} view={view} />
      {view.lost && (
        <p class="strip" role="status">
          {words.offline}
        </p>
      )}
      {view.slow && (
        <p class="strip" role="status">
          {words.slow}
        </p>
      )}
      {view.notice && (
        <p class="strip" role="status">
          {view.notice}
        </p>
      )}
      {room && (
        <div class="row places">
          {[view.who.who || words.someone, room.title].map((name, at) => (
            <button key={name} type="button" aria-pressed={inRoom === at > 0} onClick={() => setInRoom(at > 0)}>
              <bdi>{name}</bdi>
            </button>
          ))}
        </div>
      )}
      {!view.begun ? (
        <Begin {...parts} view={view} />
      ) : room && inRoom && !view.over ? (
        <More {...parts} view={view} room={room.id} />
      ) : (
        <Thread {...parts} view={view} />
      )}
    </main>
  )
}

/** Who answers, whether now, and how long it really takes. */
function Head({ place, talk, words, language, view }: Parts & { view: View }) {
  const { who, about, online, answerMinutes, backAt } = view.who
  return (
    <header>
      <div>
        <h1>{who || words.someone}</h1>
        {about && <p class="about">{about}</p>}
        <p>
          <i class="dot" data-on={online} aria-hidden="true" />{' '}
          {online ? words.online : backAt ? formatReturn(backAt, words, language) : words.away}
          {answerMinutes !== null && (
            <span class="usual">{fillWords(words.usual, { time: formatDuration(answerMinutes, language) })}</span>
          )}
        </p>
      </div>
      {place.parentOrigin && (
        <button type="button" class="close" aria-label={words.close} title={words.close} onClick={talk.close}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M5 5l10 10M15 5 5 15" />
          </svg>
        </button>
      )}
    </header>
  )
}
