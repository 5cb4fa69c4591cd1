import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CopyButton } from '#web/kit/CopyButton.tsx'
import { SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { FileField } from '#web/kit/FileField.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { CheckWire, SettingsRequest, SettingsView } from '../wire.ts'
import { checkSettings, listKeys, saveSettings, settingsQuery, takeReports, trySettings, whyOf } from './queries.ts'
import './lists.css'

export function MailSettingsPage() {
  const t = useText('broadcasts')
  const { data, error, refetch } = useQuery(settingsQuery)
  return (
    <Page title={t('mail.title')}>
      <div className="l-page">
        <p className="l-words">{t('mail.words')}</p>
        {error && !data && <ErrorState detail={whyOf(error)} onRetry={() => void refetch()} />}
        {!data && !error && <RowSkeleton rows={8} label={t('loading')} />}
        {data && (
          <>
            <SettingsForm view={data} />
            {data.settings && <Checks view={data} />}
            {data.settings && <Reports />}
          </>
        )}
      </div>
    </Page>
  )
}

type Form = Omit<SettingsRequest, 'password' | 'domainLimits' | 'port' | 'connections' | 'domainLimit'> & {
  password: string
  port: string
  connections: string
  domainLimit: string
  domainLimits: string
}

const emptyForm: Form = {
  host: '',
  port: '587',
  security: 'starttls',
  username: '',
  password: '',
  connections: '6',
  fromName: '',
  fromAddress: '',
  replyTo: '',
  returnAddress: '',
  imprint: '',
  domainLimit: '0',
  domainLimits: '',
}

const formOf = ({ settings }: SettingsView): Form =>
  settings
    ? {
        ...settings,
        password: '',
        port: String(settings.port),
        connections: String(settings.connections),
        domainLimit: String(settings.domainLimit),
        domainLimits: Object.entries(settings.domainLimits)
          .map(([domain, limit]) => `${domain} ${limit}`)
          .join('\n'),
      }
    : emptyForm

const limitsOf = (text: string): Record<string, number> =>
  Object.fromEntries(
    text.split('\n').flatMap(line => {
      const [, domain, limit] = /^\s*([a-z0-9.-]{3,100})[\s:=]+(\d{1,7})\s*$/i.exec(line) ?? []
      return domain === undefined ? [] : [[domain.toLowerCase(), Number(limit)]]
    }),
  )

function SettingsForm({ view }: { view: SettingsView }) {
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const [form, setForm] = useState(formOf(view))
  const set = (change: Partial<Form>) => setForm(before => ({ ...before, ...change }))
  const text = (name: keyof Form) => ({
    value: String(form[name] ?? ''),
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  })
  const save = useMutation({
    mutationFn: () => {
      const { password, hasPassword: _, ...rest } = { hasPassword: false, ...form }
      return saveSettings({
        ...rest,
        port: Number(form.port),
        connections: Number(form.connections),
        domainLimit: Number(form.domainLimit),
        domainLimits: limitsOf(form.domainLimits),
        // What was not typed stays as it was; a name that is gone takes its password along.
        ...(form.username === '' ? { password: '' } : password === '' ? {} : { password }),
      })
    },
    onSuccess: async saved => {
      tell(t('mail.saved'))
      setForm(formOf(saved))
      await cache.invalidateQueries({ queryKey: listKeys.all })
    },
  })
  const attempt = useMutation({ mutationFn: trySettings })
  const missing = [form.host, form.fromName, form.fromAddress, form.returnAddress, form.imprint].some(
    each => each.trim() === '',
  )
  return (
    <section aria-labelledby="l-server">
      <h2 id="l-server">{t('mail.server')}</h2>
      <form
        className="l-form l-two"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (!missing) save.mutate()
        }}
      >
        <TextField label={t('mail.host')} hint={t('mail.host-hint')} maxLength={253} {...text('host')} />
        <TextField label={t('mail.port')} type="number" min={1} max={65_535} {...text('port')} />
        <SelectField
          label={t('mail.security')}
          value={form.security}
          choices={(['starttls', 'tls', 'plain'] as const).map(value => ({
            value,
            label: t(`mail.security-${value}`),
          }))}
          onChange={event => {
            const { value } = event.target
            set({ security: value === 'tls' || value === 'plain' ? value : 'starttls' })
          }}
        />
        <TextField
          label={t('mail.connections')}
          hint={t('mail.connections-hint')}
          type="number"
          min={1}
          max={40}
          {...text('connections')}
        />
        <TextField label={t('mail.username')} optional autoComplete="off" maxLength={320} {...text('username')} />
        <TextField
          label={t('mail.password')}
          hint={view.settings?.hasPassword ? t('mail.password-kept') : undefined}
          optional
          type="password"
          autoComplete="new-password"
          {...text('password')}
        />
        <TextField label={t('mail.from-name')} maxLength={80} {...text('fromName')} />
        <TextField label={t('mail.from')} hint={t('mail.from-hint')} type="email" {...text('fromAddress')} />
        <TextField label={t('mail.reply-to')} optional type="email" {...text('replyTo')} />
        <TextField label={t('mail.return')} hint={t('mail.return-hint')} type="email" {...text('returnAddress')} />
        <TextAreaField label={t('mail.imprint')} hint={t('mail.imprint-hint')} maxLength={600} {...text('imprint')} />
        <TextField label={t('mail.limit')} hint={t('mail.limit-hint')} type="number" min={0} {...text('domainLimit')} />
        <TextAreaField label={t('mail.limits')} hint={t('mail.limits-hint')} optional {...text('domainLimits')} />
        <div className="l-span">
          {save.error && <Notice tone="block">{whyOf(save.error) ?? t('failed')}</Notice>}
          {attempt.data && (
            <Notice tone={attempt.data.ok ? 'ok' : 'block'}>
              {attempt.data.ok ? t('mail.tried', { host: attempt.data.text }) : attempt.data.text}
            </Notice>
          )}
          {attempt.error && <Notice tone="block">{whyOf(attempt.error) ?? t('failed')}</Notice>}
          <Line>
            <NextStep type="submit" busy={save.isPending} unavailable={missing ? t('missing') : undefined}>
              {t('save')}
            </NextStep>
            <Button
              busy={attempt.isPending}
              unavailable={view.settings ? undefined : t('mail.save-first')}
              onClick={() => attempt.mutate()}
            >
              {t('mail.try')}
            </Button>
          </Line>
        </div>
      </form>
    </section>
  )
}

