import { useRef, useState } from 'preact/hooks'
import type { Parts } from './parts.ts'
import type { View } from './view.ts'

/** Before the first word: the consent in the recruiter's own sentence, and a name only if they wish. */
export function Begin({ place, talk, words, view }: Parts & { view: View }) {
  const [agreed, setAgreed] = useState(false)
  const [name, setName] = useState('')
  const [trouble, setTrouble] = useState<'' | 'agreeFirst' | 'notStarted' | 'tooMany'>('')
  const trap = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const begin = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    if (!agreed) {
      setTrouble('agreeFirst')
      document.getElementById('agree')?.focus()
      return
    }
    setBusy(true)
    setTrouble(
      ({ begun: '', away: 'notStarted', slow: 'tooMany' } as const)[await talk.begin(name, trap.current?.value ?? '')],
    )
    setBusy(false)
  }
  if (view.over === 'closed') return <p class="over">{words.closed}</p>
  return (
    <form class="begin" onSubmit={begin} noValidate>
      <p class="greeting" dir="auto">
        {place.greeting}
      </p>
      <label>
        <span>
          {words.name} <small>{words.optional}</small>
        </span>
        <input
          name="name"
          autoComplete="name"
          maxLength={120}
          dir="auto"
          data-first
          value={name || (view.name ?? '')}
          onInput={event => setName(event.currentTarget.value)}
        />
      </label>
      {/* Programs fill in every field; people never see this one. */}
      <input class="trap" name="website" ref={trap} tabIndex={-1} autoComplete="off" aria-hidden="true" />
      <label class="tick">
        <input
          id="agree"
          type="checkbox"
          checked={agreed}
          aria-describedby={trouble ? 'trouble' : undefined}
          aria-invalid={trouble === 'agreeFirst'}
          onChange={event => {
            setAgreed(event.currentTarget.checked)
            setTrouble('')
          }}
        />
        <span dir="auto">{place.consent}</span>
      </label>
      <p id="trouble" class="trouble" role="alert">
        {trouble && words[trouble]}
      </p>
      <button type="submit" class="go" aria-busy={busy}>
        {words.start}
      </button>
    </form>
  )
}
