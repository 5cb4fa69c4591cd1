import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { allTools } from '#features/tools/model.ts'
import { isToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CheckField, ChoiceField, SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { stageIds } from '#web/kit/stages.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { activeSpans, hasSearch, type PoolKind } from '../model.ts'
import { addPool, addToPool, changePool, countQuery, keys, type PoolSearch, type PoolView } from './api.ts'

type Draft = {
  kind: PoolKind
  name: string
  about: string
  search: PoolSearch
  team: boolean
  warm: string
  offerTitle: string
  offerUrl: string
}

const draftOf = (pool: PoolView | undefined, search: PoolSearch | undefined): Draft => ({
  kind: pool?.kind ?? (search ? 'dynamic' : 'static'),
  name: pool?.name ?? '',
  about: pool?.about ?? '',
  search: pool?.search ?? search ?? {},
  team: pool?.team ?? false,
  warm: pool?.warmWeeks?.toString() ?? '',
  offerTitle: pool?.offer?.title ?? '',
  offerUrl: pool?.offer?.url ?? '',
})

/** Only what is asked; empty fields are no conditions. */
const asked = (search: PoolSearch): PoolSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))

/** A new pool, or what is known of one. `people` are put into it at once. */
export function PoolForm(props: {
  pool?: PoolView | undefined
  search?: PoolSearch
  people?: readonly string[]
  onClose: () => void
}) {
  const { pool, search, people, onClose } = props
  const t = useText('pools')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(pool, search))
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const offer = draft.offerUrl.trim()
  const given = {
    name: draft.name.trim(),
    about: draft.about.trim(),
    team: draft.team,
    warmWeeks: draft.warm === '' ? null : Number(draft.warm),
    offer: offer === '' ? null : { title: draft.offerTitle.trim() || offer, url: offer },
    ...(draft.kind === 'dynamic' ? { search: asked(draft.search) } : {}),
  }
  const keep = useMutation({
    mutationFn: async () => {
      if (pool) {
        await changePool(pool.id, given)
        return pool.id
      }
      const { id } = await addPool({ kind: draft.kind, ...given })
      if (people && people.length > 0) await addToPool(id, people)
      return id
    },
    onSuccess: id => {
      tell(t(pool ? 'form.changed' : 'form.made', { name: given.name }))
      onClose()
      if (!pool && !people) void navigate({ to: '/pools/$poolId', params: { poolId: id } })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all }),
  })
  const missing =
    given.name === ''
      ? t('form.name-first')
      : draft.kind === 'dynamic' && !hasSearch(draft.search)
        ? t('form.search-first')
        : undefined
  return (
    <Sheet title={pool ? t('form.change') : t('form.title')} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!missing) keep.mutate()
        }}
      >
        <Stack gap={4}>
          <TextField
            label={t('form.name')}
            value={draft.name}
            maxLength={100}
            autoFocus
            onChange={event => set({ name: event.target.value })}
          />
          {!pool && !people && (
            <ChoiceField
              label={t('form.kind')}
              value={draft.kind}
              choices={[
                { value: 'static', label: t('form.static') },
                { value: 'dynamic', label: t('form.dynamic') },
              ]}
              onChoose={kind => set({ kind: kind === 'dynamic' ? 'dynamic' : 'static' })}
            />
          )}
          {draft.kind === 'dynamic' && <SearchFields search={draft.search} onChange={next => set({ search: next })} />}
          <TextAreaField
            label={t('form.about')}
            optional
            rows={2}
            maxLength={1_000}
            value={draft.about}
            onChange={event => set({ about: event.target.value })}
          />
          <SelectField
            label={t('form.warm')}
            hint={t('form.warm-hint')}
            value={draft.warm}
            choices={[
              { value: '', label: t('form.warm-none') },
              ...[1, 2, 3, 4, 6, 8, 13, 26, 52].map(weeks => ({
                value: String(weeks),
                label: t('weeks', { count: weeks }),
              })),
            ]}
            onChange={event => set({ warm: event.target.value })}
          />
          {draft.warm !== '' && (
            <>
              <TextField
                label={t('form.offer-url')}
                hint={t('form.offer-hint')}
                optional
                type="url"
                maxLength={2_000}
                value={draft.offerUrl}
                onChange={event => set({ offerUrl: event.target.value })}
              />
              {offer !== '' && (
                <TextField
                  label={t('form.offer-title')}
                  maxLength={200}
                  value={draft.offerTitle}
                  onChange={event => set({ offerTitle: event.target.value })}
                />
              )}
            </>
          )}
          <CheckField
            label={t('form.team')}
            hint={t('form.team-hint')}
            checked={draft.team}
            onChange={event => set({ team: event.target.checked })}
          />
          {keep.error && <Notice tone="block">{keep.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={keep.isPending} unavailable={missing}>
              {pool ? t('form.keep') : t('form.make')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}

function SearchFields({ search, onChange }: { search: PoolSearch; onChange: (search: PoolSearch) => void }) {
  const t = useText('pools')
  const shell = useText('shell')
  const now = useDeferredValue(asked(search))
  const any = hasSearch(now)
  const { data: count, error } = useQuery({ ...countQuery(now), enabled: any })
  const set = (change: PoolSearch) => onChange({ ...search, ...change })
  return (
    <fieldset className="o-search">
      <legend>{t('search.legend')}</legend>
      <TextField
        label={t('search.q')}
        hint={t('search.q-hint')}
        error={any && error ? error.message : undefined}
        value={search.q ?? ''}
        maxLength={1_000}
        onChange={event => set({ q: event.target.value })}
      />
      <div className="o-search-fields">
        <SelectField
          label={t('search.stage')}
          value={search.stage ?? ''}
          choices={[
            { value: '', label: t('search.any') },
            ...stageIds.map(id => ({ value: id, label: shell(`stage.${id}`) })),
          ]}
          onChange={event => set({ stage: event.target.value })}
        />
        <SelectField
          label={t('search.tool')}
          value={search.tool ?? ''}
          choices={[
            { value: '', label: t('search.any') },
            ...allTools.filter(tool => tool.kind !== 'broadcast').map(tool => ({ value: tool.id, label: tool.label })),
          ]}
          onChange={event => set({ tool: isToolId(event.target.value) ? event.target.value : undefined })}
        />
        <TextField
          label={t('search.place')}
          value={search.place ?? ''}
          maxLength={100}
          onChange={event => set({ place: event.target.value })}
        />
        <TextField
          label={t('search.tag')}
          value={search.tag ?? ''}
          maxLength={100}
          onChange={event => set({ tag: event.target.value })}
        />
        <SelectField
          label={t('search.active')}
          value={search.active ?? ''}
          choices={[
            { value: '', label: t('search.any') },
            ...activeSpans.map(span => ({ value: span, label: t(`span.${span}`) })),
          ]}
          onChange={event => set({ active: activeSpans.find(span => span === event.target.value) })}
        />
      </div>
      <p className="k-meta" aria-live="polite">
        {any && count ? t(count.more ? 'search.finds-more' : 'search.finds', { count: count.n }) : t('search.none')}
      </p>
    </fieldset>
  )
}
