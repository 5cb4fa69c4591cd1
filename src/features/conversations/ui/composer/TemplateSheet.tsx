import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { getTool } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { levelOf, toVerdictReason } from '#web/kit/verdict/reasons.ts'
import { Verdict } from '#web/kit/verdict/Verdict.tsx'
import { aroundSlot, fillTemplate, missingSlot, slotValue, templateLimits } from '../../model.ts'
import type { DetailWire, TemplateView } from '../api.ts'
import { PickSheet } from '../organise/PickSheet.tsx'
import { templatesQuery } from '../queries.ts'
import { post } from '../sending.ts'
import { ConsentForm } from './ConsentForm.tsx'
import { useTemplateVerdict } from './use-template-verdict.ts'

/** Choose a text that the network approved, fill its slots, see how it reads, send. A first contact asks for their yes before. */
export function TemplateSheet({ detail, onClose }: { detail: DetailWire; onClose: () => void }) {
  const { conversation } = detail
  const t = useText('conversations')
  const { label } = getTool(conversation.tool)
  const title = t('template.choose', { tool: label })
  const { data: templates, error, refetch } = useQuery(templatesQuery(conversation.id))
  const [chosen, choose] = useState<TemplateView>()
  if (detail.freeText?.heardAt === null && detail.consent === null)
    return (
      <Sheet title={t('consent.title', { name: conversation.title, tool: label })} place="middle" onClose={onClose}>
        <ConsentForm conversation={conversation} />
      </Sheet>
    )
  if (chosen) return <FillSheet detail={detail} template={chosen} onBack={() => choose(undefined)} onClose={onClose} />
  if (error)
    return (
      <Sheet title={title} place="middle" onClose={onClose}>
        <ErrorState detail={error.message} onRetry={() => void refetch()} />
      </Sheet>
    )
  if (!templates)
    return (
      <Sheet title={title} place="middle" onClose={onClose}>
        <RowSkeleton rows={3} label={t('template.loading')} />
      </Sheet>
    )
  if (templates.length === 0)
    return (
      <Sheet title={title} place="middle" onClose={onClose}>
        <EmptyState title={t('template.none', { tool: label })}>{t('template.none-what')}</EmptyState>
      </Sheet>
    )
  return (
    <PickSheet
      title={title}
      placeholder={t('template.type')}
      picks={templates.map(each => ({
        id: `${each.name} ${each.language}`,
        label: each.name.replaceAll('_', ' '),
        words: each.text,
        hint: (
          <span className="c-reply-start">
            {each.language} · {each.text}
          </span>
        ),
        run: () => choose(each),
      }))}
      onClose={onClose}
      keepOpen
    />
  )
}

function FillSheet(props: { detail: DetailWire; template: TemplateView; onBack: () => void; onClose: () => void }) {
  const { detail, template, onBack, onClose } = props
  const { conversation } = detail
  const t = useText('conversations')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [pressed, setPressed] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // After the sheet has opened, which gives the focus to its first control.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const text = fillTemplate(template, values)
  const missing = missingSlot(template, values)
  const reasons = useTemplateVerdict(conversation.id, missing === undefined ? text : '')
  const level = levelOf(reasons)
  const blocked = level === 'block' || level === 'hard'
  const verdictId = 'template-verdict'
  const send = () => {
    if (missing !== undefined) return
    if (blocked) return setPressed(true)
    const { name, language } = template
    post(conversation, { text, template: { name, language, values }, version: conversation.version })
    onClose()
  }
  return (
    <Sheet title={template.name.replaceAll('_', ' ')} place="middle" onClose={onClose}>
      <form
        ref={form}
        className="k-stack"
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        {template.slots.map(slot => (
          <TextField
            key={slot}
            label={t('template.slot', { slot })}
            hint={aroundSlot(template, slot)}
            value={values[slot] ?? ''}
            maxLength={templateLimits.valueCodePoints}
            error={pressed && slotValue(values[slot] ?? '') === '' ? t('template.slot-empty') : undefined}
            onChange={event => setValues({ ...values, [slot]: event.target.value })}
          />
        ))}
        <figure className="c-template">
          <figcaption className="k-meta">{t('template.reads')}</figcaption>
          <p className="c-message-text" dir="auto" lang={template.language.replace('_', '-')}>
            {text}
          </p>
        </figure>
        <Verdict
          id={verdictId}
          view={{ verdict: level, reasons: reasons.map(toVerdictReason), next: undefined }}
          draft={text}
          sendPressed={pressed}
          checklist={[]}
          length={undefined}
          why={undefined}
          override={undefined}
          onDismiss={() => undefined}
        />
        <div className="k-line">
          <Button
            type="submit"
            look="filled"
            aria-describedby={verdictId}
            unavailable={
              missing === undefined
                ? blocked
                  ? t('composer.blocked')
                  : undefined
                : t('template.fill', { slot: missing })
            }
          >
            {t('template.send')}
          </Button>
          <Button look="quiet" onClick={onBack}>
            {t('template.another')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
