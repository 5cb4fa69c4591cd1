import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { NumberText, TimeAgo } from '#web/kit/Figures.tsx'
import { DataGrid, type GridColumn } from '#web/kit/grid/DataGrid.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { addPost, type PostView, postsQuery } from './api.ts'
import './blog.css'

export function PostsPage() {
  const t = useText('blog')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { data: posts, error, refetch } = useQuery(postsQuery)
  const [title, setTitle] = useState('')
  const make = useMutation({
    mutationFn: () => addPost(title.trim()),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: ['posts'] })
      await navigate({ to: '/posts/$postId', params: { postId: id } })
    },
  })
  const columns = useMemo(
    (): readonly GridColumn<PostView>[] => [
      {
        id: 'title',
        header: t('column.title'),
        width: 'minmax(220px, 2fr)',
        card: 'title',
        cell: post => <bdi>{post.content.title}</bdi>,
      },
      {
        id: 'state',
        header: t('column.state'),
        width: '170px',
        cell: post => (post.changed ? t('state.changed') : t(`state.${post.state}`)),
      },
      { id: 'author', header: t('column.author'), width: 'minmax(120px, 1fr)', cell: post => post.author.name },
      {
        id: 'at',
        header: t('column.at'),
        width: '130px',
        cell: post => <TimeAgo at={String(post.publishedAt ?? post.updatedAt)} />,
      },
      {
        id: 'mentions',
        header: t('column.mentions'),
        width: '100px',
        numeric: true,
        cell: post => <NumberText value={post.mentions} />,
      },
    ],
    [t],
  )
  return (
    <Page
      title={t('title')}
      fill
      meta={posts && t('count', { count: posts.length })}
      actions={
        <Link className="k-button" to="/posts/fediverse">
          {t('fediverse')}
        </Link>
      }
    >
      <form
        className="b-new"
        onSubmit={event => {
          event.preventDefault()
          if (title.trim() !== '') make.mutate()
        }}
      >
        <TextField
          label={t('new-title')}
          value={title}
          maxLength={160}
          onChange={event => setTitle(event.target.value)}
        />
        <NextStep type="submit" busy={make.isPending} unavailable={title.trim() === '' ? t('title-first') : undefined}>
          {t('begin')}
        </NextStep>
      </form>
      {make.error && <Notice tone="block">{make.error.message}</Notice>}
      {error && !posts && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!posts && !error && <RowSkeleton />}
      {posts?.length === 0 && <EmptyState title={t('empty')} />}
      {posts && posts.length > 0 && (
        <DataGrid
          label={t('title')}
          rows={posts}
          rowId={post => post.id}
          columns={columns}
          onOpen={post => void navigate({ to: '/posts/$postId', params: { postId: post.id } })}
        />
      )}
    </Page>
  )
}
