import type { ComponentProps, ReactNode } from 'react'
import { useRef } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { ariaShortcut } from '#web/keyboard/combination.ts'
import { type KeyId, keysOf } from '#web/keyboard/keymap.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { usePreferences } from '#web/preferences.ts'
import { classes } from './classes.ts'
import { Keys } from './Keys.tsx'
import './controls.css'

type Own = {
  /** `filled` only for the one next right step of a screen: use NextStep for that. */
  look?: 'plain' | 'quiet' | 'filled' | 'danger'
  size?: 'row' | 'body'
  /** Binds the key while the button is there and can be pressed; the cap is shown when `showKey`. */
  shortcut?: KeyId
  showKey?: boolean
  /** Why it can't be pressed now: the button stays focusable and says so. */
  unavailable?: string | undefined
  busy?: boolean
  icon?: ReactNode
  /** Shown as a key cap after the words. */
  cap?: string | undefined
}

export function Button(props: Own & Omit<ComponentProps<'button'>, 'ref'>) {
  const {
    look = 'plain',
    size = 'body',
    shortcut,
    showKey = false,
    unavailable,
    busy = false,
    icon,
    cap,
    ...rest
  } = props
  const { keys } = usePreferences()
  const ref = useRef<HTMLButtonElement>(null)
  const off = unavailable !== undefined || busy
  useKey(shortcut ?? 'next', () => ref.current?.click(), {
    enabled: shortcut !== undefined && !off && rest.disabled !== true,
  })
  const combination = shortcut ? keysOf(shortcut, keys)[0] : undefined
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={classes('k-button', `k-button-${look}`, size === 'row' && 'k-button-row', rest.className)}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={
        [combination && ariaShortcut(combination), rest['aria-keyshortcuts']].filter(Boolean).join(' ') || undefined
      }
      title={unavailable ?? rest.title}
      onClick={event => {
        if (off) event.preventDefault()
        else rest.onClick?.(event)
      }}
    >
      {icon}
      <span className="k-button-words">{rest.children}</span>
      {unavailable !== undefined && <span className="hush">. {unavailable}</span>}
      {(cap ?? (showKey && combination)) && <Keys combination={cap ?? combination ?? ''} />}
    </button>
  )
}

/**
 * The one next right step of a screen, row or person; `.` presses it.
 * In a list it is filled only in the row that has focus: CSS sees to that.
 */
export function NextStep(
  props: Omit<ComponentProps<'button'>, 'ref'> & {
    unavailable?: string | undefined
    busy?: boolean
    showKey?: boolean
    size?: 'row' | 'body'
    /** A letter of its own beside `.`; its cap is the one that is shown. */
    shortcut?: KeyId
  },
) {
  const { showKey = false, ...rest } = props
  return (
    <Button
      {...rest}
      look="filled"
      showKey={showKey && rest.shortcut !== undefined}
      cap={showKey && rest.shortcut === undefined ? '.' : undefined}
      className={classes('k-next', rest.className)}
      data-key-next=""
      aria-keyshortcuts="."
    />
  )
}

export function IconButton(props: Omit<ComponentProps<'button'>, 'ref'> & { label: string; shortcut?: KeyId }) {
  const { label, shortcut, ...rest } = props
  const ref = useRef<HTMLButtonElement>(null)
  useKey(shortcut ?? 'next', () => ref.current?.click(), { enabled: shortcut !== undefined })
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={classes('k-icon-button', rest.className)}
      aria-label={label}
      title={label}
    />
  )
}

export function CloseButton({ onClick }: { onClick: () => void }) {
  const t = useText('shell')
  return (
    <IconButton label={t('close')} onClick={onClick}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M5 5l10 10M15 5 5 15" />
      </svg>
    </IconButton>
  )
}
