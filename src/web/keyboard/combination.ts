type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const onMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** "j", "Shift+j", "?", "Mod+k", "Shift+F6". On layouts without Latin letters the key's place decides, so `j` works in Cyrillic too. */
export function combinationOf(press: Press, mac = onMac()): string | undefined {
  if (['Shift', 'Control', 'Alt', 'Meta', 'Dead', 'Process'].includes(press.key)) return undefined
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (other) return undefined
  const printable = [...press.key].length === 1
  // AltGr types characters on many layouts; Alt with a named key belongs to the browser.
  if (press.altKey && !printable) return undefined
  const place = /^Key([A-Z])$/.exec(press.code)?.[1]
  const latin = printable && press.key > '~' && place ? place : press.key
  const key = /^[A-Za-z]$/.test(latin) ? latin.toLowerCase() : latin
  const shift = press.shiftKey && (!printable || /^[a-z]$/.test(key))
  return `${mod ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${key}`
}

const faces: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': '␣',
}

/** What stands on the key cap, in the order pressed. */
export function keyCaps(combination: string, mac = onMac()): readonly string[] {
  if (combination === ' ') return ['␣']
  return combination.split(' ').flatMap(part => {
    const pieces = part === '+' ? ['+'] : part.split('+')
    return pieces.map(piece => (piece === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (faces[piece] ?? piece)))
  })
}

/** The form `aria-keyshortcuts` wants; sequences have no such form and give undefined. */
export function ariaShortcut(combination: string, mac = onMac()): string | undefined {
  if (combination === ' ') return 'Space'
  if (combination.includes(' ')) return undefined
  return combination.replace('Mod', mac ? 'Meta' : 'Control').replace(/(?<=^|\+) $/, 'Space')
}
