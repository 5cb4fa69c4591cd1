import type { RefObject } from 'react'
import { useKey } from './registry.ts'

/** On a board: up and down in a column, left and right to the next column that has a card. */
export function useBoardKeys(home: RefObject<HTMLElement | null>, column: string, card: string): void {
  const go = (across: number, down: number) => {
    const columns = [...(home.current?.querySelectorAll(column) ?? [])]
      .map(each => [...each.querySelectorAll<HTMLElement>(card)])
      .filter(cards => cards.length > 0)
    const x = columns.findIndex(cards => cards.some(each => each.contains(document.activeElement)))
    const y = columns[x]?.findIndex(each => each.contains(document.activeElement)) ?? 0
    const cards = columns[x < 0 ? 0 : Math.min(columns.length - 1, Math.max(0, x + across))]
    const target = cards?.[x < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, y + down))]
    target?.focus()
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return target !== undefined
  }
  useKey('list-down', () => go(0, 1), { within: home })
  useKey('list-up', () => go(0, -1), { within: home })
  useKey('board-left', () => go(-1, 0), { within: home })
  useKey('board-right', () => go(1, 0), { within: home })
}
