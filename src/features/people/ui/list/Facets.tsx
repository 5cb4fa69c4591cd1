import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { toolIds } from '#kernel/tools.ts'
import { ApiError } from '#web/api/client.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { readStage, stageIds } from '#web/kit/stages.ts'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { type FacetPageWire, facetsQuery } from '../api.ts'
import type { ListSearch } from '../search.ts'

/** The field says what is wrong with a query. */
const isBroken = (error: Error) => error instanceof ApiError && error.code === 'broken-query'

type FacetName = FacetPageWire['values'][number]['facet']

/** In the order in which a recruiter narrows. A pool's place is after the stage, once there are pools. */
const order: readonly FacetName[] = ['stage', 'tool', 'active', 'town', 'title', 'skill', 'language']
const shownAtFirst = 5
export const facetsId = 'people-facets'

/** What the people found are, with counts. A press narrows to one value; a second press takes that back. */
export function Facets({ search, onChange }: { search: ListSearch; onChange: (change: ListSearch) => void }) {
  const t = useText('people')
  const { data, error, isPending, refetch } = useQuery({ ...facetsQuery(search), placeholderData: keepPreviousData })
  const list = useRef<HTMLElement>(null)
  const onArrow = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = buttons.findIndex(button => button.matches(':focus'))
    const next = buttons[at + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <nav ref={list} id={facetsId} className="p-facets" aria-label={t('facet.label')} onKeyDown={onArrow}>
      {isPending && <RowSkeleton rows={6} />}
      {error && !data && !isBroken(error) && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {data?.about && <p className="k-meta p-facets-about">{t('facet.about')}</p>}
      {order.map(facet => (
        <Facet key={facet} facet={facet} page={data} search={search} onChange={onChange} />
      ))}
    </nav>
  )
}

function Facet(props: {
  facet: FacetName
  page: FacetPageWire | undefined
  search: ListSearch
  onChange: (change: ListSearch) => void
}) {
  const { facet, page, search, onChange } = props
  const t = useText('people')
  const [whole, setWhole] = useState(false)
  const id = useId()
  const chosen = search[facet]
  const counted = inOrder(facet, page?.values.filter(value => value.facet === facet) ?? [])
  // What was chosen stays to be taken back, even when nobody is left.
  const values =
    chosen !== undefined && !counted.some(value => value.value === chosen)
      ? [{ facet, value: chosen, label: null, n: 0 }, ...counted]
      : counted
  if (values.length === 0) return null
  const shown = whole ? values : values.slice(0, shownAtFirst)
  return (
    <section className="p-facet" aria-labelledby={id}>
      <h2 id={id} className="k-meta">
        {t(`facet.${facet}`)}
      </h2>
      <ul>
        {shown.map(each => {
          const pressed = each.value === chosen
          return (
            <li key={each.value}>
              <button
                type="button"
                className="p-facet-value"
                aria-pressed={pressed}
                onClick={() => onChange({ ...search, [facet]: pressed ? undefined : each.value })}
              >
                <span className="p-facet-name">
                  <Value facet={facet} value={each.value} label={each.label} />
                </span>
                {pressed ? <Icon name="close" size={12} /> : <Count n={each.n} about={page?.about ?? false} />}
              </button>
            </li>
          )
        })}
      </ul>
      {values.length > shownAtFirst && (
        <Button size="row" look="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('facet.fewer') : t('facet.more', { count: values.length - shownAtFirst })}
        </Button>
      )}
    </section>
  )
}

const spans: readonly string[] = ['week', 'month', 'quarter', 'year', 'quiet', 'unknown']

/** Stages and spans of time have an order of their own; all else comes by number. */
function inOrder(facet: FacetName, values: readonly FacetPageWire['values'][number][]) {
  const known: readonly string[] = facet === 'stage' ? stageIds : facet === 'active' ? spans : []
  const placeOf = (value: string) => known.indexOf(value)
  return known.length === 0 ? values : [...values].sort((a, b) => placeOf(a.value) - placeOf(b.value))
}

/** A sample tells two figures, not more. */
const rounded = (n: number) => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, n))) - 1)
  return Math.round(n / step) * step
}

function Count({ n, about }: { n: number; about: boolean }) {
  const { formats } = useLanguage()
  const text = new Intl.NumberFormat(formats).format(about ? rounded(n) : n)
  return <span className="k-number k-meta">{about ? `≈ ${text}` : text}</span>
}

/** What a value is called in the reader's language. */
function Value({ facet, value, label }: { facet: FacetName; value: string; label: string | null }) {
  const t = useText('people')
  const { formats } = useLanguage()
  switch (facet) {
    case 'stage':
      return <StageMark stage={readStage(value)} />
    case 'tool': {
      const tool = toolIds.find(id => id === value)
      return tool ? <ToolMark tool={tool} word /> : <span>{value}</span>
    }
    case 'active':
      return <span>{t(`level.${value}`)}</span>
    case 'language':
      return <span>{new Intl.DisplayNames([formats, 'en'], { type: 'language' }).of(value) ?? value}</span>
    default:
      return <span>{label ?? value}</span>
  }
}
