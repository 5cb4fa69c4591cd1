import { useQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { personQuery } from '../api.ts'
import { Consent } from './Consent.tsx'
import { Details } from './Details.tsx'
import { Notes } from './Notes.tsx'
import { Tags } from './Tags.tsx'

/** What the team keeps in its own words, and what the person has a right to. */
export function NotesTab({ person: id }: PersonPart) {
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
          <Consent person={person} />
        </section>
      </div>
    </div>
  )
}
