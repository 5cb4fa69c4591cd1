import { useId, useState } from 'react'
import { classes } from './classes.ts'
import './fields.css'

/** Files by drop, by picker or by paste; a real file input, so keyboard and screen reader need nothing extra. */
export function Dropzone(props: {
  label: string
  hint?: string
  accept?: string
  multiple?: boolean
  onFiles: (files: readonly File[]) => void
}) {
  const { label, hint, accept, multiple = false, onFiles } = props
  const [over, setOver] = useState(false)
  const id = useId()
  const take = (files: FileList | null | undefined) => {
    const list = [...(files ?? [])]
    if (list.length > 0) onFiles(multiple ? list : list.slice(0, 1))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the input inside is the control
    <div
      className={classes('k-drop', over && 'k-drop-over')}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      onPaste={event => take(event.clipboardData.files)}
    >
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="k-meta">
          {hint}
        </span>
      )}
    </div>
  )
}
