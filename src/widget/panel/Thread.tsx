import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fillWords } from '#kernel/public-words.ts'
import { More } from './More.tsx'
import type { Parts } from './parts.ts'
import type { Said, View } from './view.ts'

const maxText = 4_000

export function Thread(parts: Parts & { view: View }) {
  const { talk, words, view, place } = parts
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const { length } = view.said
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines and the typing line move the end
  useLayoutEffect(() => {
    const box = log.current
    if (box && (atEnd.current || view.said.at(-1)?.mine)) box.scrollTop = box.scrollHeight
  }, [length, view.typing])
  const who = view.who.who || words.someone
  const written = view.said.some(each => each.mine && (each.state === 'sent' || each.state === 'seen'))
  return (
    <>
      <div
        class="log"
        role="log"
        aria-label={words.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        ref={log}
        onScroll={event => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
          atEnd.current = scrollHeight - scrollTop - clientHeight < 40
        }}
      >
        <p class="said" dir="auto">
          {place.greeting}
        </p>
        {view.said.map((said, index) => (
          <Message key={said.key} {...parts} said={said} after={view.said[index - 1]} next={view.said[index + 1]} />
        ))}
      </div>
      <p class="typing" role="status">
        {view.typing && fillWords(words.typing, { who })}
      </p>
      {view.over ? (
        <Over {...parts} />
      ) : (
        <>
          {written && !view.who.online && <More {...parts} />}
          <Write {...parts} files={written} />
          {view.kept !== undefined && (
            <p class="kept">
              {view.kept ? words.kept : words.notKept}{' '}
              {view.kept && (
                <button type="button" class="link" onClick={talk.forget}>
                  {words.forget}
                </button>
              )}
            </p>
          )}
        </>
      )}
    </>
  )
}

function Over({ talk, words, view }: Parts & { view: View }) {
  return (
    <p class="over" role="status">
      {view.over === 'ended' ? words.ended : words.closed}{' '}
      {view.over === 'ended' && (
        <button type="button" class="go" onClick={talk.forget}>
          {words.fresh}
        </button>
      )}
    </p>
  )
}

const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g

/** The text with its web addresses as links; nothing else of it is more than text. */
function linked(text: string) {
  const links = [...text.matchAll(address)]
  let end = 0
  const parts = links.flatMap(({ 0: url, index }) => {
    const before = text.slice(end, index)
    end = index + url.length
    return [
      before,
      <a key={index} href={url} target="_blank" rel="noopener noreferrer nofollow">
        {url}
      </a>,
    ]
  })
  return [...parts, text.slice(end)]
}

function Message(props: Parts & { view: View; said: Said; after: Said | undefined; next: Said | undefined }) {
  const { said, after, next, words, language, talk } = props
  const at = new Date(said.at)
  const day = at.toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long' })
  const newDay = !after || new Date(after.at).toDateString() !== at.toDateString()
  const trouble = said.state === 'waiting' || said.state === 'sending' || said.state === 'refused'
  const last = !next?.mine || next.state !== said.state
  return (
    <>
      {newDay && <p class="day">{day}</p>}
      <div class={said.mine ? 'mine' : 'theirs'}>
        <span class="hush">{said.mine ? words.you : said.sender || words.someone}: </span>
        {said.gone ? (
          <p class="said">
            <i>{words.gone}</i>
          </p>
        ) : (
          said.text !== '' &&
          said.text !== said.files?.[0]?.name && (
            <p class="said" dir="auto">
              {linked(said.text)}
            </p>
          )
        )}
        {said.files?.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: its place is the name of a file
          <More key={index} {...props} file={file} index={index} />
        ))}
        <p class="meta">
          {said.reactions?.map(emoji => `${emoji} `)}
          <time dateTime={said.at}>{at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })}</time>
          {said.edited && ` · ${words.edited}`}
          {said.mine && (trouble || last) && <span data-state={said.state}> · {words[said.state]}</span>}
          {said.state === 'refused' && (
            <button type="button" class="link" onClick={() => talk.again(said.key)}>
              {words.again}
            </button>
          )}
        </p>
        {props.view.kept !== undefined && !trouble && !said.gone && <More {...props} />}
      </div>
    </>
  )
}

function Write(props: Parts & { view: View; files: boolean }) {
  const { talk, words } = props
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field grows with its text
  useLayoutEffect(() => {
    const box = field.current
    if (!box) return
    box.style.blockSize = 'auto'
    box.style.blockSize = `${Math.min(box.scrollHeight + 2, 140)}px`
  }, [text])
  const over = [...text].length - maxText
  const send = () => {
    if (text.trim() === '' || over > 0) return field.current?.focus()
    talk.say(text.trim())
    setText('')
    field.current?.focus()
  }
  return (
    <form
      class="write"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        data-first
        aria-label={words.write}
        placeholder={words.write}
        aria-describedby={over > 0 ? 'long' : undefined}
        aria-invalid={over > 0}
        value={text}
        onInput={event => {
          setText(event.currentTarget.value)
          talk.typed(event.currentTarget.value.trim() !== '')
        }}
        onBlur={() => talk.typed(false)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      {props.files && <More {...props} attach />}
      <button type="submit" class="go" aria-disabled={text.trim() === '' || over > 0}>
        {words.send}
      </button>
      {over > 0 && (
        <p id="long" class="trouble">
          {fillWords(words.tooLong, { count: String(over) })}
        </p>
      )}
    </form>
  )
}
