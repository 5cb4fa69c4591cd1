// biome-ignore-all lint/a11y/useSemanticElements: rows hold buttons, which a table's rows can't be focused for
// biome-ignore-all lint/a11y/useFocusableInteractive: focus goes to rows and to the controls in them, never to cells
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Fragment, type RefObject, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { rememberFocus } from '#web/keyboard/regions.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { usePresence } from '#web/live/presence.ts'
import { type SectionId, sections } from '../model.ts'
import { bringBack, putOff, type TodayPage, type TodayStep, todayQuery } from './api.ts'
import type { Seen } from './done-today.ts'
import { InPlace } from './InPlace.tsx'
import { StepRow } from './StepRow.tsx'

type Open = { section: SectionId; step: TodayStep; at: number }

/** What is being done stays where it stood, although it may be done by now. */
function rowsOf(page: TodayPage, section: SectionId, open: Open | undefined): readonly TodayStep[] {
  const steps = page.sections.find(one => one.id === section)?.steps ?? []
  const rest = steps.filter(step => step.subject !== open?.step.subject)
  if (open?.section !== section) return rest
  return rest.toSpliced(Math.min(open.at, rest.length), 0, open.step)
}

/** All sections, one walk: j and k go through the rows, Enter opens the person, the row in hand shows its step filled. */
export function StepList(props: {
  page: TodayPage
  folded: readonly Seen[]
  onAway: (subject: string, away: boolean) => void
}) {
  const { page, folded, onAway } = props
  const t = useText('today')
  const home = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const [active, setActive] = useState<string>()
  const [open, setOpen] = useState<Open>()
  const presence = usePresence()
  const shown = sections.map(id => ({ id, steps: rowsOf(page, id, open) }))
  const rows = shown.flatMap(one => one.steps)
  const current = rows.some(row => row.subject === active) ? active : rows[0]?.subject
  const away = usePutOff(onAway)
  const go = (step: TodayStep) => void navigate(placeOf(step))
  const close = (step: TodayStep) => {
    setOpen(undefined)
    requestAnimationFrame(() => {
      const row = home.current?.querySelector<HTMLElement>(`[data-subject="${CSS.escape(step.subject)}"]`)
      ;(row ?? home.current?.querySelector<HTMLElement>('.t-row'))?.focus()
    })
  }
  const act = (section: SectionId, step: TodayStep, at: number) => {
    if (open?.step.subject === step.subject) close(step)
    else if (step.step.id === 'follow' || (step.group !== null && step.conversation === null))
      void navigate(doingOf(step))
    else setOpen({ section, step, at })
  }
  useRowKeys(home, index => rows[index] && go(rows[index]))
  return (
    <div ref={home} className="t-sections">
      {shown.map(({ id, steps }) => {
        const done = folded.filter(each => each.section === id && each.step.subject !== open?.step.subject)
        if (steps.length === 0 && done.length === 0) return null
        return (
          <section key={id} aria-labelledby={`today-${id}`}>
            <h2 id={`today-${id}`}>{t(`section.${id}`)}</h2>
            {steps.length > 0 && (
              <div role="grid" aria-labelledby={`today-${id}`} className="t-rows">
                {steps.map((step, at) => {
                  const isOpen = open?.step.subject === step.subject
                  return (
                    <Fragment key={step.subject}>
                      <StepRow
                        section={id}
                        step={step}
                        presence={(step.person && presence.get(step.person)) ?? step.presence ?? 'off'}
                        active={step.subject === current}
                        open={isOpen}
                        onFocus={() => setActive(step.subject)}
                        onOpen={() => go(step)}
                        onDo={() => act(id, step, at)}
                        onAway={() => away.mutate(step)}
                      />
                      {isOpen && (
                        <div role="row" className="t-panel">
                          <div role="gridcell">
                            <InPlace step={step} onClose={() => close(step)} />
                          </div>
                        </div>
                      )}
                    </Fragment>
                  )
                })}
              </div>
            )}
            {done.length > 0 && (
              <ul className="t-folded">
                {done.map(({ step }) => (
                  <li key={step.subject}>
                    <span aria-hidden="true">✓</span> <bdi>{step.name}</bdi>
                    <span className="hush"> {t('folded')}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

/** Not today: gone at once, and back by `z`. */
function usePutOff(onAway: (subject: string, away: boolean) => void) {
  const t = useText('today')
  const queries = useQueryClient()
  const back = useMutation({
    mutationFn: (step: TodayStep) => bringBack(step.subject),
    onMutate: step => onAway(step.subject, false),
    onError: error => tell(error.message),
    onSettled: () => queries.invalidateQueries({ queryKey: todayQuery.queryKey }),
  })
  return useMutation({
    mutationFn: (step: TodayStep) => putOff(step.subject, 1),
    onMutate: step => {
      onAway(step.subject, true)
      const before = queries.getQueryData(todayQuery.queryKey)
      queries.setQueryData(
        todayQuery.queryKey,
        before && {
          ...before,
          steps: before.steps - 1,
          sections: before.sections.map(one => ({
            ...one,
            steps: one.steps.filter(each => each.subject !== step.subject),
          })),
        },
      )
    },
    onSuccess: (_, step) => tell(t('put-off.done', { name: step.name }), () => back.mutate(step)),
    onError: (error, step) => {
      onAway(step.subject, false)
      tell(error.message)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: todayQuery.queryKey }),
  })
}

const personAt = (personId: string) => ({ to: '/people/$personId', params: { personId } }) as const

/** Where Enter leads. */
function placeOf(step: TodayStep) {
  if (step.group !== null) return { to: `/groups/${step.group}` }
  if (step.person !== null) return { ...personAt(step.person), search: {} }
  return step.conversation === null
    ? { to: '/people' }
    : { to: '/inbox/$conversationId', params: { conversationId: step.conversation } }
}

/** What has no place here: a group, and following somebody who has published nothing yet. */
function doingOf(step: TodayStep) {
  if (step.group !== null) return { to: `/groups/${step.group}` }
  if (step.person === null) return { to: '/inbox' }
  return { ...personAt(step.person), search: { do: 'next' } }
}

function useRowKeys(home: RefObject<HTMLDivElement | null>, open: (index: number) => void): void {
  const rows = () => [...(home.current?.querySelectorAll<HTMLElement>('.t-row') ?? [])]
  const at = () => rows().findIndex(row => row.contains(document.activeElement))
  const step = (by: number) => {
    if (document.activeElement?.closest('.t-panel')) return false
    const all = rows()
    const from = at()
    if (from < 0) rememberFocus()
    const target = all[from < 0 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1)]
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
    return target !== undefined
  }
  useKey('list-down', () => step(1), { within: home })
  useKey('list-up', () => step(-1), { within: home })
  useKey(
    'list-open',
    () => {
      if (!document.activeElement?.matches('.t-row')) return false
      open(at())
      return true
    },
    { within: home },
  )
}
