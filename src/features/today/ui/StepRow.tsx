// biome-ignore-all lint/a11y/useSemanticElements: rows hold buttons, which a table's rows can't be focused for
// biome-ignore-all lint/a11y/useFocusableInteractive: focus goes to rows and to the controls in them, never to cells
import { isStage } from '#features/relationships/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { StepButton, stepWhy } from '#web/kit/StepButton.tsx'
import { Why } from '#web/kit/Why.tsx'
import type { TodayStep } from './api.ts'
import type { Section } from './done-today.ts'

const dayMs = 86_400_000

export function StepRow(props: {
  section: Section
  step: TodayStep
  presence: 'online' | 'away' | 'off'
  active: boolean
  onFocus: () => void
  onOpen: () => void
  onDo: () => void
}) {
  const { section, step, presence, active, onFocus, onOpen, onDo } = props
  const shell = useText('shell')
  const stage = isStage(step.stage) ? step.stage : 'found'
  return (
    <div
      role="row"
      tabIndex={active ? 0 : -1}
      className="t-row"
      data-active={active || undefined}
      onFocus={onFocus}
      onClick={event => {
        if (event.target instanceof Element && event.target.closest('a, button, [role=dialog]')) return
        onOpen()
      }}
      onKeyDown={() => undefined}
    >
      <div role="gridcell" className="t-stage">
        <StageMark stage={stage} />
      </div>
      <div role="gridcell" className="t-who">
        <PersonName
          name={step.name}
          stage={stage}
          tools={step.tool ? [step.tool] : []}
          presence={presence}
          to={step.person === null ? undefined : `/people/${step.person}`}
        />
      </div>
      <div role="gridcell" className="t-what">
        <What section={section} step={step} />
      </div>
      <div role="gridcell" className="t-do">
        <Why title={shell(`step.${step.step.id}`)} items={[{ key: 'why', what: stepWhy(shell, step.step) }]} />
        <StepButton step={step.step} onDo={onDo} />
      </div>
    </div>
  )
}

function What({ section, step }: { section: Section; step: TodayStep }) {
  const t = useText('today')
  switch (section) {
    case 'waiting':
      return (
        <>
          {step.at && <TimeAgo at={step.at} />} <q>{step.text}</q>
        </>
      )
    case 'read':
      return (
        <>
          <span className="t-title">{step.text}</span>{' '}
          <span className="k-meta">{t('minutes', { count: step.minutes })}</span>
        </>
      )
    case 'warm': {
      const days = step.at ? Math.floor((Date.now() - Date.parse(step.at)) / dayMs) : 0
      return <>{step.at ? t('silent', { count: days }) : step.text}</>
    }
    default:
      return <>{step.text}</>
  }
}
