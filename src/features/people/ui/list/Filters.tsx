import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useRef, useState } from 'react'
import { allTools } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button } from '#web/kit/Button.tsx'
import { classes } from '#web/kit/classes.ts'
import type { Choice } from '#web/kit/Fields.tsx'
import { stageIds } from '#web/kit/stages.ts'
import { tagsQuery } from '../api.ts'
import type { ListSearch } from '../search.ts'
import { facetsId } from './Facets.tsx'

const levels = ['week', 'month', 'quarter', 'year', 'quiet', 'unknown'] as const
const sorts = ['relevance', 'name', 'added', 'touch'] as const

/**
 * Filters beside the query. `f` goes to the first; on a phone they open under a button. Where there is room for the facets, what they
 * offer is not offered twice.
 */
export function Filters({ search, onChange }: { search: ListSearch; onChange: (change: ListSearch) => void }) {
  const t = useText('people')
  const shell = useText('shell')
  const { data: tags = [] } = useQuery(tagsQuery)
  const [open, setOpen] = useState(false)
  const first = useRef<HTMLSelectElement>(null)
  useKey('list-filter', () => {
    const facets = document.getElementById(facetsId)
    if (facets?.checkVisibility()) return facets.querySelector('button')?.focus()
    setOpen(true)
    requestAnimationFrame(() => first.current?.focus())
  })
  const used = (['stage', 'tool', 'place', 'tag', 'active', 'town', 'title', 'skill', 'language'] as const).filter(
    key => search[key] !== undefined,
  )
  const set = (key: keyof ListSearch, value: string) => onChange({ ...search, [key]: value === '' ? undefined : value })
  const stages = stageIds.map(stage => ({ value: stage, label: shell(`stage.${stage}`) }))
  const tools = allTools.filter(tool => tool.kind !== 'broadcast').map(tool => ({ value: tool.id, label: tool.label }))
  return (
    <div className="p-filters" data-open={open || undefined}>
      <span className="p-filters-toggle">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {used.length > 0 ? t('filter.count', { count: used.length }) : t('filter.open')}
        </Button>
      </span>
      <div className="p-filters-fields">
        <Pick
          label={t('filter.stage')}
          facet
          value={search.stage}
          choices={stages}
          onPick={value => set('stage', value)}
          fieldRef={element => {
            first.current = element
          }}
        />
        <Pick label={t('filter.tool')} facet value={search.tool} choices={tools} onPick={value => set('tool', value)} />
        <Pick
          label={t('filter.active')}
          facet
          value={search.active}
          choices={levels.map(level => ({ value: level, label: t(`level.${level}`) }))}
          onPick={value => set('active', value)}
        />
        <Pick
          label={t('filter.tag')}
          value={search.tag}
          choices={tags.map(({ tag, people }) => ({ value: tag, label: `${tag} (${people})` }))}
          onPick={value => set('tag', value)}
        />
        <Place value={search.place ?? ''} onPick={value => set('place', value)} />
        <Pick
          label={t('filter.sort')}
          value={search.sort}
          empty={t('sort.usual')}
          choices={sorts.map(sort => ({ value: sort, label: t(`sort.${sort}`) }))}
          onPick={value => set('sort', value)}
        />
        {used.length > 0 && (
          <Button
            look="quiet"
            size="row"
            onClick={() =>
              onChange({ ...(search.q ? { q: search.q } : {}), ...(search.sort ? { sort: search.sort } : {}) })
            }
          >
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Labelled(props: { label: string; facet?: boolean | undefined; children: (id: string) => ReactNode }) {
  const { label, facet = false, children } = props
  const id = useId()
  return (
    <div className={classes('p-filter', facet && 'p-filter-facet')}>
      <label htmlFor={id} className="k-meta">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

function Pick(props: {
  label: string
  /** Stands among the facets, too. */
  facet?: boolean
  value: string | undefined
  choices: readonly Choice[]
  empty?: string
  onPick: (value: string) => void
  fieldRef?: (element: HTMLSelectElement | null) => void
}) {
  const t = useText('people')
  const { label, facet, value = '', choices, empty, onPick, fieldRef } = props
  const known = value === '' || choices.some(choice => choice.value === value)
  return (
    <Labelled label={label} facet={facet}>
      {id => (
        <select
          id={id}
          ref={fieldRef}
          className="k-input k-select"
          value={value}
          onChange={event => onPick(event.target.value)}
        >
          <option value="">{empty ?? t('filter.any')}</option>
          {!known && <option value={value}>{value}</option>}
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

function Place({ value, onPick }: { value: string; onPick: (value: string) => void }) {
  const t = useText('people')
  return (
    <Labelled label={t('filter.place')}>
      {id => (
        <input
          id={id}
          key={value}
          className="k-input"
          defaultValue={value}
          onBlur={event => event.target.value.trim() !== value && onPick(event.target.value.trim())}
          onKeyDown={event => event.key === 'Enter' && onPick(event.currentTarget.value.trim())}
        />
      )}
    </Labelled>
  )
}
