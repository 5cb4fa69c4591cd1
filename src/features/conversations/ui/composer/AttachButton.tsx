import { useRef } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Icon } from '#web/kit/Icon.tsx'

/** Opens the picker; where the tool takes no files it says so. */
export function AttachButton(props: {
  unavailable: string | undefined
  accept: readonly string[]
  onFiles: (files: readonly File[]) => void
}) {
  const { unavailable, accept, onFiles } = props
  const t = useText('conversations')
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className="k-icon-button"
        aria-label={t('files.attach')}
        aria-disabled={unavailable === undefined ? undefined : true}
        title={unavailable ?? t('files.attach')}
        onClick={() => unavailable === undefined && field.current?.click()}
      >
        <Icon name="attach" />
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept={accept.length > 0 ? accept.join(',') : undefined}
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
