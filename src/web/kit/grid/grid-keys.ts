import { type RefObject, useEffect, useRef } from 'react'
import { rememberFocus } from '#web/keyboard/regions.ts'
import { useKey } from '#web/keyboard/registry.ts'

type Grid = {
  home: RefObject<HTMLElement | null>
  count: number
  active: number
  /** Brings a row into the page; focus follows once it is there. */
  move: (index: number) => void
  open?: ((index: number) => void) | undefined
  select?: ((index: number, on?: boolean) => void) | undefined
  selectRange?: ((from: number, to: number) => void) | undefined
}

const isInside = (grid: Grid) => grid.home.current?.contains(document.activeElement) ?? false

/** The keys of every list. The first j from elsewhere on the page lands on the row in hand instead of moving past it. */
export function useGridKeys(grid: Grid): void {
  const anchor = useRef<number | undefined>(undefined)
  const wanted = useRef<number | undefined>(undefined)
  const within = grid.home

  useEffect(() => {
    if (wanted.current === undefined) return
    const row = grid.home.current?.querySelector<HTMLElement>(`[role=row][data-index="${wanted.current}"]`)
    if (!row) return
    wanted.current = undefined
    row.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  })

  const go = (index: number) => {
    if (grid.count === 0) return false
    const target = Math.min(Math.max(index, 0), grid.count - 1)
    if (!isInside(grid)) rememberFocus()
    wanted.current = target
    grid.move(target)
    grid.home.current?.querySelector<HTMLElement>(`[role=row][data-index="${target}"]`)?.focus({ preventScroll: true })
    return true
  }
  const step = (by: number) => {
    anchor.current = undefined
    return go(isInside(grid) ? grid.active + by : grid.active)
  }
  const range = (by: number) => {
    if (!grid.selectRange) return false
    anchor.current ??= grid.active
    const target = Math.min(Math.max(grid.active + by, 0), grid.count - 1)
    grid.selectRange(anchor.current, target)
    return go(target)
  }

  const has = grid.count > 0
  useKey('list-down', () => step(1), { within, enabled: has })
  useKey('list-up', () => step(-1), { within, enabled: has })
  useKey('list-range-down', () => range(1), { within, enabled: has && grid.selectRange !== undefined })
  useKey('list-range-up', () => range(-1), { within, enabled: has && grid.selectRange !== undefined })
  useKey('list-select', () => isInside(grid) && grid.select?.(grid.active), {
    within,
    enabled: has && grid.select !== undefined,
  })
  useKey(
    'list-open',
    () => {
      const row = document.activeElement
      if (!isInside(grid) || !row?.matches('[role=row]')) return false
      rememberFocus()
      return grid.open?.(grid.active)
    },
    { within, enabled: has && grid.open !== undefined },
  )
}
