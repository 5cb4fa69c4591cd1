import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LabelId } from '#kernel/ids.ts'
import { queryClient } from '#web/api/queries.ts'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { labelColours, labelLimits } from '../../model.ts'
import type { ConversationView } from '../api.ts'
import { addLabel } from './api.ts'
import { LabelChip } from './LabelChip.tsx'
import { type Pick, PickSheet } from './PickSheet.tsx'
import { labelsQuery, organiseKeys } from './queries.ts'
import { useChanges } from './use-changes.ts'

/** Enter puts a label on all of them, or takes it off when all have it; what is typed and is none becomes one. */
export function LabelSheet({ rows, onClose }: { rows: readonly ConversationView[]; onClose: () => void }) {
  const t = useText('conversations')
  const change = useChanges()
  const { data: labels = [] } = useQuery(labelsQuery)
  // The rows as they were when the sheet opened, and what was done since.
  const [on, setOn] = useState<ReadonlyMap<LabelId, boolean>>(new Map())
  const has = (id: LabelId) => on.get(id) ?? rows.every(row => row.labels.includes(id))
  const set = (id: LabelId, name: string, wanted: boolean) => {
    setOn(new Map([...on, [id, wanted]]))
    void change(
      rows,
      wanted ? { addLabels: [id] } : { removeLabels: [id] },
      t(wanted ? 'label.was-put' : 'label.was-taken', { name }),
    )
  }
  const make = (name: string): Pick => ({
    id: 'make',
    label: t('label.make', { name }),
    run: () => {
      // Colours in turn: labels made in passing are told apart, and Settings changes them.
      const colour = labelColours[1 + (labels.length % (labelColours.length - 1))] ?? 'plain'
      addLabel({ name: name.slice(0, labelLimits.nameLength), colour }).then(
        async ({ id }) => {
          await queryClient.invalidateQueries({ queryKey: organiseKeys.labels })
          set(id, name, true)
        },
        (error: Error) => tell(t('action.failed', { why: error.message })),
      )
    },
  })
  const picks = labels.map(
    ({ id, name, colour }): Pick => ({
      id,
      label: name,
      mark: <LabelChip name="●" colour={colour} />,
      chosen: has(id),
      run: () => set(id, name, !has(id)),
    }),
  )
  return (
    <PickSheet
      title={t('action.labels')}
      placeholder={t('label.type')}
      picks={picks}
      several
      onClose={onClose}
      made={typed => (labels.some(label => label.name.toLowerCase() === typed.toLowerCase()) ? undefined : make(typed))}
    />
  )
}
