import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { isStage } from '#features/relationships/model.ts'
import { queryClient } from '#web/api/queries.ts'
import { stepParts } from '#web/features.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button } from '#web/kit/Button.tsx'
import { Notice, RowSkeleton } from '#web/kit/States.tsx'
import { personQuery, recentQuery, type TodayStep } from './api.ts'
import { Answered } from './step/Answered.tsx'
import { HandOff } from './step/HandOff.tsx'
import { findPlan, type HandOffPlan } from './step/plan.ts'
import './step/step.css'

type Doing =
  | { kind: 'read'; activity: string }
  | { kind: 'talk'; conversation: string }
  | { kind: 'hand-off'; plan: HandOffPlan }
  | { kind: 'answer' }

/** The step, done under its row: read, answered, or written by hand; the page stays. */
export function InPlace({ step, onClose }: { step: TodayStep; onClose: () => void }) {
  const t = useText('today')
  const home = useRef<HTMLDivElement>(null)
  const { data: person } = useQuery({ ...personQuery(step.person ?? ''), enabled: step.person !== null })
  const { doing, error } = useDoing(step)
  useKey('out', onClose, { within: home, typing: true })
  useEffect(() => {
    home.current?.focus({ preventScroll: true })
    home.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const part = { person: step.person, name: step.name, onClose }
  const { read: Read, talk: Talk } = stepParts
  return (
    // biome-ignore lint/a11y/useSemanticElements: named, so that a reader hears what opened; a section would be one more landmark
    <div
      ref={home}
      role="group"
      className="t-in-place"
      tabIndex={-1}
      aria-label={t('panel.label', { name: step.name })}
    >
      {step.offer && (
        <p className="t-offer">
          {t('offer')}{' '}
          <a href={step.offer.url} target="_blank" rel="noreferrer">
            {step.offer.title}
          </a>{' '}
          <CopyLink url={step.offer.url} />
        </p>
      )}
      {error && <Notice tone="block">{error}</Notice>}
      <Suspense fallback={<RowSkeleton rows={3} />}>
        {!doing && !error && <RowSkeleton rows={3} />}
        {doing?.kind === 'read' && Read && <Read {...part} conversation={null} activity={doing.activity} />}
        {doing?.kind === 'talk' && Talk && <Talk {...part} conversation={doing.conversation} activity={null} />}
        {doing?.kind === 'hand-off' && person && (
          <HandOff
            person={person}
            plan={doing.plan}
            stage={isStage(step.stage) ? step.stage : 'found'}
            onClose={onClose}
          />
        )}
        {doing?.kind === 'answer' && person && (
          <Answered person={person} tool={step.tool ?? undefined} onClose={onClose} />
        )}
      </Suspense>
    </div>
  )
}

function CopyLink({ url }: { url: string }) {
  const t = useText('today')
  const [copied, setCopied] = useState(false)
  return (
    <Button
      size="row"
      look="quiet"
      onClick={() =>
        void navigator.clipboard.writeText(url).then(
          () => setCopied(true),
          () => undefined,
        )
      }
    >
      {t(copied ? 'offer-copied' : 'offer-copy')}
    </Button>
  )
}

/** What the step comes to here. Found once: what changes while it is done does not change what is done. */
function useDoing(step: TodayStep): { doing: Doing | undefined; error: string | undefined } {
  const navigate = useNavigate()
  const t = useText('today')
  const [doing, setDoing] = useState<Doing>()
  const [error, setError] = useState<string>()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const inviteTo = (action: 'invite' | undefined) =>
      navigate({ to: '.', search: action ? { action } : {}, replace: true, resetScroll: false })
    const find = async (): Promise<Doing> => {
      if (step.conversation !== null && step.step.id !== 'invite')
        return { kind: 'talk', conversation: step.conversation }
      if (step.activity !== null) return { kind: 'read', activity: step.activity }
      if (step.person === null) throw new Error(t('panel.gone'))
      const person = await queryClient.fetchQuery(personQuery(step.person))
      const plan = await findPlan(person, step.step)
      switch (plan.kind) {
        case 'read': {
          const items = await queryClient.fetchQuery(recentQuery(person.id))
          const best = items.find(item => item.readAt === null) ?? items[0]
          if (best) return { kind: 'read', activity: best.id }
          return { kind: 'answer' }
        }
        case 'conversation':
          await inviteTo(plan.invite ? 'invite' : undefined)
          return { kind: 'talk', conversation: plan.id }
        case 'hand-off':
          return { kind: 'hand-off', plan }
        default:
          return { kind: 'answer' }
      }
    }
    find().then(setDoing, (failure: unknown) => setError(failure instanceof Error ? failure.message : String(failure)))
  }, [step, navigate, t])
  return { doing, error }
}
