import type { StepPart } from '#web/manifest.ts'
import { ThreadPane } from './thread/ThreadPane.tsx'
import './composer/composer.css'
import './list/list.css'
import './organise/organise.css'
import './side/side.css'
import './thread/thread.css'

/** A conversation where it is offered: what was said, and the field. */
export function TalkStep({ conversation }: StepPart) {
  if (conversation === null) return null
  return (
    <div className="c-in-place">
      <ThreadPane key={conversation} id={conversation} />
    </div>
  )
}
