import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { siteLanguages } from '#features/site/model.ts'
import { isSlug } from '#kernel/slug.ts'
import { uploadPicture } from '#web/api/pictures.ts'
import { useAutosave } from '#web/autosave.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useLanguageChoices } from '#web/i18n/language-choices.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { GetLink } from '#web/kit/GetLink.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { MarkdownField } from '#web/kit/MarkdownField.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import {
  changePost,
  judgeMention,
  type PostChange,
  type PostDetail,
  postQuery,
  publishPost,
  withdrawPost,
} from './api.ts'
import './blog.css'

export function PostPage() {
  const { postId = '' }: { postId?: string } = useParams({ strict: false })
  const t = useText('blog')
  const { data, error, refetch } = useQuery(postQuery(postId))
  if (data) return <Editor key={postId} data={data} />
  return (
    <Page title={t('title')}>
      {error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />}
    </Page>
  )
}

function Editor({ data }: { data: PostDetail }) {
  const { post, mentions } = data
  const t = useText('blog')
  const languages = useLanguageChoices()
  const cache = useQueryClient()
  const kept = useAutosave<PostChange>(async change => {
    await changePost(post.id, change)
    await cache.invalidateQueries({ queryKey: ['posts'] })
  })
  const [content, setContent] = useState(post.content)
  const [tags, setTags] = useState(post.content.tags.join(', '))
  const [slug, setSlug] = useState(post.slug)
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    if (kept.version > 0) frame.current?.contentWindow?.location.reload()
  }, [kept.version])
  const set = (change: Partial<typeof content>) => {
    const next = { ...content, ...change }
    setContent(next)
    if (next.title.trim() !== '') kept.later({ content: next })
  }
  return (
    <Page
      title={content.title || t('title')}
      fill
      meta={
        <>
          {post.changed ? t('state.changed') : t(`state.${post.state}`)} · {t(`saving.${kept.state}`)}
        </>
      }
      actions={<Actions data={data} flush={kept.flush} />}
    >
      <div className="b-editor">
        <div className="b-fields">
          <Stack gap={4}>
            {kept.refused && <Notice tone="block">{kept.refused}</Notice>}
            <TextField
              label={t('field.title')}
              value={content.title}
              maxLength={160}
              error={content.title.trim() === '' ? t('title-first') : undefined}
              onChange={event => set({ title: event.target.value })}
            />
            <TextAreaField
              label={t('field.summary')}
              hint={t('hint.summary')}
              optional
              rows={2}
              maxLength={400}
              value={content.summary}
              onChange={event => set({ summary: event.target.value })}
            />
            <MarkdownField
              label={t('field.body')}
              hint={t('hint.body')}
              rows={18}
              maxLength={100_000}
              value={content.body}
              onChange={body => set({ body })}
              upload={uploadPicture}
            />
            <TextField
              label={t('field.tags')}
              hint={t('hint.tags')}
              optional
              value={tags}
              onChange={event => {
                setTags(event.target.value)
                const all = event.target.value.split(',').map(tag => tag.trim().slice(0, 40))
                set({ tags: [...new Set(all.filter(tag => tag !== ''))].slice(0, 12) })
              }}
            />
            <SelectField
              label={t('field.lang')}
              value={content.lang}
              choices={languages}
              onChange={event => set({ lang: siteLanguages.find(lang => lang === event.target.value) ?? 'en' })}
            />
            {post.state !== 'published' && (
              <TextField
                label={t('field.slug')}
                value={slug}
                maxLength={60}
                error={isSlug(slug) ? undefined : t('no-slug')}
                onChange={event => {
                  setSlug(event.target.value)
                  if (isSlug(event.target.value)) kept.later({ slug: event.target.value })
                }}
              />
            )}
            <Mentions mentions={mentions} />
          </Stack>
        </div>
        <iframe ref={frame} className="b-preview" title={t('preview')} src={`/preview/post/${post.id}`} />
      </div>
    </Page>
  )
}

