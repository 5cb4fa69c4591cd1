import type { DraftPart } from '#web/manifest.ts'
import { CoachHints } from './CoachHints.tsx'
import { useQuietHint } from './playbook-state.ts'
import { useCoach } from './use-coach.ts'
import './composer.css'

/** The coach beside a draft that is sent by hand; what it would split is copied as one. */
export function DraftCoach({ tool, numbers, text, theirs, said }: DraftPart) {
  const hints = useCoach({ tool, numbers, text, theirs, said })
  const quietHint = useQuietHint(tool)
  return <CoachHints hints={hints} onSplit={undefined} onPutAway={hint => quietHint(hint)} />
}
