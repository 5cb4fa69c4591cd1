import { useState } from 'preact/hooks'
import { fillWords } from '#kernel/public-words.ts'
import type { MoreParts } from './parts.ts'

const whole = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** A way to be reached, on the same thread. */
export function LeaveAddress({ inside, offline, view, more }: MoreParts) {
  const [email, setEmail] = useState('')
  const [trouble, setTrouble] = useState<string>()
  if (view.email) return <p role="status">{fillWords(more.left, { email: view.email })}</p>
  const leave = async (event: Event) => {
    event.preventDefault()
    if (!whole.test(email.trim())) return setTrouble(more.wrongEmail)
    const answer = await inside.call('/address', { email: email.trim() })
    setTrouble(answer.ok ? undefined : answer.gone ? offline : more.wrongEmail)
    if (answer.ok) inside.leftAddress(email.trim())
  }
  return (
    <form onSubmit={leave} noValidate>
      <label for="email">{more.leave}</label>
      <div class="row">
        <input
          id="email"
          type="email"
          autoComplete="email"
          placeholder={more.email}
          aria-invalid={trouble === more.wrongEmail}
          aria-describedby={trouble ? 'email-trouble' : undefined}
          value={email}
          onInput={event => {
            setEmail(event.currentTarget.value)
            setTrouble(undefined)
          }}
        />
        <button type="submit">{more.leaveButton}</button>
      </div>
      <p id="email-trouble" class="trouble" role="alert">
        {trouble}
      </p>
    </form>
  )
}
