import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, done, take } from '#web/api/client.ts'
import { changeLanguage, useText } from '#web/i18n/i18n.ts'
import { findLanguage, languages } from '#web/i18n/languages.ts'
import { Button } from '#web/kit/Button.tsx'
import { CheckField, SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { setPreferences, usePreferences } from '#web/preferences.ts'
import { Form, Refused } from './Form.tsx'
import { fullMeQuery } from './queries.ts'
import { refusalWords, staying, useSubmit } from './submit.ts'

export type FullMe = {
  user: {
    name: string
    email: string
    about: string
    recruitsFor: string
    locale: string
    timeZone: string
    role: string
    preferences: Record<string, unknown>
  }
  workspace: { name: string }
  may: readonly string[]
}

const zones = Intl.supportedValuesOf('timeZone')

export function MePage() {
  const t = useText('accounts')
  const me = useQuery(fullMeQuery)
  return (
    <Page title={t('me.title')}>
      {me.isError && <ErrorState detail={refusalWords(t, me.error)} onRetry={() => void me.refetch()} />}
      {me.isPending && <RowSkeleton />}
      {me.data && <Profile me={me.data} />}
    </Page>
  )
}

function Profile({ me }: { me: FullMe }) {
  const t = useText('accounts')
  const cache = useQueryClient()
  const { singleKeys } = usePreferences()
  const [draft, setDraft] = useState(me.user)
  const set = (change: Partial<FullMe['user']>) => setDraft({ ...draft, ...change })
  const fresh = async () => {
    await cache.invalidateQueries({ queryKey: ['accounts'] })
    await cache.invalidateQueries({ queryKey: ['me'] })
  }
  const save = useSubmit(
    () => {
      const { name, about, recruitsFor, locale, timeZone } = draft
      return take(api.PATCH('/api/v1/me', { body: { name, about, recruitsFor, locale, timeZone } }))
    },
    async () => {
      await fresh()
      if (draft.locale !== me.user.locale) await changeLanguage(findLanguage([draft.locale]).code)
      tell(t('me.saved'))
    },
  )
  const letters = useSubmit((on: boolean) => {
    setPreferences({ singleKeys: on })
    return take(api.PATCH('/api/v1/me', { body: { preferences: { ...me.user.preferences, singleKeys: on } } }))
  }, fresh)
  const zoneChoices = [...new Set([draft.timeZone, 'UTC', ...zones])].map(zone => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }))
  const known = languages.filter(language => !language.pseudo).map(({ code, name }) => ({ value: code, label: name }))
  const localeChoices = known.some(({ value }) => value === draft.locale)
    ? known
    : [{ value: draft.locale, label: draft.locale }, ...known]
  return (
    <>
      <section className="accounts-part" aria-label={t('me.title')}>
        <Form submit={t('save')} busy={save.busy} refused={save.refused} onSubmit={() => save.run()}>
          <TextField
            label={t('name')}
            autoComplete="name"
            required
            maxLength={120}
            value={draft.name}
            onChange={event => set({ name: event.target.value })}
          />
          <TextField label={t('email')} value={me.user.email} readOnly />
          <TextField
            label={t('recruits-for')}
            hint={t('recruits-for-hint')}
            maxLength={400}
            value={draft.recruitsFor}
            onChange={event => set({ recruitsFor: event.target.value })}
          />
          <TextAreaField
            label={t('me.about')}
            hint={t('me.about-hint')}
            maxLength={2000}
            value={draft.about}
            onChange={event => set({ about: event.target.value })}
          />
          <SelectField
            label={t('me.language')}
            choices={localeChoices}
            value={draft.locale}
            onChange={event => set({ locale: event.target.value })}
          />
          <SelectField
            label={t('me.time-zone')}
            hint={t('me.time-zone-hint')}
            choices={zoneChoices}
            value={draft.timeZone}
            onChange={event => set({ timeZone: event.target.value })}
          />
        </Form>
      </section>
      <section className="accounts-part">
        <h2>{t('me.keys')}</h2>
        <CheckField
          look="switch"
          label={t('me.single-keys')}
          hint={t('me.single-keys-hint')}
          checked={singleKeys}
          onChange={event => letters.run(event.target.checked)}
        />
        <Refused words={letters.refused} />
      </section>
      {me.may.includes('change-workspace') && <TeamName name={me.workspace.name} fresh={fresh} />}
    </>
  )
}

function TeamName({ name, fresh }: { name: string; fresh: () => Promise<void> }) {
  const t = useText('accounts')
  const [draft, setDraft] = useState(name)
  const save = useSubmit(
    () => done(api.PATCH('/api/v1/workspace', { body: { name: draft } })),
    async () => {
      await fresh()
      tell(t('me.saved'))
    },
  )
  return (
    <section className="accounts-part">
      <h2>{t('me.team')}</h2>
      <form className="k-stack k-gap-3" onSubmit={staying(() => save.run())}>
        <TextField
          label={t('team-name')}
          required
          maxLength={120}
          value={draft}
          onChange={event => setDraft(event.target.value)}
        />
        <Refused words={save.refused} />
        <div className="k-line">
          <Button type="submit" busy={save.busy}>
            {t('me.rename')}
          </Button>
        </div>
      </form>
    </section>
  )
}
