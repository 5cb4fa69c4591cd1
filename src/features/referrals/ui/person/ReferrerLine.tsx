import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { CopyButton } from '#web/kit/CopyButton.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { type ReferrerKind, referrerKinds } from '../../model.ts'
import { addReferrer, keys, referralsQuery } from '../api.ts'
import '../referrals.css'

/** Whether somebody recommends others, with their code; else the way to ask them to. */
export function ReferrerLine({ person, name, stage }: PersonPart) {
  const t = useText('referrals')
  const cache = useQueryClient()
  const { data } = useQuery(referralsQuery)
  const add = useMutation({
    mutationFn: (kind: ReferrerKind) => addReferrer(person, kind),
    onSuccess: () => tell(t('made', { name })),
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all }),
  })
  if (!data || stage === 'do-not-contact') return null
  const known = data.referrers.find(one => one.person === person)
  return (
    <div className="rf-of-person">
      <span className="k-meta">{t('person.label')}</span>
      {known ? (
        <>
          <Link to="/referrals" search={{ view: 'referrers' }} className="k-link">
            {known.code}
          </Link>
          <CopyButton text={known.url} label={t('copy-link')} hush={name} />
        </>
      ) : (
        <Menu
          label={t('person.add')}
          target={
            <button type="button" className="k-button k-button-row">
              {t('person.add')} <Icon name="down" size={14} />
            </button>
          }
          entries={referrerKinds.map(kind => ({
            kind: 'item' as const,
            key: kind,
            label: t(`kind.${kind}`),
            run: () => add.mutate(kind),
          }))}
        />
      )}
    </div>
  )
}
