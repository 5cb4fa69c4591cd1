import { useState } from 'preact/hooks'
import type { Parts } from './parts.ts'
import type { View } from './talk.ts'
import { fill } from './words.ts'

const whole = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** When nobody is there: a way to be reached, on the same thread. */
export function LeaveAddress({ talk, words, view }: Parts & { view: View }) {
  const [email, setEmail] = useState('')
  const [trouble, setTrouble] = useState<'' | 'wrongEmail' | 'offline'>('')
  if (view.email)
    return (
      <p class="note" role="status">
        {fill(words.left, { email: view.email })}
      </p>
    )
  const leave = async (event: Event) => {
    event.preventDefault()
    if (!whole.test(email.trim())) return setTrouble('wrongEmail')
    const outcome = await talk.leaveAddress(email.trim())
    setTrouble(outcome === 'kept' ? '' : outcome === 'wrong' ? 'wrongEmail' : 'offline')
  }
  return (
    <form class="note" onSubmit={leave} noValidate>
      <label for="email">{words.leave}</label>
      <div class="row">
        <input
          id="email"
          type="email"
          autoComplete="email"
          placeholder={words.email}
          aria-invalid={trouble === 'wrongEmail'}
          aria-describedby={trouble ? 'email-trouble' : undefined}
          value={email}
          onInput={event => {
            setEmail(event.currentTarget.value)
            setTrouble('')
          }}
        />
        <button type="submit">{words.leaveButton}</button>
      </div>
      <p id="email-trouble" class="trouble" role="alert">
        {trouble && words[trouble]}
      </p>
    </form>
  )
}
