import { type FormEvent, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type Fields, type MasterField, ownProfileLimits } from '../model.ts'
import type { ProfilePlace } from '../wire.ts'
import { keepProfile } from './queries.ts'
import { useKeepProfile } from './use-keep-profile.ts'

const long: readonly MasterField[] = ['about', 'links', 'recruits']

export function ProfileForm(props: {
  place: ProfilePlace
  fields: readonly { id: MasterField; maxCodePoints?: number }[]
  given: Fields
  /** What stands in the fields before anything was kept here. */
  begin?: Fields
}) {
  const { place, fields, given, begin = given } = props
  const t = useText('tools')
  const keep = useKeepProfile()
  const [draft, setDraft] = useState<Fields>(begin)
  const save = (event: FormEvent) => {
    event.preventDefault()
    keep(
      () => keepProfile(place, { fields: draft }),
      () =>
        tell(t('profiles.kept'), () =>
          keep(
            () => keepProfile(place, { fields: { ...blank(draft), ...given } }),
            () => setDraft(given),
          ),
        ),
    )
  }
  return (
    <form className="t-form" onSubmit={save}>
      {fields.map(({ id, maxCodePoints }) => {
        const used = [...(draft[id] ?? '')].length
        const hint =
          maxCodePoints !== undefined && used > maxCodePoints / 2
            ? t('profiles.length', { used, max: maxCodePoints })
            : place === 'master'
              ? t(`profiles.hints.${id}`)
              : undefined
        const shared = {
          label: t(`profiles.fields.${id}`),
          value: draft[id] ?? '',
          maxLength: ownProfileLimits.fieldChars,
          dir: 'auto',
          ...(hint === undefined ? {} : { hint }),
        }
        return long.includes(id) ? (
          <TextAreaField
            key={id}
            {...shared}
            rows={id === 'about' ? 5 : 2}
            onChange={event => setDraft({ ...draft, [id]: event.target.value })}
          />
        ) : (
          <TextField key={id} {...shared} onChange={event => setDraft({ ...draft, [id]: event.target.value })} />
        )
      })}
      <div className="k-line">
        <Button type="submit">{t('save')}</Button>
      </div>
    </form>
  )
}

const blank = (fields: Fields): Fields => Object.fromEntries(Object.keys(fields).map(id => [id, '']))
