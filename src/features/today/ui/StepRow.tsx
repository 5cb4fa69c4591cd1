// biome-ignore-all lint/a11y/useSemanticElements: rows hold buttons, which a table's rows can't be focused for
// biome-ignore-all lint/a11y/useFocusableInteractive: focus goes to rows and to the controls in them, never to cells
import { isStage } from '#features/relationships/model.ts'
import { getTool, toolLabel } from '#features/tools/model.ts'
import { isToolId } from '#kernel/tools.ts'
import { type Text, useText } from '#web/i18n/i18n.ts'
import { IconButton, NextStep } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { StepButton, stepWhy } from '#web/kit/StepButton.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { Why, type WhyItem } from '#web/kit/Why.tsx'
import type { SectionId } from '../model.ts'
import type { TodayStep } from './api.ts'

const dayMs = 86_400_000

export function StepRow(props: {
  section: SectionId
  step: TodayStep
  presence: 'online' | 'away' | 'off'
  active: boolean
  open: boolean
  onFocus: () => void
  onOpen: () => void
  onDo: () => void
  onAway: () => void
}) {
  const { section, step, presence, active, open, onFocus, onOpen, onDo, onAway } = props
  const t = useText('today')
  const shell = useText('shell')
  const stage = isStage(step.stage) ? step.stage : 'found'
  const reasons = whyOf(step, t, shell)
  return (
    <div
      role="row"
      tabIndex={active ? 0 : -1}
      className="t-row"
      data-subject={step.subject}
      data-active={active || undefined}
      data-open={open || undefined}
      onFocus={onFocus}
      onClick={event => {
        if (event.target instanceof Element && event.target.closest('a, button, [role=dialog]')) return
        onOpen()
      }}
      onKeyDown={() => undefined}
    >
      <div role="gridcell" className="t-stage">
        {step.group === null ? <StageMark stage={stage} /> : step.tool && <ToolMark tool={step.tool} />}
      </div>
      <div role="gridcell" className="t-who">
        {step.group === null ? (
          <PersonName
            name={step.name}
            stage={stage}
            tools={step.tool ? [step.tool] : []}
            presence={presence}
            to={step.person === null ? undefined : `/people/${step.person}`}
          />
        ) : (
          <bdi>{step.name}</bdi>
        )}
      </div>
      <div role="gridcell" className="t-what">
        <What section={section} step={step} />
      </div>
      <div role="gridcell" className="t-do">
        <Why title={step.group === null ? shell(`step.${step.step.id}`) : t('visit')} items={reasons} />
        {step.group === null ? (
          open ? (
            <NextStep size="row" aria-expanded={true} onClick={onDo}>
              {t('panel.close')}
            </NextStep>
          ) : (
            <StepButton step={{ ...step.step, ...(step.step.reason === 'due' ? dueStep : {}) }} onDo={onDo} />
          )
        ) : (
          <NextStep size="row" aria-expanded={open || undefined} onClick={onDo}>
            {t(open ? 'panel.close' : 'visit')}
          </NextStep>
        )}
        <IconButton label={t('put-off.do', { name: step.name })} className="t-away" onClick={onAway}>
          <Icon name="close" size={16} />
        </IconButton>
      </div>
    </div>
  )
}

/** The shell has a sentence for every reason of the next step; what a pool or an import asks for is told beside it. */
const dueStep = { reason: 'nothing-due' }

function whyOf(step: TodayStep, t: Text, shell: Text): WhyItem[] {
  const own = step.step.reason === 'due' ? [] : [{ key: 'step', what: stepWhy(shell, step.step) }]
  const more = step.because.map(({ code, text, count }) => ({
    key: code,
    what: t(`because.${code}`, {
      text: code === 'week' && text && isToolId(text) ? toolLabel(text) : (text ?? ''),
      count: count ?? 0,
    }),
  }))
  return [...more, ...own]
}

function What({ section, step }: { section: SectionId; step: TodayStep }) {
  const t = useText('today')
  const pool = step.because.find(one => one.code === 'pool' || one.code === 'rhythm' || one.code === 'planned')
  const where = pool?.text ? <span className="k-meta">{pool.text}</span> : null
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
          <span className="k-meta">{t('minutes', { count: step.minutes })}</span> {where}
        </>
      )
    case 'warm': {
      const days = step.at ? Math.floor((Date.now() - Date.parse(step.at)) / dayMs) : 0
      return (
        <>
          {step.text !== '' && <span className="t-title">{step.text}</span>} {where}{' '}
          {step.at && <span className="k-meta">{t('silent', { count: days })}</span>}
        </>
      )
    }
    case 'invite':
    case 'introduce':
    case 'interested':
      return step.at === null ? null : (
        <>
          {t(`since.${section}`)} <TimeAgo at={step.at} />
        </>
      )
    case 'jobs':
      return <span className="t-title">{t('new-job', { job: step.text })}</span>
    case 'planned':
      if (step.because.some(one => one.code === 'come-back'))
        return <span className="t-title">{t('come-back', { about: step.text })}</span>
      return <>{where ?? (step.tool ? getTool(step.tool).label : '')}</>
    case 'groups': {
      const [why] = step.because
      return <>{why && t(`because.${why.code}`, { text: why.text ?? '', count: why.count ?? 0 })}</>
    }
    default:
      return <>{step.text}</>
  }
}
