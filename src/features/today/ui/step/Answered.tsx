import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { toolsOf } from '#features/people/model.ts'
import type { PersonPageWire } from '#features/people/wire.ts'
import { getTool, toolLabel } from '#features/tools/model.ts'
import { newId } from '#kernel/ids.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { ChoiceField, SelectField, TextAreaField } from '#web/kit/Fields.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { recordAnswer } from '../api.ts'
import { useNoted } from './use-noted.ts'

const ways = {
  public: { kind: 'answered', surface: 'public' },
  reacted: { kind: 'reacted', surface: 'public' },
  direct: { kind: 'answered', surface: 'direct' },
  accepted: { kind: 'accepted-invitation', surface: 'direct' },
} as const
type Way = keyof typeof ways

const waysOn = (tool: ToolId): readonly Way[] => {
  const { surfaces } = getTool(tool)
  return [
    ...(surfaces.includes('public') || surfaces.includes('room') ? (['public', 'reacted'] as const) : []),
    ...(surfaces.includes('direct') ? (['direct', 'accepted'] as const) : []),
  ]
}

/** They answered, reacted or accepted where Kith can't see it. */
export function Answered({
  person,
  tool: given,
  onClose,
}: {
  person: PersonPageWire
  tool: ToolId | string | undefined
  onClose: () => void
}) {
  const t = useText('today')
  const { noted, refresh } = useNoted(person.id)
  const tools = toolsOf(person.profiles)
  const [tool, setTool] = useState<ToolId | undefined>(tools.find(each => each === given) ?? tools[0])
  const [way, setWay] = useState<Way>()
  const [text, setText] = useState('')
  const possible = tool ? waysOn(tool) : []
  const chosen = way && possible.includes(way) ? way : possible[0]
  const keep = useMutation({
    mutationFn: (given: { tool: ToolId; way: Way }) =>
      recordAnswer({
        id: newId<'Message'>(),
        person: person.id,
        tool: given.tool,
        ...ways[given.way],
        text: text.trim(),
      }),
    onSuccess: ({ id }) => {
      noted(t('answered.noted'), id)
      onClose()
    },
    onSettled: refresh,
  })
  return (
    <form
      className="s-panel"
      aria-label={t('answered.title', { name: person.name })}
      onSubmit={event => {
        event.preventDefault()
        if (tool && chosen) keep.mutate({ tool, way: chosen })
      }}
    >
      <h2>{t('answered.title', { name: person.name })}</h2>
      {tools.length === 0 && <Notice>{t('answered.no-tool')}</Notice>}
      {tool && chosen && (
        <>
          <SelectField
            label={t('answered.where')}
            value={tool}
            choices={tools.map(each => ({ value: each, label: toolLabel(each) }))}
            onChange={event => isToolId(event.target.value) && setTool(event.target.value)}
          />
          <ChoiceField
            label={t('answered.what')}
            value={chosen}
            choices={possible.map(each => ({ value: each, label: t(`answered.${each}`) }))}
            onChoose={value => setWay(possible.find(each => each === value))}
          />
          <TextAreaField
            label={t('answered.words')}
            optional
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </>
      )}
      {keep.error && <Notice tone="block">{keep.error.message}</Notice>}
      <Line>
        {tool && (
          <NextStep type="submit" busy={keep.isPending}>
            {t('answered.keep')}
          </NextStep>
        )}
        <Button look="quiet" onClick={onClose}>
          {t('hand-off.close')}
        </Button>
      </Line>
    </form>
  )
}
