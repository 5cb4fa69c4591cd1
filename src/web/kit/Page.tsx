import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import { Sheet } from './Sheet.tsx'
import './page.css'

const brand = 'Kith'

const watchPhone = (listener: () => void) => {
  const phone = window.matchMedia('(max-width: 699px)')
  phone.addEventListener('change', listener)
  return () => phone.removeEventListener('change', listener)
}
const isPhone = () => window.matchMedia('(max-width: 699px)').matches

/**
 * A screen inside the frame. `list` and `side` are its panes: three columns at 1440, the side in a sheet at 1024,
 * one pane at 390 (`pane` says which; `onBack` leads from the main pane to the list).
 */
export function Page(props: {
  title: string
  children: ReactNode
  /** Beside the title: counts, a date, small facts. */
  meta?: ReactNode
  actions?: ReactNode
  list?: { label: string; content: ReactNode } | undefined
  side?: { label: string; content: ReactNode } | undefined
  pane?: 'list' | 'main'
  onBack?: (() => void) | undefined
  /** Fill the height and let the content scroll by itself: grids, threads, boards. */
  fill?: boolean
  /** Shown instead of the title as heading, when the screen has a richer head (the title stays the document's). */
  head?: ReactNode
}) {
  const { title, children, meta, actions, list, side, pane = 'main', onBack, fill = false, head } = props
  const t = useText('shell')
  const [sideOpen, setSideOpen] = useState(false)
  // One pane on the phone: when it is the list, the list is the screen.
  const listAlone = useSyncExternalStore(watchPhone, isPhone) && pane === 'list'
  useEffect(() => {
    document.title = `${title} · Kith`
  }, [title])
  return (
    <div
      className={classes('k-page', list && 'k-page-listed', side && 'k-page-sided', `k-pane-${list ? pane : 'main'}`)}
    >
      {list && (
        <section
          className="k-page-list"
          data-region="list"
          role={listAlone ? 'main' : undefined}
          aria-label={list.label}
          tabIndex={-1}
        >
          {listAlone && <h1 className="hush">{title}</h1>}
          {list.content}
        </section>
      )}
      <main className={classes('k-page-main', fill && 'k-page-fill')} id="main" data-region="main" tabIndex={-1}>
        <header className="k-page-head">
          {list && onBack && (
            <IconButton className="k-page-back" label={t('back')} onClick={onBack}>
              <Icon name="back" />
            </IconButton>
          )}
          <div className="k-page-title">
            {head ?? <h1>{title}</h1>}
            {meta && <div className="k-meta">{meta}</div>}
          </div>
          <div className="k-line">
            {actions}
            {side && (
              <IconButton
                className="k-page-more"
                label={side.label}
                aria-haspopup="dialog"
                onClick={() => setSideOpen(true)}
              >
                <Icon name="side" />
              </IconButton>
            )}
          </div>
        </header>
        <div className="k-page-body">{children}</div>
      </main>
      {side && (
        <aside className="k-page-side" data-region="side" aria-label={side.label} tabIndex={-1}>
          {side.content}
        </aside>
      )}
      {side && sideOpen && (
        <Sheet title={side.label} onClose={() => setSideOpen(false)}>
          {side.content}
        </Sheet>
      )}
    </div>
  )
}

/** A screen without the frame: sign-in, first run, an invitation. */
export function BarePage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Kith`
  }, [title])
  return (
    <main className="k-bare" id="main" data-region="main" tabIndex={-1}>
      <div className="k-bare-inside">
        <p className="k-brand">
          <img src="/kith.svg" alt="" width={28} height={28} /> {brand}
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
