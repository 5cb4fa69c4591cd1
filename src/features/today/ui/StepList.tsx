import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { rememberFocus } from '#web/keyboard/regions.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { usePresence } from '#web/live/presence.ts'
import type { TodayPage, TodayStep } from './api.ts'
import { keyOf, type Seen, sections } from './done-today.ts'
import { StepRow } from './StepRow.tsx'

/** Four sections, one walk: j and k go through all rows, Enter opens the person, the row in hand shows its step filled. */
export function StepList({ page, folded }: { page: TodayPage; folded: readonly Seen[] }) {
  const t = useText('today')
  const home = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const [active, setActive] = useState<string>()
  const presence = usePresence()
  const rows = sections.flatMap(section => page[section])
  const current = rows.some(row => keyOf(row) === active) ? active : rows[0] && keyOf(rows[0])
  const open = (step: TodayStep) => void navigate(placeOf(step))
  const act = (step: TodayStep) => void navigate(doingOf(step))
  useRowKeys(home, index => rows[index] && open(rows[index]))
  return (
    <div ref={home} className="t-sections">
      {sections.map(section => {
        const done = folded.filter(each => each.section === section)
        if (page[section].length === 0 && done.length === 0) return null
        return (
          <section key={section} aria-labelledby={`today-${section}`}>
            <h2 id={`today-${section}`}>{t(`section.${section}`)}</h2>
            {page[section].length > 0 && (
              // biome-ignore lint/a11y/useSemanticElements: rows hold buttons, which a table's rows can't be focused for
              <div role="grid" aria-labelledby={`today-${section}`} className="t-rows">
                {page[section].map(step => (
                  <StepRow
                    key={keyOf(step)}
                    section={section}
                    step={step}
                    presence={(step.person && presence.get(step.person)) ?? step.presence ?? 'off'}
                    active={keyOf(step) === current}
                    onFocus={() => setActive(keyOf(step))}
                    onOpen={() => open(step)}
                    onDo={() => act(step)}
                  />
                ))}
              </div>
            )}
            {done.length > 0 && (
              <ul className="t-folded">
                {done.map(({ step }) => (
                  <li key={keyOf(step)}>
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

const personAt = (personId: string) => ({ to: '/people/$personId', params: { personId } }) as const

/** Where Enter leads. */
function placeOf(step: TodayStep) {
  if (step.person !== null) return { ...personAt(step.person), search: {} }
  return step.conversation === null
    ? { to: '/people' }
    : { to: '/inbox/$conversationId', params: { conversationId: step.conversation } }
}

/** Where the step is done: in the conversation, in the reading pane, or on the person's page, which begins it. */
function doingOf(step: TodayStep) {
  if (step.conversation !== null) return { to: '/inbox/$conversationId', params: { conversationId: step.conversation } }
  if (step.person === null) return { to: '/inbox' }
  if (step.step.id === 'read' && step.activity !== null)
    return { ...personAt(step.person), search: { tab: 'activity', item: step.activity } }
  return { ...personAt(step.person), search: { do: 'next' } }
}

function useRowKeys(home: RefObject<HTMLDivElement | null>, open: (index: number) => void): void {
  const rows = () => [...(home.current?.querySelectorAll<HTMLElement>('[role=row]') ?? [])]
  const at = () => rows().findIndex(row => row.contains(document.activeElement))
  const step = (by: number) => {
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
      if (!document.activeElement?.matches('[role=row]')) return false
      open(at())
      return true
    },
    { within: home },
  )
}