function Checks({ view }: { view: SettingsView }) {
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const check = useMutation({
    mutationFn: checkSettings,
    onSuccess: () => cache.invalidateQueries({ queryKey: listKeys.all }),
  })
  return (
    <section aria-labelledby="l-checks">
      <h2 id="l-checks">{t('checks.title')}</h2>
      <p className="k-meta">
        {t('checks.words')}
        {view.checkedAt && (
          <>
            {' '}
            {t('checks.at')} <TimeAgo at={String(view.checkedAt)} />
          </>
        )}
      </p>
      {check.error && <Notice tone="block">{whyOf(check.error) ?? t('failed')}</Notice>}
      <Line>
        <Button busy={check.isPending} onClick={() => check.mutate()}>
          {t('checks.run')}
        </Button>
      </Line>
      {view.checks.length > 0 ? (
        <ul className="l-checks">
          {view.checks.map(one => (
            <CheckRow key={one.id} check={one} />
          ))}
        </ul>
      ) : (
        <ul className="l-checks">
          {view.records.map(record => (
            <li key={`${record.type} ${record.name}`}>
              <RecordLine record={record} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const marks = { ok: '✓', warn: '△', fail: '✕' } as const

function CheckRow({ check }: { check: CheckWire }) {
  const t = useText('broadcasts')
  return (
    <li data-state={check.state}>
      <p>
        <span aria-hidden="true" className="l-mark">
          {marks[check.state]}
        </span>{' '}
        <strong>{t(`checks.${check.id}.name`)}</strong>{' '}
        <span className="k-meta">{t(`checks.state-${check.state}`)}</span>
      </p>
      <p className="k-meta">{t(`checks.${check.id}.words`)}</p>
      {check.seen && (
        <p className="k-meta l-address">
          {t('checks.seen')} {check.seen}
        </p>
      )}
      {check.record && check.state !== 'ok' && <RecordLine record={check.record} />}
    </li>
  )
}

function RecordLine({ record }: { record: { name: string; type: string; value: string } }) {
  const t = useText('broadcasts')
  return (
    <div className="l-record">
      <code>
        {record.name} {record.type}
      </code>
      <code className="l-address">{record.value}</code>
      <CopyButton text={record.value} label={t('checks.copy')} />
    </div>
  )
}

/** For mailboxes that are not connected: the reports as files. */
function Reports() {
  const t = useText('broadcasts')
  const [file, setFile] = useState<File>()
  const take = useMutation({ mutationFn: async (given: File) => takeReports(await given.text()) })
  const tooBig = file !== undefined && file.size > 900_000
  return (
    <section aria-labelledby="l-reports">
      <h2 id="l-reports">{t('reports.title')}</h2>
      <p className="k-meta">{t('reports.words')}</p>
      <div className="l-form">
        <FileField
          label={t('reports.file')}
          error={tooBig ? t('import.too-big') : undefined}
          accept=".eml,.mbox,.txt,message/rfc822"
          chosen={{ file }}
          onFile={given => {
            setFile(given)
            take.reset()
          }}
        />
        {take.error && <Notice tone="block">{whyOf(take.error) ?? t('failed')}</Notice>}
        {take.data && <Notice tone="ok">{t('reports.done', take.data)}</Notice>}
        <Line>
          <Button
            busy={take.isPending}
            unavailable={file === undefined ? t('import.first') : tooBig ? t('import.too-big') : undefined}
            onClick={() => file && take.mutate(file)}
          >
            {t('reports.take')}
          </Button>
        </Line>
      </div>
    </section>
  )
}
