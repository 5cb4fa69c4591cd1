import { expect, test } from 'vitest'
import en from '#web/locale/en.json' with { type: 'json' }
import { ariaShortcut, combinationOf, keyCaps } from './combination.ts'
import { isPrintable, keymap, keysOf, scopes } from './keymap.ts'

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  combinationOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }, false)

test('a press is told by what it types, with the modifiers that do not type', () => {
  expect(press('j')).toBe('j')
  expect(press('J', { shiftKey: true })).toBe('Shift+j')
  expect(press('?', { shiftKey: true })).toBe('?')
  expect(press('k', { ctrlKey: true })).toBe('Mod+k')
  expect(press('F6', { shiftKey: true })).toBe('Shift+F6')
  expect(press('[', { altKey: true })).toBe('[')
  expect(press('Shift', { shiftKey: true })).toBeUndefined()
  expect(press('k', { metaKey: true })).toBeUndefined()
})

test('letters work on a keyboard without Latin letters', () => {
  expect(press('о', { code: 'KeyJ' })).toBe('j')
})

test('no two keys of scopes that meet on one screen share a combination', () => {
  const together = [
    ['anywhere', 'go', 'lists', 'inbox'],
    ['anywhere', 'go', 'lists', 'person'],
    ['anywhere', 'go', 'review'],
    ['anywhere', 'go', 'boards'],
  ]
  for (const set of together) {
    const used = Object.values(keymap)
      .filter(entry => set.includes(entry.scope))
      .flatMap(entry => [...entry.keys])
    expect(used.filter((key, index) => used.indexOf(key) !== index)).toEqual([])
  }
})

test('every key and scope is named in the help', () => {
  for (const id of Object.keys(keymap)) expect(Object.keys(en.keys), id).toContain(id)
  for (const scope of scopes) expect(Object.keys(en.scopes)).toContain(scope)
})

test('a key chosen by its owner replaces the first of ours, and letters can be told from named keys', () => {
  expect(keysOf('list-down', { 'list-down': 'n' })).toEqual(['n', 'ArrowDown'])
  expect(isPrintable('g t')).toBe(true)
  expect(isPrintable('Shift+j')).toBe(true)
  expect(isPrintable(' ')).toBe(true)
  expect(isPrintable('Mod+k')).toBe(false)
  expect(isPrintable('F8')).toBe(false)
})

test('key caps and the shortcut for assistive technology come from the same combination', () => {
  expect(keyCaps('Mod+k', false)).toEqual(['Ctrl', 'k'])
  expect(keyCaps('g t')).toEqual(['g', 't'])
  expect(ariaShortcut('Mod+k', false)).toBe('Control+k')
  expect(ariaShortcut('g t')).toBeUndefined()
})
