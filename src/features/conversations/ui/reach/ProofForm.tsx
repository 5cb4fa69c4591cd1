import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toolLabel } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Secret } from '#web/kit/Secret.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { beginReach, proveReach, type ReachNow, reachKey } from './api.ts'
import { useWords } from './refused.ts'

/** The code that shows that the address is theirs: typed in here, or written from there. */
export function ProofForm(props: {
  reach: ReachNow
  /** Shown once, where the recruiter writes first. */
  code: string | undefined
  onCode: (code: string | undefined) => void
  onOther: () => void
}) {
  const { reach, code, onCode, onOther } = props
  const t = useText('conversations')
  const words = useWords()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const fresh = () => queries.invalidateQueries({ queryKey: reachKey })
  const prove = useMutation({
    mutationFn: () => proveReach(typed),
    onSuccess: () => tell(t('reach.proven')),
    onSettled: fresh,
  })
  const { address, connection } = reach
  const again = useMutation({
    mutationFn: () => beginReach({ connection, ...(address === null ? {} : { address }) }),
    onSuccess: answer => {
      prove.reset()
      setTyped('')
      onCode(answer.code ?? undefined)
      if (answer.code === null) tell(t('reach.sent-again'))
    },
    onSettled: fresh,
  })
  const empty = typed.trim() === '' ? t('reach.write-code') : undefined
  const tool = toolLabel(reach.tool)
  const error = prove.error ?? again.error
  return (
    <form
      className="c-manage-form"
      onSubmit={event => {
        event.preventDefault()
        if (!empty && !prove.isPending) prove.mutate()
      }}
    >
      {address === null ? (
        <>
          {code === undefined ? (
            <p>{t('reach.code-gone')}</p>
          ) : (
            <Secret words={t('reach.write-this', { tool, label: reach.label })} secret={code} />
          )}
          {error && (
            <p className="k-field-error" role="alert">
              {words(error)}
            </p>
          )}
        </>
      ) : (
        <>
          <p className="c-reach-place">
            <ToolMark tool={reach.tool} word /> <bdi>{address}</bdi>
          </p>
          <p>{t('reach.code-sent')}</p>
          <TextField
            label={t('reach.code')}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            value={typed}
            error={error ? words(error) : undefined}
            onChange={event => setTyped(event.target.value)}
          />
        </>
      )}
      <div className="k-line">
        {address !== null && (
          <NextStep type="submit" busy={prove.isPending} unavailable={empty}>
            {t('reach.confirm')}
          </NextStep>
        )}
        <Button busy={again.isPending} onClick={() => again.mutate()}>
          {t(address === null ? 'reach.new-code' : 'reach.send-again')}
        </Button>
        <Button look="quiet" onClick={onOther}>
          {t('reach.other')}
        </Button>
      </div>
    </form>
  )
}
