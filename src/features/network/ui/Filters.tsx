import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { stageIds } from '#web/kit/stages.ts'
import { grades, tieKinds } from '../model.ts'
import type { NetworkView } from './api.ts'
import type { NetworkSearch } from './select.ts'
import { communityName } from './words.tsx'

/** By name, kind and strength of a tie, stage, pool and community; all of it stands in the address. */
export function Filters({
  view,
  search,
  onChange,
}: {
  view: NetworkView
  search: NetworkSearch
  onChange: (change: Record<string, string | number | undefined>) => void
}) {
  const t = useText('network')
  const shell = useText('shell')
  const any = { value: '', label: t('filter.any') }
  const some =
    search.q ?? search.kind ?? search.grade ?? search.stage ?? search.pool ?? search.community ?? search.person
  const stages = new Set(view.people.map(one => one.stage))
  const set = (name: string) => (event: { target: { value: string } }) =>
    onChange({ [name]: event.target.value === '' ? undefined : event.target.value })
  return (
    <search className="n-filters">
      <TextField label={t('filter.q')} type="search" value={search.q ?? ''} onChange={set('q')} />
      <SelectField
        label={t('filter.kind')}
        value={search.kind ?? ''}
        choices={[any, ...tieKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))]}
        onChange={set('kind')}
      />
      <SelectField
        label={t('filter.grade')}
        value={search.grade ?? ''}
        choices={[any, ...grades.map(grade => ({ value: grade, label: t(`least.${grade}`) }))]}
        onChange={set('grade')}
      />
      <SelectField
        label={t('filter.stage')}
        value={search.stage ?? ''}
        choices={[
          any,
          ...stageIds.filter(one => stages.has(one)).map(one => ({ value: one, label: shell(`stage.${one}`) })),
        ]}
        onChange={set('stage')}
      />
      {view.pools.length > 0 && (
        <SelectField
          label={t('filter.pool')}
          value={search.pool ?? ''}
          choices={[any, ...view.pools.map(pool => ({ value: pool.id, label: pool.name }))]}
          onChange={set('pool')}
        />
      )}
      <SelectField
        label={t('filter.community')}
        value={search.community ?? ''}
        choices={[any, ...view.communities.map(one => ({ value: String(one.number), label: communityName(t, one) }))]}
        onChange={set('community')}
      />
      {some !== undefined && (
        <Button
          look="quiet"
          onClick={() =>
            onChange({
              q: undefined,
              kind: undefined,
              grade: undefined,
              stage: undefined,
              pool: undefined,
              community: undefined,
              person: undefined,
            })
          }
        >
          {t('filter.none')}
        </Button>
      )}
    </search>
  )
}
