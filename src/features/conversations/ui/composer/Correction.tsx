import { useEffect, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { DraftField } from '#web/kit/verdict/DraftField.tsx'
import { levelOf, toVerdictReason } from '#web/kit/verdict/reasons.ts'
import { Verdict } from '#web/kit/verdict/Verdict.tsx'
import { isAboutWords } from '../../model.ts'
import type { MessageView } from '../api.ts'
import { change } from '../thread/changing.ts'
import { useAssessment } from './use-assessment.ts'

const verdictId = 'correction-verdict'
const none: ReadonlySet<string> = new Set()

/** A message of ours that was sent is said again, in place of the composer; the draft there waits. */
export function Correction({
  message,
  maxText,
  onDone,
}: {
  message: MessageView
  maxText: number
  onDone: () => void
}) {
  const t = useText('conversations')
  const home = useRef<HTMLElement>(null)
  const [text, setText] = useState(message.text)
  const [pressed, setPressed] = useState(false)
  const reasons = useAssessment(message.conversation, text, 'message', none).reasons.filter(reason =>
    isAboutWords(reason.code),
  )
  const verdict = levelOf(reasons)
  const blocked = verdict === 'block' || verdict === 'hard'
  const empty = text.trim() === ''
  useEffect(() => {
    const field = home.current?.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  const save = () => {
    if (empty) return
    if (blocked) return setPressed(true)
    if (text.trim() !== message.text)
      void change(message, { kind: 'edit', text: text.trim() }).catch((error: unknown) =>
        tell(t('action.failed', { why: error instanceof Error ? error.message : String(error) })),
      )
    onDone()
  }
  const inField = () => home.current?.querySelector('textarea') === document.activeElement
  const saveInField = () => {
    if (!inField()) return false
    save()
    return true
  }
  useKey('composer-send-chat', saveInField, { typing: true, within: home })
  useKey('composer-send', saveInField, { typing: true, within: home })
  useKey('composer-line', () => false, { typing: true, within: home })
  useKey('out', onDone, { typing: true, within: home })
  return (
    <section className="c-composer" ref={home} aria-label={t('composer.correcting')}>
      <p className="k-meta">{t('composer.correcting')}</p>
      <DraftField
        label={t('composer.correct-field')}
        dir="auto"
        maxLength={maxText}
        value={text}
        onWrite={next => {
          setPressed(false)
          setText(next)
        }}
        reasons={reasons.map(toVerdictReason)}
        verdictId={verdictId}
      />
      <Verdict
        id={verdictId}
        view={{ verdict, reasons: reasons.map(toVerdictReason), next: undefined }}
        draft={text}
        sendPressed={pressed}
        checklist={[]}
        length={undefined}
        why={undefined}
        override={undefined}
        onDismiss={() => undefined}
      />
      <div className="c-composer-bar" data-floor="">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <NextStep
          onClick={save}
          unavailable={empty ? t('composer.empty') : blocked ? t('composer.blocked') : undefined}
        >
          {t('composer.correct')}
        </NextStep>
      </div>
    </section>
  )
}
