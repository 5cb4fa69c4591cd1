import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, done, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { BarePage } from '#web/kit/Page.tsx'
import { Notice } from '#web/kit/States.tsx'
import { Form } from './Form.tsx'
import { useSubmit } from './submit.ts'

/** Second and third of three, after the owner was made; each can be skipped. */
export function WelcomePage() {
  const [step, setStep] = useState<2 | 3>(2)
  return step === 2 ? <WhatFor next={() => setStep(3)} /> : <HowToBegin />
}

function WhatFor({ next }: { next: () => void }) {
  const t = useText('accounts')
  const [recruitsFor, setRecruitsFor] = useState('')
  const [team, setTeam] = useState('')
  const save = useSubmit(async () => {
    if (recruitsFor.trim() !== '') await take(api.PATCH('/api/v1/me', { body: { recruitsFor } }))
    if (team.trim() !== '') await done(api.PATCH('/api/v1/workspace', { body: { name: team } }))
  }, next)
  return (
    <BarePage title={t('set-up.what-for')}>
      <p className="k-meta">{t('set-up.step', { step: 2 })}</p>
      <Form
        submit={t('set-up.submit')}
        busy={save.busy}
        refused={save.refused}
        onSubmit={() => save.run()}
        beside={
          <Button look="quiet" onClick={next}>
            {t('set-up.skip')}
          </Button>
        }
      >
        <TextField
          label={t('recruits-for')}
          hint={t('recruits-for-hint')}
          maxLength={400}
          value={recruitsFor}
          onChange={event => setRecruitsFor(event.target.value)}
        />
        <TextField
          label={t('team-name')}
          optional
          maxLength={120}
          value={team}
          onChange={event => setTeam(event.target.value)}
        />
      </Form>
    </BarePage>
  )
}

function HowToBegin() {
  const t = useText('accounts')
  const navigate = useNavigate()
  const lookAround = useSubmit(
    () => take(api.POST('/api/v1/sample', { body: {} })),
    () => navigate({ to: '/' }),
  )
  return (
    <BarePage title={t('set-up.begin')}>
      <p className="k-meta">{t('set-up.step', { step: 3 })}</p>
      <div className="accounts-choices">
        <Link className="k-button k-button-filled" to="/import" aria-describedby="begin-import">
          {t('set-up.import')}
        </Link>
        <p className="k-meta" id="begin-import">
          {t('set-up.import-why')}
        </p>
        <Link
          className="k-button k-button-plain"
          to="/settings/connections"
          search={{ add: 'tool' }}
          aria-describedby="begin-connect"
        >
          {t('set-up.connect')}
        </Link>
        <p className="k-meta" id="begin-connect">
          {t('set-up.connect-why')}
        </p>
        <Button busy={lookAround.busy} onClick={() => lookAround.run()} aria-describedby="begin-look">
          {t('set-up.look-around')}
        </Button>
        <p className="k-meta" id="begin-look">
          {t('set-up.look-around-why')}
        </p>
        <Button look="quiet" onClick={() => void navigate({ to: '/' })}>
          {t('set-up.later')}
        </Button>
      </div>
      {lookAround.refused && <Notice tone="warn">{lookAround.refused}</Notice>}
    </BarePage>
  )
}
