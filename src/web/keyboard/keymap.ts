/** Every key of the product. The sheet at `?` prints what of this is live now; texts are `keys.<id>` in the shell's locale. */
export const keymap = {
  palette: { scope: 'anywhere', keys: ['Mod+k'] },
  search: { scope: 'anywhere', keys: ['/'] },
  help: { scope: 'anywhere', keys: ['?'] },
  next: { scope: 'anywhere', keys: ['.'] },
  why: { scope: 'anywhere', keys: ['w'] },
  undo: { scope: 'anywhere', keys: ['z'] },
  region: { scope: 'anywhere', keys: ['F6', 'Shift+F6'] },
  'pane-before': { scope: 'anywhere', keys: ['['] },
  'pane-after': { scope: 'anywhere', keys: [']'] },
  out: { scope: 'anywhere', keys: ['Escape'] },

  'go-today': { scope: 'go', keys: ['g t'] },
  'go-inbox': { scope: 'go', keys: ['g i'] },
  'go-people': { scope: 'go', keys: ['g p'] },
  'go-review': { scope: 'go', keys: ['g v'] },
  'go-groups': { scope: 'go', keys: ['g g'] },
  'go-pools': { scope: 'go', keys: ['g l'] },
  'go-openings': { scope: 'go', keys: ['g o'] },
  'go-campaigns': { scope: 'go', keys: ['g c'] },
  'go-pages': { scope: 'go', keys: ['g d'] },
  'go-lists': { scope: 'go', keys: ['g m'] },
  'go-reports': { scope: 'go', keys: ['g r'] },
  'go-playbooks': { scope: 'go', keys: ['g b'] },
  'go-settings': { scope: 'go', keys: ['g s'] },

  'list-down': { scope: 'lists', keys: ['j', 'ArrowDown'] },
  'list-up': { scope: 'lists', keys: ['k', 'ArrowUp'] },
  'list-open': { scope: 'lists', keys: ['Enter'] },
  'list-select': { scope: 'lists', keys: ['x'] },
  'list-range-down': { scope: 'lists', keys: ['Shift+j', 'Shift+ArrowDown'] },
  'list-range-up': { scope: 'lists', keys: ['Shift+k', 'Shift+ArrowUp'] },
  'list-filter': { scope: 'lists', keys: ['f'] },

  'inbox-reply': { scope: 'inbox', keys: ['r'] },
  'inbox-done': { scope: 'inbox', keys: ['e'] },
  'inbox-snooze': { scope: 'inbox', keys: ['s'] },
  'inbox-assign': { scope: 'inbox', keys: ['a'] },
  'inbox-label': { scope: 'inbox', keys: ['l'] },
  'inbox-unread': { scope: 'inbox', keys: ['u'] },
  'inbox-note': { scope: 'inbox', keys: ['n'] },
  'inbox-online': { scope: 'inbox', keys: ['b'] },
  'inbox-view': { scope: 'inbox', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },

  'composer-send': { scope: 'composer', keys: ['Mod+Enter'] },
  'composer-send-chat': { scope: 'composer', keys: ['Enter'] },
  'composer-line': { scope: 'composer', keys: ['Shift+Enter'] },
  'composer-marked': { scope: 'composer', keys: ['F8'] },
  'composer-edit-last': { scope: 'composer', keys: ['ArrowUp'] },

  'person-tab': { scope: 'person', keys: ['1', '2', '3', '4', '5'] },
  'person-read': { scope: 'person', keys: [' '] },
  'person-keep': { scope: 'person', keys: ['h'] },
  'person-dismiss': { scope: 'person', keys: ['d'] },

  'review-same': { scope: 'review', keys: ['y'] },
  'review-different': { scope: 'review', keys: ['n'] },
  'review-later': { scope: 'review', keys: ['v'] },
  'review-survivor': { scope: 'review', keys: ['c'] },

  'board-move': { scope: 'boards', keys: ['m'] },
  'board-left': { scope: 'boards', keys: ['ArrowLeft'] },
  'board-right': { scope: 'boards', keys: ['ArrowRight'] },
} as const satisfies Record<string, KeyEntry>

export const scopes = ['anywhere', 'go', 'lists', 'inbox', 'composer', 'person', 'review', 'boards'] as const
type Scope = (typeof scopes)[number]
type KeyEntry = { scope: Scope; keys: readonly string[] }
export type KeyId = keyof typeof keymap

export function isKeyId(text: string): text is KeyId {
  return Object.hasOwn(keymap, text)
}

/** The combinations in force for a key, the owner's own choice first. */
export function keysOf(id: KeyId, chosen: Readonly<Record<string, string>>): readonly string[] {
  const own = chosen[id]
  return own === undefined ? keymap[id].keys : [own, ...keymap[id].keys.slice(1)]
}

/** One printable character without Ctrl, Alt or Meta: what "letters off" silences and what typing must not fire. */
export function isPrintable(combination: string): boolean {
  return combination.split(' ').some(part => [...part.replace(/^Shift\+/, '')].length === 1) || combination === ' '
}
