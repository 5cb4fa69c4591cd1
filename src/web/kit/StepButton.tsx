import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from './Button.tsx'

/** The next right step with a person, by the id the server gives; its reason is the button's title. */
export function StepButton(props: {
  step: { id: string; tool?: string | null; why: string }
  onDo: () => void
  size?: 'row' | 'body'
  showKey?: boolean
}) {
  const { step, onDo, size = 'row', showKey = false } = props
  const t = useText('shell')
  if (step.id === 'none') return null
  return (
    <NextStep size={size} showKey={showKey} title={step.why} onClick={onDo}>
      {t(`step.${step.id}`)}
    </NextStep>
  )
}
