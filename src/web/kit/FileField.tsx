import { useRef } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from './Button.tsx'
import { Field } from './Fields.tsx'

/**
 * One file behind the kit's own button, in the words of the page's language: a browser's own file field speaks the browser's.
 * Without `chosen` the file is taken at once and nothing is said of it here.
 */
export function FileField(props: {
  label: string
  hint?: string
  error?: string | undefined
  accept: string
  busy?: boolean
  chosen?: { file: File | undefined }
  onFile: (file: File) => void
}) {
  const { label, hint, error, accept, busy = false, chosen, onFile } = props
  const t = useText('shell')
  const input = useRef<HTMLInputElement>(null)
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, 'aria-describedby': describedBy }) => (
        <div className="k-line">
          <Button
            id={id}
            aria-labelledby={`${id}-label ${id}-choose`}
            aria-describedby={[chosen && `${id}-chosen`, describedBy].filter(Boolean).join(' ') || undefined}
            busy={busy}
            onClick={() => input.current?.click()}
          >
            <span id={`${id}-choose`}>{t(chosen?.file ? 'file.another' : 'file.choose')}</span>
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept={accept}
            aria-label={label}
            onChange={event => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              if (file) onFile(file)
            }}
          />
          {chosen && (
            <output id={`${id}-chosen`} className="k-meta k-file-name">
              {chosen.file?.name ?? t('file.none')}
            </output>
          )}
        </div>
      )}
    </Field>
  )
}
