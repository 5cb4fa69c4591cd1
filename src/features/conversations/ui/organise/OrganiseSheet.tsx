import type { ConversationView } from '../api.ts'
import { AssignSheet } from './AssignSheet.tsx'
import { LabelSheet } from './LabelSheet.tsx'
import { SnoozeSheet } from './SnoozeSheet.tsx'

export type Wish = 'snooze' | 'assign' | 'label'

const sheets = { snooze: SnoozeSheet, assign: AssignSheet, label: LabelSheet }

/** What is to be chosen for these conversations; nothing when there are none. */
export function OrganiseSheet(props: {
  wish: Wish | undefined
  rows: readonly ConversationView[]
  onClose: () => void
}) {
  if (props.wish === undefined || props.rows.length === 0) return null
  const Chosen = sheets[props.wish]
  return <Chosen rows={props.rows} onClose={props.onClose} />
}
