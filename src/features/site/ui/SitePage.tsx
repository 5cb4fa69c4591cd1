import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useLanguageChoices } from '#web/i18n/language-choices.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CheckField, SelectField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { MarkdownField } from '#web/kit/MarkdownField.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { answerDaysAtMost, siteLanguages } from '../model.ts'
import type { SiteChange, SiteView } from '../wire.ts'
import './site.css'

const siteQuery = queryOptions({ queryKey: ['site'], queryFn: () => ask<SiteView>('/site') })
const usual = '#016965'

/** Whose site strangers see, and how it looks. */
export function SitePage() {
  const t = useText('site')
  const { data: site, error, refetch } = useQuery(siteQuery)
  return (
    <Page
      title={t('title')}
      actions={
        site && (
          <a className="k-button" href={site.url} target="_blank" rel="noopener">
            {t('see')}
          </a>
        )
      }
    >
      {site && <SiteForm site={site} />}
      {!site && (error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />)}
    </Page>
  )
}

function SiteForm({ site }: { site: SiteView }) {
  const t = useText('site')
  const languages = useLanguageChoices()
  const cache = useQueryClient()
  const [draft, setDraft] = useState(site)
  const set = (change: Partial<SiteView>) => setDraft({ ...draft, ...change })
  const keep = useMutation({
    mutationFn: () => {
      const { url: _, domainProven: __, ...given } = draft
      const change: SiteChange = { ...given, domain: draft.domain?.trim() || null, hub: draft.hub?.trim() || null }
      return ask<SiteView>('/site', 'PATCH', change)
    },
    onSuccess: kept => {
      cache.setQueryData(siteQuery.queryKey, kept)
      setDraft(kept)
      tell(t('kept'))
    },
  })
  const check = useMutation({
    mutationFn: () => ask<SiteView>('/site/domain/check', 'POST'),
    onSuccess: seen => cache.setQueryData(siteQuery.queryKey, seen),
    onError: error => tell(error.message),
  })
  return (
    <form
      className="s-form"
      onSubmit={event => {
        event.preventDefault()
        keep.mutate()
      }}
    >
      <Stack gap={4}>
        <p className="k-meta">{t('lead')}</p>
        <TextField
          label={t('name')}
          value={draft.name}
          maxLength={80}
          error={draft.name.trim() === '' ? t('name-first') : undefined}
          onChange={event => set({ name: event.target.value })}
        />
        <TextField
          label={t('tagline')}
          optional
          value={draft.tagline}
          maxLength={160}
          onChange={event => set({ tagline: event.target.value })}
        />
        <MarkdownField
          label={t('about')}
          hint={t('about-hint')}
          optional
          rows={5}
          maxLength={10_000}
          value={draft.about}
          onChange={about => set({ about })}
        />
        <SelectField
          label={t('lang')}
          value={draft.lang}
          choices={languages}
          onChange={event => set({ lang: siteLanguages.find(lang => lang === event.target.value) ?? 'en' })}
        />
        <CheckField
          label={t('own-colour')}
          hint={t('colour-hint')}
          checked={draft.accent !== null}
          onChange={event => set({ accent: event.target.checked ? usual : null })}
        />
        {draft.accent !== null && (
          <TextField
            label={t('colour')}
            type="color"
            value={draft.accent}
            onChange={event => set({ accent: event.target.value })}
          />
        )}
        <TextField
          label={t('contact')}
          hint={t('contact-hint')}
          optional
          value={draft.contact}
          maxLength={200}
          onChange={event => set({ contact: event.target.value })}
        />
        <TextField
          label={t('answer-days')}
          hint={t('answer-days-hint')}
          type="number"
          min={1}
          max={answerDaysAtMost}
          required
          value={String(draft.answerDays || '')}
          onChange={event => set({ answerDays: Math.trunc(Number(event.target.value)) })}
        />
        <TextField
          label={t('domain')}
          hint={t('domain-hint')}
          optional
          value={draft.domain ?? ''}
          maxLength={200}
          onChange={event => set({ domain: event.target.value })}
        />
        {site.domain !== null && site.domain === draft.domain && (
          <Notice tone={site.domainProven ? 'ok' : 'warn'}>
            <p>{t(site.domainProven ? 'domain-proven' : 'domain-unproven', { domain: site.domain })}</p>
            {!site.domainProven && (
              <Line>
                <Button size="row" busy={check.isPending} onClick={() => check.mutate()}>
                  {t('domain-check')}
                </Button>
              </Line>
            )}
          </Notice>
        )}
        <TextField
          label={t('hub')}
          hint={t('hub-hint')}
          optional
          type="url"
          value={draft.hub ?? ''}
          maxLength={500}
          onChange={event => set({ hub: event.target.value })}
        />
        {keep.error && <Notice tone="block">{keep.error.message}</Notice>}
        <Line>
          <NextStep
            type="submit"
            busy={keep.isPending}
            unavailable={draft.name.trim() === '' ? t('name-first') : undefined}
          >
            {t('keep')}
          </NextStep>
        </Line>
      </Stack>
    </form>
  )
}
