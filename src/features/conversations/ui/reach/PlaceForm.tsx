import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toolLabel } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { beginReach, type ReachNow, type ReachWay, reachKey } from './api.ts'
import { useWords } from './refused.ts'

/** One of the recruiter's own connections, and their own address there. */
export function PlaceForm(props: {
  ways: readonly ReachWay[]
  reach: ReachNow | null
  onDone: (code: string | undefined) => void
  onCancel: (() => void) | undefined
}) {
  const { ways, reach, onDone, onCancel } = props
  const t = useText('conversations')
  const words = useWords()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<string>(reach?.connection ?? ways[0]?.connection ?? '')
  const [address, setAddress] = useState('')
  const way = ways.find(each => each.connection === chosen) ?? ways[0]
  const begin = useMutation({
    mutationFn: (given: { connection: string; address?: string }) => beginReach(given),
    onSuccess: async ({ code }) => {
      await queries.invalidateQueries({ queryKey: reachKey })
      onDone(code ?? undefined)
    },
  })
  if (!way) return null
  const weBegin = way.begins === 'kith'
  const empty = weBegin && address.trim() === '' ? t('reach.write-address') : undefined
  return (
    <form
      className="c-manage-form"
      onSubmit={event => {
        event.preventDefault()
        if (!empty && !begin.isPending)
          begin.mutate({ connection: way.connection, ...(weBegin ? { address: address.trim() } : {}) })
      }}
    >
      <SelectField
        label={t('reach.over')}
        hint={t('reach.over-hint')}
        value={way.connection}
        choices={ways.map(each => ({
          value: each.connection,
          label: each.label === toolLabel(each.tool) ? each.label : `${each.label} · ${toolLabel(each.tool)}`,
        }))}
        onChange={event => {
          setChosen(event.target.value)
          begin.reset()
        }}
      />
      {weBegin ? (
        <TextField
          label={t('reach.address')}
          hint={t('reach.address-hint', { tool: toolLabel(way.tool) })}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={320}
          value={address}
          error={begin.error ? words(begin.error) : undefined}
          onChange={event => setAddress(event.target.value)}
        />
      ) : (
        <p>{t('reach.you-begin', { tool: toolLabel(way.tool) })}</p>
      )}
      {!weBegin && begin.error && (
        <p className="k-field-error" role="alert">
          {words(begin.error)}
        </p>
      )}
      {reach?.proven && <p className="k-meta">{t('reach.until-then')}</p>}
      <div className="k-line">
        <NextStep type="submit" busy={begin.isPending} unavailable={empty}>
          {t(weBegin ? 'reach.send-code' : 'reach.show-code')}
        </NextStep>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
