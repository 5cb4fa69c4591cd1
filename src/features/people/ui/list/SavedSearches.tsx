import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changeSaved, dropSaved, keepSearch, type SavedSearchWire, savedQuery, seeSaved } from '../api.ts'
import { keys } from '../keys.ts'
import { type ListSearch, readListSearch } from '../search.ts'

/** The button beside the title, with how many people are new to any of them. */
export function SavedSearchesButton({ search }: { search: ListSearch }) {
  const t = useText('people')
  const [open, setOpen] = useState(false)
  const { data: saved = [] } = useQuery(savedQuery)
  const fresh = saved.reduce((sum, each) => sum + each.fresh, 0)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {fresh > 0 ? t('saved.open-fresh', { count: fresh }) : t('saved.open')}
      </Button>
      {open && <SavedSearches search={search} onClose={() => setOpen(false)} />}
    </>
  )
}

const isEmpty = (search: ListSearch) => Object.keys(search).every(key => key === 'sort' || key === 'fresh')

function SavedSearches({ search, onClose }: { search: ListSearch; onClose: () => void }) {
  const t = useText('people')
  const { data: saved, error, refetch } = useQuery(savedQuery)
  return (
    <Sheet title={t('saved.title')} onClose={onClose}>
      <div className="p-saved">
        <Keep search={search} />
        {!saved && (error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />)}
        {saved?.length === 0 && <EmptyState title={t('saved.none')} />}
        {saved && saved.length > 0 && (
          <ul className="p-saved-list">
            {saved.map(each => (
              <Saved key={each.id} saved={each} onClose={onClose} />
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  )
}

function Keep({ search }: { search: ListSearch }) {
  const t = useText('people')
  const queries = useQueryClient()
  const id = useId()
  const [name, setName] = useState(search.q ?? '')
  const [notify, setNotify] = useState(true)
  const keep = useMutation({
    mutationFn: () => keepSearch(name.trim(), search, notify),
    onSuccess: () => {
      setName('')
      tell(t(notify ? 'saved.kept-watching' : 'saved.kept', { name: name.trim() }))
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.saved }),
  })
  const missing = isEmpty(search) ? t('saved.nothing') : name.trim() === '' ? t('saved.name-first') : undefined
  return (
    <form
      className="p-saved-keep"
      onSubmit={event => {
        event.preventDefault()
        if (!missing) keep.mutate()
      }}
    >
      <label htmlFor={id}>{t('saved.name')}</label>
      <input
        id={id}
        className="k-input"
        maxLength={100}
        value={name}
        placeholder={isEmpty(search) ? t('saved.nothing') : (search.q ?? '')}
        aria-describedby={keep.error ? `${id}-error` : undefined}
        onChange={event => setName(event.target.value)}
      />
      {keep.error && (
        <p id={`${id}-error`} className="k-field-error" role="alert">
          {keep.error.message}
        </p>
      )}
      <label className="p-saved-notify">
        <input type="checkbox" checked={notify} onChange={event => setNotify(event.target.checked)} />
        {t('saved.notify')}
      </label>
      <NextStep type="submit" busy={keep.isPending} unavailable={missing}>
        {t('saved.keep')}
      </NextStep>
    </form>
  )
}

function Saved({ saved, onClose }: { saved: SavedSearchWire; onClose: () => void }) {
  const t = useText('people')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: error => tell(error.message),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.saved }),
  })
  const go = (search: ListSearch) => {
    void navigate({ to: '/people', search })
    onClose()
  }
  const search = readListSearch(saved.search)
  const forget = () =>
    act.mutate(async () => {
      await dropSaved(saved.id)
      tell(t('saved.forgotten', { name: saved.name }), () =>
        act.mutate(() => keepSearch(saved.name, search, saved.notify)),
      )
    })
  return (
    <li className="p-saved-one">
      <div>
        <button type="button" className="k-link p-saved-name" onClick={() => go(search)}>
          {saved.name}
        </button>
        <p className="k-meta">
          {Object.entries(saved.search)
            .map(([key, value]) => (key === 'q' ? value : `${key}: ${value}`))
            .join(' · ')}
        </p>
        <p className="k-meta">
          {saved.tooBroad ? (
            t('saved.too-broad')
          ) : saved.notify ? (
            <>
              {t('saved.looked')} <TimeAgo at={saved.checkedAt} />
            </>
          ) : (
            t('saved.silent')
          )}
        </p>
      </div>
      <div className="p-saved-acts">
        {saved.fresh > 0 && (
          <Button size="row" onClick={() => go({ fresh: saved.id })}>
            {t('saved.fresh', { count: saved.fresh })}
          </Button>
        )}
        <Button
          size="row"
          look="quiet"
          aria-pressed={saved.notify}
          onClick={() => act.mutate(() => changeSaved(saved.id, { notify: !saved.notify }))}
        >
          {t(saved.notify ? 'saved.stop' : 'saved.start')}
        </Button>
        <Button size="row" look="quiet" onClick={forget}>
          {t('saved.forget')}
        </Button>
      </div>
    </li>
  )
}

/** Over the list of who is new to one search. */
export function FreshNotice({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText('people')
  const queries = useQueryClient()
  const { data: saved } = useQuery(savedQuery)
  const one = saved?.find(each => each.id === id)
  const see = useMutation({
    mutationFn: () => seeSaved(id),
    onError: error => tell(error.message),
    onSuccess: onDone,
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.saved }),
  })
  if (!one) return null
  return (
    <div className="p-fresh">
      <span>{t('saved.new-to', { name: one.name })}</span>
      <Button size="row" busy={see.isPending} onClick={() => see.mutate()}>
        {t('saved.seen')}
      </Button>
    </div>
  )
}
