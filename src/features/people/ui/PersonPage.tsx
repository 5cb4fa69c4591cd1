import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, Suspense, useEffect, useRef } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { ApiError } from '#web/api/client.ts'
import { personHead, personTabs } from '#web/features.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button } from '#web/kit/Button.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import { usePresence } from '#web/live/presence.ts'
import type { PersonPart } from '#web/manifest.ts'
import { toolsOf } from '../model.ts'
import { type PersonPageWire, personQuery } from './api.ts'
import { readPersonSearch } from './search.ts'
import './person.css'

// The lines under the name are fetched beside the person, not after.
for (const { load } of personHead) void load()

/** One person, whole: who they are and where they stand, the one next step, and the tabs of all features. */
export function PersonPage() {
  const t = useText('people')
  const { personId = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const { data: person, error, refetch } = useQuery(personQuery(personId))
  const gone = error instanceof ApiError && (error.status === 404 || error.status === 400)
  const merged = person?.mergedInto
  useEffect(() => {
    if (merged) void navigate({ to: '/people/$personId', params: { personId: merged }, replace: true })
  }, [merged, navigate])

  if (!person && gone) {
    return (
      <Page title={t('gone')}>
        <EmptyState title={t('gone-words')}>
          <Button onClick={() => void navigate({ to: '/people' })}>{t('gone-back')}</Button>
        </EmptyState>
      </Page>
    )
  }
  if (!person) {
    return (
      <Page title={t('title')}>
        {error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />}
      </Page>
    )
  }
  return <Whole key={person.id} person={person} />
}

function Whole({ person }: { person: PersonPageWire }) {
  const presence = usePresence()
  const stage = readStage(person.stage)
  const part: PersonPart = { person: person.id, name: person.name, stage }
  const tools = toolsOf(person.profiles)
  return (
    <Page
      title={person.name}
      head={
        <h1 className="p-person-name">
          <PersonName
            name={person.name}
            lang={person.language ?? undefined}
            stage={stage}
            stageWord
            tools={tools}
            presence={presence.get(person.id) ?? 'off'}
          />
        </h1>
      }
      meta={<Where person={person} />}
    >
      <div className="p-person">
        <DoNotContact person={person} />
        <div className="p-person-head">
          <Suspense fallback={<RowSkeleton rows={2} />}>
            {personHead.map(({ id, place, Part }) => place !== 'foot' && <Part key={id} {...part} />)}
            <div className="p-person-foot">
              {personHead.map(({ id, place, Part }) => place === 'foot' && <Part key={id} {...part} />)}
            </div>
          </Suspense>
        </div>
        <Tabs part={part} />
      </div>
    </Page>
  )
}

function Where({ person }: { person: PersonPageWire }) {
  const [first] = person.profiles
  return [first?.headline, person.place].filter(Boolean).join(' · ')
}

function DoNotContact({ person }: { person: PersonPageWire }) {
  const t = useText('people')
  if (!person.doNotContact) return null
  const { reason, quote } = person.doNotContact
  return (
    <Notice tone="block">
      <strong>{t('dnc.is')}</strong> {reason} {quote && <q>{quote}</q>}
    </Notice>
  )
}

const idOf = (tab: string) => `person-tab-${tab}`

function Tabs({ part }: { part: PersonPart & { person: PersonId } }) {
  const t = useText('people')
  const navigate = useNavigate()
  const { tab } = readPersonSearch(useSearch({ strict: false }))
  const list = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    personTabs.findIndex(each => each.id === tab),
  )
  const current = personTabs[at]
  const go = (index: number, focus = false) => {
    const wanted = personTabs[index]
    if (!wanted) return false
    void navigate({
      to: '/people/$personId',
      params: { personId: part.person },
      search: index === 0 ? {} : { tab: wanted.id },
      replace: true,
    })
    if (focus) list.current?.querySelector<HTMLElement>(`#${idOf(wanted.id)}`)?.focus()
    return true
  }
  useKey('person-tab', (_, pressed) => go(Number(pressed) - 1))
  const onArrow = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? personTabs.length - 1 : undefined
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1
    const target = to ?? (step === undefined ? undefined : (at + step * rtl + personTabs.length) % personTabs.length)
    if (target === undefined) return
    event.preventDefault()
    go(target, true)
  }
  return (
    <>
      <div ref={list} role="tablist" aria-label={t('tabs')} className="p-tabs" onKeyDown={onArrow}>
        {personTabs.map((each, index) => (
          <button
            key={each.id}
            id={idOf(each.id)}
            type="button"
            role="tab"
            aria-selected={index === at}
            aria-controls="person-panel"
            aria-keyshortcuts={String(index + 1)}
            tabIndex={index === at ? 0 : -1}
            onClick={() => go(index)}
          >
            <span aria-hidden="true" className="p-tab-key">
              {index + 1}
            </span>
            <TabLabel feature={each.feature} label={each.label} />
          </button>
        ))}
      </div>
      {current && (
        <div id="person-panel" role="tabpanel" aria-labelledby={idOf(current.id)} tabIndex={-1} className="p-panel">
          <Suspense fallback={<RowSkeleton />}>
            <current.Part {...part} />
          </Suspense>
        </div>
      )}
    </>
  )
}

function TabLabel({ feature, label }: { feature: string; label: string }) {
  return useText(feature)(label)
}
