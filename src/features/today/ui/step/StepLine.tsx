import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { StepButton, stepWhy } from '#web/kit/StepButton.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { Why } from '#web/kit/Why.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { useCommands } from '#web/palette/commands.ts'
import { personQuery } from '../api.ts'
import { Answered } from './Answered.tsx'
import { HandOff } from './HandOff.tsx'
import { findPlan, type HandOffPlan } from './plan.ts'
import './step.css'

type Open = { kind: 'hand-off'; plan: HandOffPlan } | { kind: 'answer' }

/** The one next right step with this person, and the place where it is done. */
export function StepLine({ person, name, stage }: PersonPart) {
  const t = useText('today')
  const shell = useText('shell')
  const navigate = useNavigate()
  const { data } = useQuery(personQuery(person))
  const [open, setOpen] = useState<Open>()
  const [busy, setBusy] = useState(false)
  const search: Record<string, unknown> = useSearch({ strict: false })
  const step = data?.nextStep ?? undefined

  const go = (where: Record<string, string>) =>
    void navigate({ to: '/people/$personId', params: { personId: person }, search: where })
  const begin = async () => {
    if (!data || !step || busy) return
    setBusy(true)
    try {
      const plan = await findPlan(data, step)
      if (plan.kind === 'read') go({ tab: 'activity', item: 'next' })
      else if (plan.kind === 'follow') go({ tab: 'activity', do: 'follow' })
      else if (plan.kind === 'answer') setOpen({ kind: 'answer' })
      else if (plan.kind === 'conversation')
        await navigate({
          to: '/inbox/$conversationId',
          params: { conversationId: plan.id },
          ...(plan.invite ? { search: { action: 'invite' } } : {}),
        })
      else setOpen({ kind: 'hand-off', plan })
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }

  const asked = search.do === 'next' && step !== undefined
  const latest = useRef(begin)
  latest.current = begin
  useEffect(() => {
    if (!asked) return
    void navigate({ to: '/people/$personId', params: { personId: person }, search: {}, replace: true })
    void latest.current()
  }, [asked, navigate, person])

  const commands = useMemo(
    () =>
      step && step.id !== 'none'
        ? [
            {
              id: 'next-step',
              label: t('command', { step: shell(`step.${step.id}`), name }),
              group: 'selection' as const,
              shortcut: 'next' as const,
              run: () => void latest.current(),
            },
          ]
        : [],
    [step, t, shell, name],
  )
  useCommands(commands)

  if (stage === 'do-not-contact' || !data) return null
  return (
    <div className="s-line">
      {!open && step && (
        <div className="s-step">
          <StepButton step={step} size="body" showKey onDo={() => void begin()} />
          <span className="s-why">{stepWhy(shell, step)}</span>
          <Why title={shell(`step.${step.id}`)} items={[{ key: 'why', what: stepWhy(shell, step) }]} />
          {step.id !== 'wait' && data.profiles.length > 0 && (
            <Button size="row" className="s-aside" onClick={() => setOpen({ kind: 'answer' })}>
              {t('answered.open')}
            </Button>
          )}
        </div>
      )}
      {open?.kind === 'hand-off' && (
        <HandOff person={data} plan={open.plan} stage={stage} onClose={() => setOpen(undefined)} />
      )}
      {open?.kind === 'answer' && (
        <Answered person={data} tool={step?.tool ?? undefined} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}
