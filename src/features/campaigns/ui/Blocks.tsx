import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isSlug, slugFrom } from '#kernel/slug.ts'
import { uploadPicture } from '#web/api/pictures.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useLanguageChoices } from '#web/i18n/language-choices.ts'
import { SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Stack } from '#web/kit/Layout.tsx'
import { MarkdownField } from '#web/kit/MarkdownField.tsx'
import { type LandingContent, landingLanguages } from '../model.ts'
import type { PageView } from '../wire.ts'
import { formListsQuery } from './api.ts'
import { LinesField } from './LinesField.tsx'
import type { Draft, FieldName } from './use-draft.ts'

/** What the page says, block by block. Who answers and how fast is not among it: that comes from what really happens. */
export function Blocks({ draft, page }: { draft: Draft; page: PageView }) {
  const t = useText('campaigns')
  const { content, write } = draft
  const lists = useQuery(formListsQuery).data ?? []
  const languages = useLanguageChoices()
  const error = (field: FieldName) => {
    const problem = draft.problems[field]
    return problem && t(`problem.${problem}`)
  }
  const line = (field: 'heading' | 'contact', max: number) => (
    <TextField
      label={t(`field.${field}`)}
      hint={field === 'contact' ? t('hint.contact') : undefined}
      error={error(field)}
      maxLength={max}
      value={content[field]}
      onChange={event => write({ [field]: event.target.value })}
    />
  )
  const text = (field: 'lead' | 'greeting' | 'consent', max: number) => (
    <TextAreaField
      label={t(`field.${field}`)}
      hint={field === 'lead' ? undefined : t(`hint.${field}`)}
      error={error(field)}
      maxLength={max}
      value={content[field]}
      onChange={event => write({ [field]: event.target.value })}
    />
  )
  const lines = (field: 'why' | 'expect' | 'never') => (
    <LinesField
      label={t(`field.${field}`)}
      hint={t(`hint.${field}`)}
      error={error(field)}
      lines={content[field]}
      onWrite={all => write({ [field]: all })}
    />
  )
  return (
    <div className="pages-blocks">
      <Block title={t('block.top')}>
        {line('heading', 120)}
        {text('lead', 600)}
      </Block>
      <Block title={t('block.points')}>
        {lines('why')}
        {lines('expect')}
        {lines('never')}
      </Block>
      <Block title={t('block.text')}>
        <MarkdownField
          label={t('field.text')}
          hint={t('hint.text')}
          optional
          rows={8}
          maxLength={20_000}
          value={content.text ?? ''}
          onChange={text => write({ text })}
          upload={uploadPicture}
        />
      </Block>
      <Block title={t('block.chat')}>
        <p className="k-meta">{t('who-answers')}</p>
        {text('greeting', 300)}
        {text('consent', 600)}
        {line('contact', 200)}
      </Block>
      {(lists.length > 0 || content.subscribe) && (
        <Block title={t('block.subscribe')}>
          <SelectField
            label={t('field.subscribe')}
            hint={t('hint.subscribe')}
            choices={[{ value: '', label: t('no-list') }, ...lists.map(({ id, name }) => ({ value: id, label: name }))]}
            value={content.subscribe ?? ''}
            onChange={event => write({ subscribe: lists.find(list => list.id === event.target.value)?.id ?? null })}
          />
        </Block>
      )}
      <Block title={t('block.place')}>
        <TextField
          label={t('field.title')}
          hint={t('hint.title')}
          error={error('title')}
          maxLength={120}
          value={draft.title}
          onChange={event => draft.writeTitle(event.target.value)}
        />
        <TextField
          label={t('field.slug')}
          hint={`${page.url.slice(0, -page.slug.length)}${isSlug(draft.slug) ? draft.slug : page.slug}`}
          error={error('slug')}
          maxLength={60}
          spellCheck={false}
          dir="ltr"
          value={draft.slug}
          onChange={event => draft.writeSlug(event.target.value)}
          onBlur={() => {
            const mended = slugFrom(draft.slug)
            if (mended && mended !== draft.slug) draft.writeSlug(mended)
          }}
        />
        {page.publishedAt && <p className="k-meta">{t('hint.slug')}</p>}
        <SelectField
          label={t('field.lang')}
          hint={t('hint.lang')}
          choices={languages}
          value={content.lang}
          onChange={event => write({ lang: languageOf(event.target.value) })}
        />
      </Block>
    </div>
  )
}

const languageOf = (text: string): LandingContent['lang'] => landingLanguages.find(lang => lang === text) ?? 'en'

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="k-panel pages-block" aria-label={title}>
      <h2>{title}</h2>
      <Stack gap={4}>{children}</Stack>
    </section>
  )
}