function Actions({ data: { post }, flush }: { data: PostDetail; flush: () => Promise<void> }) {
  const t = useText('blog')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [at, setAt] = useState('')
  const [planning, setPlanning] = useState(false)
  const attempt = useMutation({
    mutationFn: async (work: () => Promise<unknown>) => {
      await flush()
      await work()
    },
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: ['posts'] }),
  })
  const publish = (when?: string) =>
    attempt.mutate(async () => {
      await publishPost(post.id, when)
      setPlanning(false)
      tell(when ? t('planned') : t('published'), () => attempt.mutate(() => withdrawPost(post.id)))
    })
  const remove = () =>
    attempt.mutate(async () => {
      await changePost(post.id, { removed: true })
      await navigate({ to: '/posts' })
      tell(t('removed', { title: post.content.title }), () =>
        attempt.mutate(() => changePost(post.id, { removed: false })),
      )
    })
  const isOut = post.state === 'published'
  const upToDate = isOut && !post.changed
  return (
    <>
      {isOut && (
        <a className="k-button" href={post.url} target="_blank" rel="noopener">
          {t('see')}
        </a>
      )}
      {isOut && <GetLink of={{ kind: 'link', to: { kind: 'post', id: post.id } }} />}
      {post.state === 'draft' ? (
        <Button look="quiet" onClick={remove}>
          {t('remove')}
        </Button>
      ) : (
        <Button onClick={() => attempt.mutate(() => withdrawPost(post.id))}>{t('withdraw')}</Button>
      )}
      {!isOut && (
        <Button look="quiet" onClick={() => setPlanning(!planning)}>
          {t('plan')}
        </Button>
      )}
      {planning && (
        <Line>
          <input
            className="k-input"
            type="datetime-local"
            aria-label={t('plan-at')}
            value={at}
            onChange={event => setAt(event.target.value)}
          />
          <Button
            onClick={() => publish(new Date(at).toISOString())}
            unavailable={at === '' || new Date(at) <= new Date() ? t('plan-first') : undefined}
          >
            {t('plan-do')}
          </Button>
        </Line>
      )}
      <NextStep onClick={() => publish()} busy={attempt.isPending} unavailable={upToDate ? t('up-to-date') : undefined}>
        {isOut ? t('publish-again') : t('publish')}
      </NextStep>
    </>
  )
}

function Mentions({ mentions }: { mentions: PostDetail['mentions'] }) {
  const t = useText('blog')
  const cache = useQueryClient()
  const judge = useMutation({
    mutationFn: ({ id, state }: { id: string; state: 'shown' | 'hidden' }) => judgeMention(id, state),
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: ['posts'] }),
  })
  if (mentions.length === 0) return null
  return (
    <section className="b-mentions">
      <h2>{t('mentions')}</h2>
      <ul>
        {mentions.map(mention => (
          <li key={mention.id}>
            <p>
              {mention.person ? (
                <Link to="/people/$personId" params={{ personId: mention.person }}>
                  <bdi>{mention.author}</bdi>
                </Link>
              ) : (
                <bdi>{mention.author}</bdi>
              )}{' '}
              {t(`kind.${mention.kind}`)}{' '}
              <span className="k-meta">
                <TimeAgo at={String(mention.at)} /> · {t(`mention.${mention.state}`)}
              </span>
            </p>
            {mention.words !== '' && <p className="b-words">{mention.words}</p>}
            <Line>
              <a href={mention.source} target="_blank" rel="noopener noreferrer">
                {t('source')}
              </a>
              <Button
                look="quiet"
                onClick={() => judge.mutate({ id: mention.id, state: mention.state === 'shown' ? 'hidden' : 'shown' })}
              >
                {mention.state === 'shown' ? t('hide') : t('show')}
              </Button>
            </Line>
          </li>
        ))}
      </ul>
    </section>
  )
}
