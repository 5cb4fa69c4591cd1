import type { RefObject } from 'react'
import { useKey } from '#web/keyboard/registry.ts'

/** The keys of the field in `home`. Buttons and other fields in there have their own Enter. */
export function useComposerKeys(
  home: RefObject<HTMLElement | null>,
  given: { text: string; blocked: boolean; press: () => void; onEditLast: () => void },
): void {
  const { text, blocked, press, onEditLast } = given
  const inField = () => home.current?.querySelector('textarea') === document.activeElement
  const pressInField = () => {
    if (!inField()) return false
    press()
    return true
  }
  useKey('inbox-reply', () => home.current?.querySelector('textarea')?.focus())
  useKey('composer-send-chat', pressInField, { typing: true, within: home })
  useKey('composer-send', pressInField, { typing: true, within: home, enabled: blocked })
  // Shift+Enter is the field's own line break; its entry in the sheet of keys is true because of this.
  useKey('composer-line', () => false, { typing: true, within: home })
  useKey(
    'composer-edit-last',
    () => {
      if (text !== '' || !inField()) return false
      onEditLast()
      return true
    },
    { typing: true, within: home },
  )
}
