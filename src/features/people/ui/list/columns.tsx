import type { Text } from '#web/i18n/i18n.ts'
import type { GridColumn } from '#web/kit/grid/DataGrid.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { StepButton } from '#web/kit/StepButton.tsx'
import { readStage } from '#web/kit/stages.ts'
import type { PersonRowWire } from '../api.ts'
import { ActiveLabel } from './ActiveLabel.tsx'
import { LastTouch } from './LastTouch.tsx'

export const choosable = ['headline', 'active', 'place', 'tags', 'touch', 'next'] as const
export type ColumnId = (typeof choosable)[number]
const usual: readonly ColumnId[] = ['headline', 'active', 'place', 'touch', 'next']

/** The columns a recruiter chose, kept with their account; what is not understood is left out. */
export function readColumns(preferences: Readonly<Record<string, unknown>> | undefined): readonly ColumnId[] {
  const kept = preferences?.peopleColumns
  return Array.isArray(kept) ? choosable.filter(column => kept.includes(column)) : usual
}

type Given = {
  t: Text
  presence: ReadonlyMap<string, 'online' | 'away'>
  onStep: (person: PersonRowWire) => void
}

export function columnsOf(chosen: readonly ColumnId[], given: Given): readonly GridColumn<PersonRowWire>[] {
  const { t, presence, onStep } = given
  const columns: Record<ColumnId, GridColumn<PersonRowWire>> = {
    headline: {
      id: 'headline',
      header: t('column.headline'),
      width: 'minmax(120px, 1.8fr)',
      card: 'hidden',
      cell: person => (
        <span className="p-headline" title={person.headline ?? undefined}>
          {person.headline}
        </span>
      ),
    },
    active: {
      id: 'active',
      header: t('column.active'),
      width: 'minmax(92px, 0.7fr)',
      cell: person => <ActiveLabel label={person.active} />,
    },
    place: {
      id: 'place',
      header: t('column.place'),
      width: 'minmax(76px, 0.6fr)',
      cell: person => person.place,
    },
    tags: {
      id: 'tags',
      header: t('column.tags'),
      width: 'minmax(110px, 1fr)',
      cell: person => person.tags.join(', '),
    },
    touch: {
      id: 'touch',
      header: t('column.touch'),
      width: '112px',
      card: 'hidden',
      cell: person => <LastTouch person={person} />,
    },
    next: {
      id: 'next',
      header: t('column.next'),
      width: '140px',
      cell: person => person.nextStep && <StepButton step={person.nextStep} onDo={() => onStep(person)} />,
    },
  }
  return [
    {
      id: 'name',
      header: t('column.name'),
      width: 'minmax(304px, 2.2fr)',
      card: 'title',
      cell: person => (
        <PersonName
          name={person.name}
          stage={readStage(person.stage)}
          stageWord
          tools={person.tools.slice(0, 3)}
          presence={presence.get(person.id) ?? 'off'}
          to={`/people/${person.id}`}
        />
      ),
    },
    ...chosen.map(id => columns[id]),
  ]
}
