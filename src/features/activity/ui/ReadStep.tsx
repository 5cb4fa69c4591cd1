import type { StepPart } from '#web/manifest.ts'
import { ReadingPane } from './ReadingPane.tsx'
import './activity.css'

/** One item, read where it is offered. */
export function ReadStep({ person, activity, onClose }: StepPart) {
  if (person === null || activity === null) return null
  return (
    <div className="a-tab a-in-place" data-open="">
      <div className="a-reading">
        <ReadingPane person={person} id={activity} next={undefined} onOpen={id => id === undefined && onClose()} />
      </div>
    </div>
  )
}
