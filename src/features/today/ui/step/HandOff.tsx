import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, useId, useMemo, useState } from 'react'
import type { Assessment, Reason } from '#features/etiquette/model.ts'
import { toolsOf } from '#features/people/model.ts'
import type { PersonPageWire } from '#features/people/wire.ts'
import type { Stage } from '#features/relationships/model.ts'
import { getTool } from '#features/tools/model.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { ApiError } from '#web/api/client.ts'
import { draftParts } from '#web/features.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKeptText } from '#web/kept-text.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { SelectField } from '#web/kit/Fields.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { DraftField } from '#web/kit/verdict/DraftField.tsx'
import { cutSpan, levelOf, toVerdictReason } from '#web/kit/verdict/reasons.ts'
import { SentAlready } from '#web/kit/verdict/SentAlready.tsx'
import { Verdict } from '#web/kit/verdict/Verdict.tsx'
import { ownQuery, recentQuery, recordHandOff } from '../api.ts'
import { ColleagueLine } from './ColleagueLine.tsx'
import type { HandOffPlan } from './plan.ts'
import { useAsking } from './use-asking.tsx'
import { useJudged } from './use-judged.ts'
import { useNoted } from './use-noted.ts'

type Props = { person: PersonPageWire; plan: HandOffPlan; stage: Stage; onClose: () => void }

/** A text that the recruiter sends on the tool's own page: judged here, copied, opened there, and noted when it was sent. */
export function HandOff({ person, plan: begun, stage, onClose }: Props) {
  const t = useText('today')
  const navigate = useNavigate()
  const verdictId = useId()
  const [hand, setHand] = useState<ToolId>(begun.tool)
  const plan = useMemo(() => ({ ...begun, tool: hand }), [begun, hand])
  const places = [...new Set([begun.tool, ...toolsOf(person.profiles)])].filter(each =>
    getTool(each).surfaces.includes(begun.surface),
  )
  const [text, write] = useKeptText(`hand-off.${person.id}.${plan.action}`)
  const [pressed, setPressed] = useState(false)
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<{ id: MessageId; reason: string | undefined }>()
  const { data: items = [] } = useQuery(recentQuery(person.id))
  const { data: me } = useQuery(ownQuery)
  const choices = items.filter(item => item.tool === plan.tool || plan.action === 'comment').slice(0, 20)
  const search: Record<string, unknown> = useSearch({ strict: false })
  const [chosen, choose] = useState<unknown>(search.item)
  const answered =
    plan.action === 'comment'
      ? (choices.find(item => item.id === chosen) ?? choices.find(item => item.readAt) ?? choices[0])
      : undefined
  const judged = useJudged({ person, plan, stage, text, activity: answered?.id, putAway })
  const { url, theirs, hear } = judged
  const asking = useAsking({ person, plan, text, activity: answered?.id, reasons: judged.reasons, user: me?.user.id })
  const { reasons } = asking
  const level = levelOf(reasons)
  const isBlocked = level === 'block' || level === 'hard'
  const isAdmin = me?.user.role === 'admin' || me?.user.role === 'owner'
  const tool = getTool(plan.tool)
  const numbers = tool.playbook[plan.action === 'invite' ? 'invite' : plan.surface]
  const said = useMemo(() => reasons.map(reason => reason.code), [reasons])
  const page = url ?? answered?.url ?? person.profiles.find(profile => profile.tool === plan.tool)?.url ?? undefined
  const sent = useSent({ person, plan, text, activity: answered?.id, hear, onDone: () => finish() })

  const finish = () => {
    write('')
    onClose()
  }
  const copyAndOpen = async (reason?: string) => {
    setOpened({ id: newId<'Message'>(), reason })
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      tell(t('hand-off.copy-failed'))
    }
    if (page) window.open(page, '_blank', 'noopener,noreferrer')
  }
  const edit = (next: string) => {
    write(next)
    setPressed(false)
    setOpened(undefined)
  }
  const read = () =>
    void navigate({
      to: '/people/$personId',
      params: { personId: person.id },
      search: { tab: 'activity', item: 'next' },
    })
  const next = remedyOf(reasons[0], text, { edit, read, t })

  return (
    <section className="s-panel" aria-label={t(`hand-off.${plan.action}`, { name: person.name })}>
      <Line apart>
        <h2>
          <ToolMark tool={plan.tool} word /> {t(`hand-off.${plan.action}`, { name: person.name })}
        </h2>
        <Button look="quiet" size="row" onClick={onClose}>
          {t('hand-off.close')}
        </Button>
      </Line>
      {places.length > 1 && (
        <SelectField
          label={t('hand-off.on')}
          value={hand}
          choices={places.map(each => ({ value: each, label: getTool(each).label }))}
          onChange={event => {
            if (!isToolId(event.target.value)) return
            setHand(event.target.value)
            setOpened(undefined)
          }}
        />
      )}
      {plan.action === 'comment' && choices.length > 0 && (
        <SelectField
          label={t('hand-off.to')}
          value={answered?.id ?? ''}
          choices={choices.map(item => ({ value: item.id, label: item.title ?? item.text.slice(0, 60) }))}
          onChange={event => choose(event.target.value)}
        />
      )}
      {plan.action !== 'comment' && <ColleagueLine person={person.id} name={person.name} />}
      <DraftField
        label={t('hand-off.words', { name: person.name })}
        placeholder={t(`hand-off.placeholder.${plan.introduces ? 'introduce' : plan.action}`)}
        autoFocus
        value={text}
        onWrite={edit}
        reasons={reasons.map(toVerdictReason)}
        verdictId={verdictId}
      />
      <Verdict
        id={verdictId}
        view={{ verdict: level, reasons: reasons.map(toVerdictReason), next }}
        draft={text}
        sendPressed={pressed}
        length={{ used: [...text].length, limit: numbers.maxCodePoints }}
        checklist={[{ code: 'read', words: t('hand-off.read'), done: items.some(item => item.readAt !== null) }]}
        why={
          reasons[0] && {
            title: t('hand-off.why'),
            items: reasons.map(reason => ({ key: reason.code, what: reason.message })),
          }
        }
        hints={
          plan.action !== 'invite' && (
            <Suspense>
              {draftParts.map(({ feature, Part }) => (
                <Part key={feature} tool={plan.tool} numbers={numbers} text={text} theirs={theirs} said={said} />
              ))}
            </Suspense>
          )
        }
        onDismiss={code => setPutAway(new Set([...putAway, code]))}
        override={isAdmin ? { kind: 'with-reason', send: reason => void copyAndOpen(reason) } : asking.override}
      />
      {asking.said}
      {sent.error && <Notice tone="block">{sent.error.message}</Notice>}
      {opened ? (
        <Line>
          <NextStep busy={sent.isPending} onClick={() => sent.mutate(opened)}>
            {t('hand-off.sent')}
          </NextStep>
          <Button onClick={() => void copyAndOpen(opened.reason)}>{t('hand-off.again')}</Button>
          <Button look="quiet" onClick={() => setOpened(undefined)}>
            {t('hand-off.not-sent')}
          </Button>
          <span className="k-meta">{t('hand-off.waiting', { tool: tool.label })}</span>
        </Line>
      ) : (
        <>
          {isBlocked && text.trim() !== '' && (
            <SentAlready busy={sent.isPending} onTell={() => sent.mutate({ id: newId<'Message'>(), already: true })} />
          )}
          <Line>
            <OpenButton
              blocked={isBlocked}
              filled={level === 'allow'}
              hard={level === 'hard'}
              empty={text.trim() === ''}
              verdictId={verdictId}
              page={page}
              onOpen={() => void copyAndOpen()}
              onBlocked={() => setPressed(true)}
            />
          </Line>
        </>
      )}
    </section>
  )
}

