import { type ReactNode, useEffect, useId, useRef } from 'react'
import { CloseButton } from './Button.tsx'
import { classes } from './classes.ts'
import './sheet.css'

/**
 * A native modal dialog: at the side, or in the middle for the few questions that need one (erase, publish, remove an account).
 * Esc and a press outside close it; focus returns to what opened it.
 */
export function Sheet(props: {
  title: string
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  place?: 'side' | 'middle' | 'top'
  bare?: boolean
}) {
  const { title, onClose, children, footer, place = 'side', bare = false } = props
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    const opener = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the dialog's own key for the same
    <dialog
      ref={ref}
      className={classes('k-sheet', `k-sheet-${place}`)}
      aria-labelledby={bare ? undefined : titleId}
      aria-label={bare ? title : undefined}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClick={event => {
        if (event.target === ref.current) onClose()
      }}
    >
      <div className="k-sheet-inside">
        {!bare && (
          <header>
            <h2 id={titleId}>{title}</h2>
            <CloseButton onClick={onClose} />
          </header>
        )}
        <div className="k-sheet-body">{children}</div>
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  )
}
