import { useText } from '#web/i18n/i18n.ts'
import type { BulkPart } from '#web/manifest.ts'
import { ConsiderFor } from './ConsiderFor.tsx'

export function BulkOpenings({ people, onDone }: BulkPart) {
  const t = useText('openings')
  return <ConsiderFor people={people} label={t('person.consider')} onDone={onDone} />
}
