import { useState } from 'preact/hooks'
import type { Parts } from '../parts.ts'
import type { View } from '../talk.ts'
import { fill } from '../words.ts'
import type { MoreWords } from './words.ts'

const whole = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** A way to be reached, on the same thread. */
export function LeaveAddress({ talk, words, view, more }: Parts & { view: View; more: MoreWords }) {
  const [email, setEmail] = useState('')
  const [trouble, setTrouble] = useState<string>()
  if (view.email) return <p role="status">{fill(more.left, { email: view.email })}</p>
  const leave = async (event: Event) => {
    event.preventDefault()
    if (!whole.test(email.trim())) return setTrouble(more.wrongEmail)
    const answer = await talk.inside.call('/address', { email: email.trim() })
    setTrouble(answer.ok ? undefined : answer.gone ? words.offline : more.wrongEmail)
    if (answer.ok) talk.leftAddress(email.trim())
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
