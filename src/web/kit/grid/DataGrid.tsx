// biome-ignore-all lint/a11y/useSemanticElements: rows hold buttons and are virtual, which a table element can't lay out
// biome-ignore-all lint/a11y/useFocusableInteractive: focus goes to rows and to the controls in them, never to cells
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { classes } from '../classes.ts'
import { useGridKeys } from './grid-keys.ts'
import './grid.css'

export type GridColumn<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** CSS grid track: "160px", "minmax(120px, 1fr)". */
  width?: string
  /** Right-aligned figures. */
  numeric?: boolean
  /** The server sorts; the grid shows the order and asks for another. */
  sortable?: boolean
  /** In cards at 390 px: the title line, shown, or left out. */
  card?: 'title' | 'shown' | 'hidden'
}

export type GridSort = { column: string; descending: boolean }

const gapPx = 12
const tickPx = 36

/** The narrowest the columns may get before the grid scrolls sideways; header and rows share it, so columns stay aligned. */
function leastWidth(columns: readonly { width?: string }[], ticks: boolean): number {
  const widths = columns.map(column => Number.parseFloat(/[\d.]+(?=px)/.exec(column.width ?? '')?.[0] ?? '80'))
  return widths.reduce((sum, width) => sum + width + gapPx, ticks ? tickPx + gapPx : 0) + gapPx
}

/**
 * Rows as a keyboard grid: j/k or arrows move, Enter opens, x selects, Shift extends. Only the rows in view are in the page;
 * the focused one stays. Under 700 px the same rows are cards.
 */
export function DataGrid<Row>(props: {
  label: string
  rows: readonly Row[]
  rowId: (row: Row) => string
  columns: readonly GridColumn<Row>[]
  /** How high a row usually is; each is measured when it is seen. */
  rowPx?: number
  /** All rows there are, when only some are loaded. */
  total?: number
  onOpen?: (row: Row) => void
  selected?: ReadonlySet<string>
  onSelect?: (ids: ReadonlySet<string>) => void
  sort?: GridSort | undefined
  onSort?: (sort: GridSort) => void
  /** Called when the last loaded row comes near. */
  onEnd?: () => void
  currentId?: string | undefined
}) {
  const {
    label,
    rows,
    rowId,
    columns,
    rowPx = 41,
    total,
    onOpen,
    selected,
    onSelect,
    sort,
    onSort,
    onEnd,
    currentId,
  } = props
  const t = useText('shell')
  const scroll = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  const active = Math.min(focused, Math.max(0, rows.length - 1))

  const isSelected = (row: Row) => selected?.has(rowId(row)) ?? false
  const toggle = (row: Row, on = !isSelected(row)) => {
    const next = new Set(selected)
    if (on) next.add(rowId(row))
    else next.delete(rowId(row))
    onSelect?.(next)
  }

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    getItemKey: index => (rows[index] === undefined ? index : rowId(rows[index])),
    overscan: 8,
    rangeExtractor: range => {
      const from = Math.max(0, range.startIndex - range.overscan)
      const to = Math.min(range.count - 1, range.endIndex + range.overscan)
      const seen = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
      return seen.includes(active) || range.count === 0 ? seen : [...seen, active].sort((a, b) => a - b)
    },
  })
  const items = virtualizer.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 10) onEnd?.()
  }, [lastShown, rows.length, onEnd])

  useGridKeys({
    home: scroll,
    count: rows.length,
    active,
    move: index => {
      setFocused(index)
      virtualizer.scrollToIndex(index, { align: 'auto' })
    },
    open: onOpen && (index => rows[index] && onOpen(rows[index])),
    select:
      onSelect &&
      ((index, on) => {
        const row = rows[index]
        if (row) toggle(row, on)
      }),
    selectRange:
      onSelect &&
      ((from, to) => {
        const ids = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(rowId)
        onSelect(new Set([...(selected ?? []), ...ids]))
      }),
  })

  const tracks = `${onSelect ? '36px ' : ''}${columns.map(column => column.width ?? 'minmax(80px, 1fr)').join(' ')}`
  const first = onSelect ? 2 : 1
  const allSelected = onSelect !== undefined && rows.length > 0 && rows.every(isSelected)
  return (
    <div
      ref={scroll}
      role="grid"
      className="k-grid"
      style={{ '--tracks': tracks, '--least': `${leastWidth(columns, onSelect !== undefined)}px` }}
      aria-label={label}
      aria-rowcount={(total ?? rows.length) + 1}
      aria-colcount={columns.length + first - 1}
      aria-multiselectable={onSelect ? true : undefined}
    >
      <div role="rowgroup" className="k-grid-head">
        <div role="row" aria-rowindex={1} className="k-grid-row">
          {onSelect && (
            <div role="columnheader" aria-colindex={1} className="k-grid-tick">
              <label>
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={t('grid.select-all')}
                  checked={allSelected}
                  onChange={() => onSelect(new Set(allSelected ? [] : rows.map(rowId)))}
                />
              </label>
            </div>
          )}
          {columns.map((column, index) => {
            const sorted = sort?.column === column.id
            return (
              <div
                key={column.id}
                role="columnheader"
                aria-colindex={index + first}
                aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
                className={column.numeric ? 'k-number' : undefined}
              >
                {column.sortable && onSort ? (
                  <button
                    type="button"
                    onClick={() => onSort({ column: column.id, descending: sorted && !sort.descending })}
                  >
                    {column.header}
                    <span aria-hidden="true">{sorted ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                ) : (
                  column.header
                )}
              </div>
            )
          })}
        </div>
      </div>
      <div role="rowgroup" className="k-grid-body" style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map(item => {
          const row = rows[item.index]
          if (!row) return null
          const id = rowId(row)
          const chosen = isSelected(row)
          return (
            <div
              key={id}
              ref={virtualizer.measureElement}
              role="row"
              data-index={item.index}
              aria-rowindex={item.index + 2}
              aria-selected={onSelect ? chosen : undefined}
              aria-current={id === currentId ? 'true' : undefined}
              tabIndex={item.index === active ? 0 : -1}
              className={classes('k-grid-row', chosen && 'k-grid-selected')}
              style={{ transform: `translateY(${item.start}px)` }}
              onFocus={() => setFocused(item.index)}
              onClick={event => {
                if (event.target instanceof Element && event.target.closest('a, button, input, select, label')) return
                onOpen?.(row)
              }}
              onKeyDown={event => {
                if (event.key === 'Enter' && event.target === event.currentTarget) {
                  event.preventDefault()
                  onOpen?.(row)
                }
              }}
            >
              {onSelect && (
                <div role="gridcell" aria-colindex={1} className="k-grid-tick">
                  <label>
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={t('grid.select', { row: item.index + 1 })}
                      checked={chosen}
                      onChange={() => toggle(row)}
                    />
                  </label>
                </div>
              )}
              {columns.map((column, index) => (
                <div
                  key={column.id}
                  role="gridcell"
                  aria-colindex={index + first}
                  data-card={column.card ?? (index === 0 ? 'title' : 'shown')}
                  data-header={column.header}
                  className={column.numeric ? 'k-number' : undefined}
                >
                  {column.cell(row)}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
