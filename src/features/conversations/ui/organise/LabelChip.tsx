import { useQuery } from '@tanstack/react-query'
import type { LabelColour } from '../../model.ts'
import { labelsQuery } from './queries.ts'

export function LabelChip({ name, colour }: { name: string; colour: LabelColour }) {
  return (
    <span className="c-label" data-colour={colour}>
      <bdi>{name}</bdi>
    </span>
  )
}

/** A label that was removed is on nothing any more. */
export function LabelChips({ ids }: { ids: readonly string[] }) {
  const { data: labels = [] } = useQuery(labelsQuery)
  return labels
    .filter(label => ids.includes(label.id))
    .map(label => <LabelChip key={label.id} name={label.name} colour={label.colour} />)
}
