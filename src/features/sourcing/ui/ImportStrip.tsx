import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { isMoving } from '../model.ts'
import { importsQuery } from './api.ts'
import './import.css'

/** Follows whoever started an import to the other pages; nothing while none runs. */
export function ImportStrip() {
  const t = useText('sourcing')
  const { pathname } = useLocation()
  const found = useInfiniteQuery(importsQuery)
  const moving = (found.data?.pages[0]?.imports ?? []).filter(row => isMoving(row.state))
  const [row] = moving
  if (!row || pathname.startsWith('/import')) return null
  const percent = row.rowsTotal ? Math.floor(Math.min(1, row.rowsDone / row.rowsTotal) * 100) : undefined
  return (
    <Link to="/import" className="i-strip">
      <progress max={100} value={percent} aria-label={t('progress', { name: row.name })} />
      <span>{percent === undefined ? t(`state.${row.state}`) : t('strip', { percent })}</span>
    </Link>
  )
}