type Remedies = { edit: (text: string) => void; read: () => void; t: (key: string) => string }

function remedyOf(reason: Reason | undefined, text: string, { edit, read, t }: Remedies) {
  const span = reason?.span
  if ((reason?.action === 'cut' || reason?.action === 'split') && span)
    return { label: t('remedy.cut'), run: () => edit(cutSpan(text, [span[0], span[1]])) }
  return reason?.action === 'read' ? { label: t('remedy.read'), run: read } : undefined
}

function OpenButton(props: {
  blocked: boolean
  filled: boolean
  hard: boolean
  empty: boolean
  verdictId: string
  page: string | undefined
  onOpen: () => void
  onBlocked: () => void
}) {
  const t = useText('today')
  const shell = useText('shell')
  const { blocked, filled, hard, empty, verdictId, page, onOpen, onBlocked } = props
  if (blocked && !empty) {
    return (
      <button type="button" className="k-button" aria-disabled="true" aria-describedby={verdictId} onClick={onBlocked}>
        {shell(hard ? 'send.never' : 'send.not-yet')}
      </button>
    )
  }
  const Open = filled ? NextStep : Button
  return (
    <Open unavailable={empty ? shell('send.empty') : undefined} onClick={onOpen}>
      {t(page ? 'hand-off.copy-open' : 'hand-off.copy')}
    </Open>
  )
}

function assessmentIn(body: unknown): Assessment | undefined {
  const found: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'assessment') : undefined
  return typeof found === 'object' && found !== null ? (found as Assessment) : undefined
}

function useSent(given: {
  person: PersonPageWire
  plan: HandOffPlan
  text: string
  activity: Parameters<typeof recordHandOff>[0]['activity']
  hear: (text: string, assessment: Assessment) => void
  onDone: () => void
}) {
  const { person, plan, text, activity, hear, onDone } = given
  const t = useText('today')
  const { noted, refresh } = useNoted(person.id)
  return useMutation({
    mutationFn: ({ id, reason, already }: { id: MessageId; reason?: string | undefined; already?: true }) =>
      recordHandOff({
        id,
        person: person.id,
        tool: plan.tool,
        surface: plan.surface,
        action: plan.action,
        text,
        ...(activity === undefined ? {} : { activity }),
        ...(reason === undefined ? {} : { overrideReason: reason }),
        ...(already && { sentAlready: true }),
      }),
    onSuccess: ({ id }) => {
      noted(t('hand-off.noted'), id)
      onDone()
    },
    onError: error => {
      const assessment = error instanceof ApiError ? assessmentIn(error.body) : undefined
      if (assessment) hear(text, assessment)
    },
    onSettled: refresh,
  })
}
