import { useText } from '#web/i18n/i18n.ts'
import type { BulkPart } from '#web/manifest.ts'
import '../pools.css'
import { PlanButton } from './PlanSheet.tsx'
import { PoolPick } from './PoolPick.tsx'

/** In the bar of selected people: into a pool, and onto Today. */
export function BulkPools({ people, onDone }: BulkPart) {
  const t = useText('pools')
  return (
    <fieldset className="o-bulk-part">
      <legend className="hush">{t('title')}</legend>
      <PoolPick people={people} onDone={onDone} />
      <PlanButton people={people} onDone={onDone} />
    </fieldset>
  )
}
