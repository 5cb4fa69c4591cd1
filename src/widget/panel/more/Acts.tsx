import { useEffect, useRef, useState } from 'preact/hooks'
import { newId } from '#kernel/ids.ts'
import type { Said } from '../view.ts'
import type { MoreParts } from './parts.ts'

const signs = ['👍', '❤️', '😀', '🎉', '🙏', '🤔']
const changeableMs = 86_400_000

/** What can be done with a message: their own is corrected or taken back within a day, ours gets a sign. */
export function Acts({ said, inside, more, offline }: MoreParts & { said: Said }) {
  const [text, setText] = useState<string>()
  const [open, setOpen] = useState(false)
  const [trouble, setTrouble] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const changing = text !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field has the focus when it comes
  useEffect(() => field.current?.focus(), [changing])
  const { mine, given = [] } = said
  if (mine && Date.now() - Date.parse(said.at) > changeableMs) return null
  const change = async (kind: object) => {
    const answer = await inside.call(`/messages/${said.key}`, { id: newId<'Change'>(), ...kind })
    await inside.reload()
    setTrouble(answer.ok ? '' : answer.gone ? offline : more.changeTooLate)
    if (!answer.ok) return
    setText(undefined)
    setOpen(false)
  }
  const words = text?.trim()
  return (
    <div class="acts">
      <button type="button" class="link" aria-expanded={open} aria-label={more.acts} onClick={() => setOpen(!open)}>
        ⋯
      </button>
      {open &&
        (mine ? (
          <>
            {!said.files?.length && (
              <button type="button" class="link" onClick={() => setText(said.text)}>
                {more.change}
              </button>
            )}
            <button type="button" class="link" onClick={() => void change({ kind: 'retract' })}>
              {more.takeBack}
            </button>
          </>
        ) : (
          signs.map(sign => (
            <button
              key={sign}
              type="button"
              class="link"
              aria-pressed={given.includes(sign)}
              onClick={() => void change({ kind: 'react', emoji: given.includes(sign) ? [] : [sign] })}
            >
              {sign}
            </button>
          ))
        ))}
      {open && changing && (
        <form
          class="row"
          onSubmit={event => {
            event.preventDefault()
            if (words) void change({ kind: 'edit', text: words })
          }}
        >
          <textarea
            ref={field}
            dir="auto"
            rows={2}
            maxLength={4_000}
            aria-label={more.change}
            value={text}
            onInput={event => setText(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setText(undefined)
            }}
          />
          <button type="submit" class="go" aria-disabled={!words}>
            {more.save}
          </button>
        </form>
      )}
      <p class="trouble" role="alert">
        {trouble}
      </p>
    </div>
  )
}
