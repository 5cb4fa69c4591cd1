import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react'
import { preferences } from '#web/preferences.ts'
import { combinationOf } from './combination.ts'
import { isKeyId, isPrintable, type KeyId, keysOf } from './keymap.ts'

/** Return false to decline: the next handler of the same key is asked. */
export type KeyHandler = (event: KeyboardEvent, combination: string) => unknown
type Registered = { id: KeyId; handler: KeyHandler; within: RefObject<HTMLElement | null> | undefined; typing: boolean }

const sequenceMs = 1_500
const handlers: Registered[] = []
const listeners = new Set<() => void>()
let live: readonly KeyId[] = []
let pending: { prefix: string; untilMs: number } | undefined

function refresh(): void {
  live = [...new Set(handlers.map(each => each.id))]
  for (const listener of listeners) listener()
}

export function registerKey(registered: Registered): () => void {
  handlers.push(registered)
  refresh()
  return () => {
    handlers.splice(handlers.indexOf(registered), 1)
    refresh()
  }
}

/** Ids that have a handler on this screen: what the sheet at `?` may promise. */
export function useLiveKeys(): readonly KeyId[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => live,
  )
}

/**
 * Binds a key of the keymap while the component is mounted; the innermost handler is asked first.
 * `within`: only while focus is inside that element, or nowhere in particular. `typing`: also while a field has focus.
 */
export function useKey(
  id: KeyId,
  handler: KeyHandler,
  options: { enabled?: boolean; within?: RefObject<HTMLElement | null>; typing?: boolean } = {},
): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  const { enabled = true, within, typing = false } = options
  useEffect(() => {
    if (!enabled) return
    return registerKey({ id, within, typing, handler: (event, combination) => latest.current(event, combination) })
  }, [id, enabled, within, typing])
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  if (target.closest('[role=combobox], [role=listbox], [role=menu]')) return true
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'].includes(target.type)
  )
}

const isNowhere = (target: EventTarget | null) =>
  target === document.body ||
  target === document.documentElement ||
  (target instanceof HTMLElement && target.matches('main, [data-region]'))

function reaches(registered: Registered, target: EventTarget | null): boolean {
  const modal = document.querySelector('dialog:modal')
  const home = registered.within?.current ?? null
  if (modal) return home !== null && modal.contains(home)
  if (!registered.within) return true
  if (!home) return false
  return (target instanceof Node && home.contains(target)) || isNowhere(target)
}

/** One listener for the whole page; starts no handler of a page that lies under an open dialog. */
export function handleKeydown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const pressed = combinationOf(event)
  if (pressed === undefined) return
  const { singleKeys, keys } = preferences()
  const typing = isTyping(event.target)
  const waiting = pending && pending.untilMs > event.timeStamp ? pending.prefix : undefined
  pending = undefined
  if (isPrintable(pressed) && (typing || !singleKeys)) return
  if (pressed === ' ' && event.target instanceof HTMLElement && event.target.closest('button, a, summary, input'))
    return

  const wanted = waiting ? `${waiting} ${pressed}` : pressed
  let begins = false
  for (const registered of handlers.toReversed()) {
    if (!isKeyId(registered.id) || !reaches(registered, event.target)) continue
    const combinations = keysOf(registered.id, keys)
    begins ||= combinations.some(each => each.startsWith(`${wanted} `))
    if (!combinations.includes(wanted)) continue
    if (typing && !registered.typing && !wanted.startsWith('Mod+') && !/^(Shift\+)?(F\d+|Escape)$/.test(wanted))
      continue
    if (registered.handler(event, wanted) === false) continue
    event.preventDefault()
    return
  }
  if (begins) {
    pending = { prefix: wanted, untilMs: event.timeStamp + sequenceMs }
    event.preventDefault()
  }
}
