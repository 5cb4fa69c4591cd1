import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { personConsent } from '#web/features.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Stack } from '#web/kit/Layout.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { personQuery } from '../api.ts'
import { Consent } from './Consent.tsx'
import { Details } from './Details.tsx'
import { Notes } from './Notes.tsx'
import { Tags } from './Tags.tsx'

/** What the team keeps in its own words, and what the person has a right to. */
export function NotesTab(given: PersonPart) {
  const { person: id } = given
  const t = useText('people')
  const { data: person, error, refetch } = useQuery(personQuery(id))
  if (!person) return error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />
  return (
    <div className="p-notes-tab">
      <Notes person={person} />
      <div className="p-notes-side">
        <Tags person={person} />
        <Details person={person} />
        <section aria-label={t('consent.title')}>
          <h2>{t('consent.title')}</h2>
          <Stack gap={3}>
            <Consent person={person} />
            <Suspense fallback={null}>
              {personConsent.map(({ id: part, Part }) => (
                <Part key={part} {...given} />
              ))}
            </Suspense>
          </Stack>
        </section>
      </div>
    </div>
  )
}
