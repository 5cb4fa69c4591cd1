import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Line, Panel, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, Notice, ProgressBar, RowSkeleton } from '#web/kit/States.tsx'
import { tell, UndoToast } from '#web/kit/Toasts.tsx'
import { OfflineStrip } from '#web/live/LiveProvider.tsx'
import { Section } from './Section.tsx'

const words = {
  title: 'Conditions',
  empty: 'No people yet. Bring a LinkedIn export or any CSV.',
  import: 'Import people',
  detail: 'IRC asks us to slow down. 4 wait, next in 6 s.',
  notice: 'We can’t tell if this arrived. Check first.',
  ok: 'Saved and tested.',
  progress: 'Import',
  left: '61 %, 2 min left',
  done: 'Ana Ruiz moved to passive',
  move: 'Move Ana',
  sheet: 'Open a sheet',
  sheetTitle: 'Publish “Night guide”',
  sheetBody: '316 get it, 2 are left out.',
  publish: 'Publish',
}
const since = new Date(2026, 10, 22, 14, 2)

export function Conditions() {
  const [open, setOpen] = useState(false)
  return (
    <Section title={words.title}>
      <OfflineStrip state={{ kind: 'offline', since }} waiting={3} />
      <OfflineStrip state={{ kind: 'behind' }} />
      <div className="g-wide">
        <Panel>
          <EmptyState title={words.empty}>
            <Button>{words.import}</Button>
          </EmptyState>
        </Panel>
        <ErrorState detail={words.detail} onRetry={() => undefined} />
        <Panel>
          <RowSkeleton rows={3} />
        </Panel>
        <Stack>
          <Notice tone="warn">{words.notice}</Notice>
          <Notice tone="ok">{words.ok}</Notice>
          <ProgressBar label={words.progress} value={0.61} words={words.left} />
          <UndoToast words={words.done} undo={() => undefined} close={() => undefined} />
        </Stack>
      </div>
      <Line>
        <Button onClick={() => tell(words.done, () => tell(words.move))}>{words.move}</Button>
        <Button onClick={() => setOpen(true)}>{words.sheet}</Button>
      </Line>
      {open && (
        <Sheet
          title={words.sheetTitle}
          place="middle"
          onClose={() => setOpen(false)}
          footer={<Button onClick={() => setOpen(false)}>{words.publish}</Button>}
        >
          {words.sheetBody}
        </Sheet>
      )}
    </Section>
  )
}
