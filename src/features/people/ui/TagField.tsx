import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { tagsQuery } from './api.ts'

/** A tag to be typed; those in use are offered. */
export function TagField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText('people')
  const { data: known = [] } = useQuery(tagsQuery)
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="hush">
        {t('bulk.tag')}
      </label>
      <input
        id={id}
        className="k-input"
        list={`${id}-known`}
        maxLength={60}
        placeholder={t('bulk.tag')}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {known.map(each => (
          <option key={each.tag} value={each.tag} />
        ))}
      </datalist>
    </>
  )
}
