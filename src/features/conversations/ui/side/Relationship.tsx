import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isSideState, type LadderStage, ladder } from '#features/relationships/model.ts'
import { toolLabel } from '#features/tools/model.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Ladder } from '#web/kit/Ladder.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { stepWhy } from '#web/kit/StepButton.tsx'
import { relationshipQuery } from '../queries.ts'

const isRung = (stage: string): stage is LadderStage => (ladder as readonly string[]).includes(stage)

/** The ladder with the gates of the tool in hand; a rung says when and why it was reached. Then the next right step. */
export function Relationship({ person, tool }: { person: PersonId; tool: ToolId }) {
  const t = useText('conversations')
  const shell = useText('shell')
  const { data } = useQuery(relationshipQuery(person, tool))
  const [rung, setRung] = useState<LadderStage>()
  if (!data) return null
  const { stage, rungs, gates, nextStep, sideReason } = data
  const reached = rungs.findLast(each => each.reachedAt !== null)?.stage ?? 'found'
  const current = isRung(stage) ? stage : isRung(reached) ? reached : 'found'
  const opened = rungs.find(each => each.stage === rung)
  return (
    <div className="c-relationship">
      {isSideState(stage) && (
        <p>
          <StageMark stage={stage} /> {sideReason !== null && <span className="k-meta">{sideReason}</span>}
        </p>
      )}
      <Ladder
        current={current}
        gates={gates.flatMap(({ gate, opensAt }) => (isRung(opensAt) ? [{ before: opensAt, name: gate }] : []))}
        onRung={each => setRung(each === rung ? undefined : each)}
      />
      {opened && (
        <p className="c-rung" role="status">
          <StageMark stage={opened.stage} />{' '}
          {opened.reachedAt === null ? (
            t('side.not-reached')
          ) : (
            <>
              <TimeAgo at={opened.reachedAt} /> {opened.tool !== null && toolLabel(opened.tool)}{' '}
              {opened.reason ?? opened.cause}
            </>
          )}
        </p>
      )}
      {nextStep && nextStep.id !== 'none' && (
        <p className="c-next">
          <strong>{t('side.next-step')}</strong> {stepWhy(shell, nextStep)}
        </p>
      )}
    </div>
  )
}
