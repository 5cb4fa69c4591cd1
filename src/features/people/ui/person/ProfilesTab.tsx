import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { personQuery } from '../api.ts'
import { readPersonSearch } from '../search.ts'
import { AddProfile } from './AddProfile.tsx'
import { Contacts } from './Contacts.tsx'
import { Facts } from './Facts.tsx'
import { Links } from './Links.tsx'
import { MergeForm } from './MergeForm.tsx'
import { ProfileCard } from './ProfileCard.tsx'

/** Everything known of a person, tool by tool: the facts side by side, where each comes from, and what nobody knows yet. */
export function ProfilesTab({ person: id }: PersonPart) {
  const t = useText('people')
  const { data: person, error, refetch } = useQuery(personQuery(id))
  const begin = readPersonSearch(useSearch({ strict: false })).do
  const [form, setForm] = useState<'profile' | 'merge' | undefined>(begin === 'profile' ? 'profile' : undefined)
  if (!person) return error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />
  return (
    <Stack gap={6}>
      <Line>
        <Button aria-expanded={form === 'profile'} onClick={() => setForm(form === 'profile' ? undefined : 'profile')}>
          {t('profile.add')}
        </Button>
        <Button aria-expanded={form === 'merge'} onClick={() => setForm(form === 'merge' ? undefined : 'merge')}>
          {t('merge.open')}
        </Button>
      </Line>
      {form === 'profile' && <AddProfile person={id} onClose={() => setForm(undefined)} />}
      {form === 'merge' && <MergeForm person={id} name={person.name} onClose={() => setForm(undefined)} />}
      {person.profiles.length === 0 ? (
        <EmptyState title={t('profile.none')} />
      ) : (
        <>
          <Facts person={person} />
          {person.unknown.length > 0 && (
            <p className="p-unknown">
              <strong>{t('facts.not-known')}</strong> {person.unknown.map(fact => t(`unknown-fact.${fact}`)).join(', ')}
            </p>
          )}
          <section aria-label={t('profile.all')}>
            <h2>{t('profile.all')}</h2>
            <ul className="p-cards">
              {person.profiles.map(profile => (
                <li key={profile.id}>
                  <ProfileCard person={person} profile={profile} />
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <Contacts person={person} />
      <Links person={person} />
    </Stack>
  )
}
