import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { toolLabel } from '#features/tools/model.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Ladder } from '#web/kit/Ladder.tsx'
import { ErrorState } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { useCommands } from '#web/palette/commands.ts'
import { type LadderStage, ladder } from '../model.ts'
import { type RelationshipWire, relationshipQuery, toolsQuery } from './api.ts'
import { StageForm } from './StageForm.tsx'
import { useStage } from './use-stage.ts'
import './relationships.css'

const rungAt = (stage: string): LadderStage => ladder.find(rung => rung === stage) ?? 'found'

/** Where they stand, what the tool in hand asks for next, and how each rung was reached. */
export function LadderLine({ person, name, stage }: PersonPart) {
  const t = useText('relationships')
  const [tool, setTool] = useState<ToolId>()
  const { data: tools = [] } = useQuery(toolsQuery(person))
  const { data, error, refetch } = useQuery(relationshipQuery(person, tool))
  const hand = tool ?? data?.nextStep?.tool ?? tools[0]
  const { data: ofTool } = useQuery({ ...relationshipQuery(person, hand), enabled: hand !== undefined })
  const [opened, setOpened] = useState<LadderStage>()
  const [setting, setSetting] = useState(false)
  const commands = useMemo(
    () => [
      {
        id: 'set-stage',
        label: t('set.command', { name }),
        group: 'selection' as const,
        run: () => setSetting(true),
      },
    ],
    [t, name],
  )
  useCommands(commands)
  if (error && !data) return <ErrorState detail={error.message} onRetry={() => void refetch()} />
  const shown = ofTool ?? data
  const reached = shown?.rungs.filter(rung => rung.reachedAt).at(-1)?.stage
  const current = rungAt(ladder.includes(rungAt(stage)) && rungAt(stage) === stage ? stage : (reached ?? 'found'))
  const rung = opened && shown?.rungs.find(each => each.stage === opened)
  return (
    <div className="r-ladder">
      <div className="r-line">
        <Ladder
          current={current}
          gates={(shown?.gates ?? []).map(gate => ({ before: rungAt(gate.opensAt), name: gate.gate }))}
          onRung={each => setOpened(opened === each ? undefined : each)}
        />
        <div className="r-tools">
          <InHand tools={tools} hand={hand} onChoose={setTool} />
          <Button size="row" aria-expanded={setting} onClick={() => setSetting(!setting)}>
            {t('set.open')}
          </Button>
        </div>
      </div>
      {rung && shown && <Rung rung={rung} relationship={shown} person={person} />}
      {setting && <StageForm person={person} at={stage} wanted={opened ?? stage} onClose={() => setSetting(false)} />}
    </div>
  )
}

function InHand({
  tools,
  hand,
  onChoose,
}: {
  tools: readonly ToolId[]
  hand: ToolId | undefined
  onChoose: (tool: ToolId) => void
}) {
  const t = useText('relationships')
  const id = useId()
  if (tools.length === 0 || hand === undefined) return null
  return (
    <span className="r-hand">
      <label htmlFor={id} className="k-meta">
        {t('in-hand')}
      </label>
      <ToolMark tool={hand} />
      <select
        id={id}
        className="k-input k-select"
        value={hand}
        onChange={event => isToolId(event.target.value) && onChoose(event.target.value)}
      >
        {tools.map(tool => (
          <option key={tool} value={tool}>
            {toolLabel(tool)}
          </option>
        ))}
      </select>
    </span>
  )
}

function Rung({
  rung,
  relationship,
  person,
}: {
  rung: RelationshipWire['rungs'][number]
  relationship: RelationshipWire
  person: PersonPart['person']
}) {
  const t = useText('relationships')
  const shell = useText('shell')
  const { undo } = useStage(person)
  const last = relationship.moves.find(move => move.id === relationship.undo)
  const isLast = last !== undefined && last.to === rung.stage
  return (
    <div className="r-rung" role="status">
      <strong>{shell(`stage.${rung.stage}`)}</strong>{' '}
      {rung.reachedAt && rung.cause ? (
        <>
          {t(`touch.${rung.cause}`)} {rung.tool && <ToolMark tool={rung.tool} />} <TimeAgo at={rung.reachedAt} />
          {rung.reason && <q>{rung.reason}</q>}
          {isLast && relationship.undo !== null && (
            <Button size="row" look="quiet" busy={undo.isPending} onClick={() => undo.mutate(last.id)}>
              {t('undo-move')}
            </Button>
          )}
        </>
      ) : (
        <span>{t(`ahead.${rung.stage}`)}</span>
      )}
    </div>
  )
}
