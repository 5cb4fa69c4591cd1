import { useState } from 'react'
import { TextAreaField } from '#web/kit/Fields.tsx'

const split = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** A list written as lines: what is typed stays as typed, empty lines count for nothing. */
export function LinesField(props: {
  label: string
  hint: string
  error: string | undefined
  lines: readonly string[]
  onWrite: (lines: readonly string[]) => void
}) {
  const { label, hint, error, lines, onWrite } = props
  const [text, setText] = useState(lines.join('\n'))
  return (
    <TextAreaField
      label={label}
      hint={hint}
      error={error}
      rows={Math.max(3, text.split('\n').length + 1)}
      value={text}
      onChange={event => {
        setText(event.target.value)
        onWrite(split(event.target.value))
      }}
    />
  )
}
