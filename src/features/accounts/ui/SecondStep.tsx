import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, done, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { Form } from './Form.tsx'
import { ProofSheet } from './ProofSheet.tsx'
import { QrCode } from './QrCode.tsx'
import { useSubmit } from './submit.ts'

type Security = { hasPassword: boolean; secondStep: boolean; recoveryCodesLeft: number }
type Open =
  | { kind: 'nothing' }
  | { kind: 'prove-on' }
  | { kind: 'scan'; secret: string; uri: string }
  | { kind: 'prove-off' }
  | { kind: 'prove-codes' }
  | { kind: 'codes'; codes: readonly string[] }

const fewCodes = 4

export function SecondStep({ security }: { security: Security }) {
  const t = useText('accounts')
  const cache = useQueryClient()
  const [open, setOpen] = useState<Open>({ kind: 'nothing' })
  const close = () => setOpen({ kind: 'nothing' })
  const fresh = () => cache.invalidateQueries({ queryKey: ['accounts'] })
  const showCodes = async ({ recoveryCodes }: { recoveryCodes: readonly string[] }) => {
    setOpen({ kind: 'codes', codes: recoveryCodes })
    await fresh()
  }
  const body = (password: string | undefined) => ({ body: password === undefined ? {} : { password } })
  const { hasPassword } = security
  return (
    <section className="accounts-part">
      <h2>{t('second-step.title')}</h2>
      <p>{security.secondStep ? t('second-step.is-on') : t('second-step.words')}</p>
      {security.secondStep && security.recoveryCodesLeft < fewCodes && (
        <Notice tone="warn">{t('second-step.few', { count: security.recoveryCodesLeft })}</Notice>
      )}
      <div className="k-line">
        {security.secondStep ? (
          <>
            <Button onClick={() => setOpen({ kind: 'prove-codes' })}>{t('second-step.renew')}</Button>
            <Button onClick={() => setOpen({ kind: 'prove-off' })}>{t('second-step.switch-off')}</Button>
            <span className="k-meta">{t('second-step.left', { count: security.recoveryCodesLeft })}</span>
          </>
        ) : (
          <NextStep onClick={() => setOpen({ kind: 'prove-on' })}>{t('second-step.switch-on')}</NextStep>
        )}
      </div>
      {open.kind === 'prove-on' && (
        <ProofSheet
          title={t('second-step.switch-on')}
          submit={t('go-on')}
          hasPassword={hasPassword}
          work={password => take(api.POST('/api/v1/me/second-step', body(password)))}
          then={offer => setOpen({ kind: 'scan', ...offer })}
          onClose={close}
        />
      )}
      {open.kind === 'scan' && <Scan secret={open.secret} uri={open.uri} then={showCodes} onClose={close} />}
      {open.kind === 'prove-off' && (
        <ProofSheet
          title={t('second-step.switch-off')}
          submit={t('second-step.switch-off')}
          hasPassword={hasPassword}
          work={password => done(api.POST('/api/v1/me/second-step/off', body(password)))}
          then={async () => {
            close()
            await fresh()
            tell(t('second-step.now-off'))
          }}
          onClose={close}
        />
      )}
      {open.kind === 'prove-codes' && (
        <ProofSheet
          title={t('second-step.renew')}
          submit={t('second-step.renew')}
          hasPassword={hasPassword}
          work={password => take(api.POST('/api/v1/me/recovery-codes', body(password)))}
          then={showCodes}
          onClose={close}
        />
      )}
      {open.kind === 'codes' && <Codes codes={open.codes} onClose={close} />}
    </section>
  )
}

function Scan(props: {
  secret: string
  uri: string
  then: (answer: { recoveryCodes: readonly string[] }) => Promise<void>
  onClose: () => void
}) {
  const t = useText('accounts')
  const [code, setCode] = useState('')
  const confirm = useSubmit(() => take(api.POST('/api/v1/me/second-step/confirm', { body: { code } })), props.then)
  return (
    <Sheet title={t('second-step.switch-on')} place="middle" onClose={props.onClose}>
      <div className="k-stack k-gap-4">
        <p>{t('second-step.scan')}</p>
        <QrCode text={props.uri} label={t('second-step.qr')} />
        <div>
          <p className="k-meta">{t('second-step.or-type')}</p>
          <code className="k-secret">{props.secret}</code>
        </div>
        <Form
          submit={t('second-step.switch-on')}
          busy={confirm.busy}
          refused={confirm.refused}
          onSubmit={() => confirm.run()}
        >
          <TextField
            label={t('second-step.code')}
            inputMode="numeric"
            autoFocus
            autoComplete="one-time-code"
            required
            minLength={6}
            maxLength={7}
            value={code}
            onChange={event => setCode(event.target.value)}
          />
        </Form>
      </div>
    </Sheet>
  )
}

function Codes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useText('accounts')
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    tell(t('copied'))
  }
  return (
    <Sheet
      title={t('second-step.codes')}
      place="middle"
      onClose={onClose}
      footer={
        <div className="k-line">
          <NextStep onClick={onClose}>{t('second-step.kept')}</NextStep>
          <Button onClick={() => void copy()}>{t('copy')}</Button>
        </div>
      }
    >
      <div className="k-stack k-gap-3">
        <p>{t('second-step.codes-words')}</p>
        <ul className="accounts-codes">
          {codes.map(code => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
    </Sheet>
  )
}
