import { type Text, useText } from '#web/i18n/i18n.ts'
import { NextStep } from './Button.tsx'

/** Why it is this step, in the language of the screen; `t` of the shell's texts. */
export const stepWhy = (t: Text, { reason, days }: { reason: string; days: number | null }) =>
  t(`step-why.${reason}`, { count: days ?? 0 })

/** The next right step with a person, by the id the server gives; its reason is the button's title. */
export function StepButton(props: {
  step: { id: string; tool?: string | null; reason: string; days: number | null }
  onDo: () => void
  size?: 'row' | 'body'
  showKey?: boolean
}) {
  const { step, onDo, size = 'row', showKey = false } = props
  const t = useText('shell')
  if (step.id === 'none') return null
  return (
    <NextStep size={size} showKey={showKey} title={stepWhy(t, step)} onClick={onDo}>
      {t(`step.${step.id}`)}
    </NextStep>
  )
}
