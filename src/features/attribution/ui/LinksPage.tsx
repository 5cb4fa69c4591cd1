import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { isToolId, type ToolId, toolIds } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { NumberText } from '#web/kit/Figures.tsx'
import { LinkToCopy } from '#web/kit/GetLink.tsx'
import { DataGrid, type GridColumn } from '#web/kit/grid/DataGrid.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { SourceWire } from '../wire.ts'
import { toolWord } from './people-words.ts'
import { attributionKey, changeLink, makeLink, sourcesQuery, strategyQuery } from './queries.ts'
import './attribution.css'

/** Every link that was handed out, and every thing of ours that people come by. */
export function LinksPage() {
  const t = useText('attribution')
  const { data: sources, error, refetch } = useQuery(sourcesQuery(false))
  const [opened, setOpened] = useState<SourceWire>()
  const [making, setMaking] = useState(false)
  const columns = useMemo(
    (): readonly GridColumn<SourceWire>[] => [
      {
        id: 'label',
        header: t('links.label'),
        width: 'minmax(220px, 2fr)',
        card: 'title',
        cell: one => (
          <span className="at-row-start">
            {isToolId(one.tool) && <ToolMark tool={one.tool} />}
            <bdi>{one.label}</bdi>
          </span>
        ),
      },
      { id: 'kind', header: t('by.kind'), width: '130px', cell: one => t(`kind.${one.kind}`) },
      { id: 'code', header: t('links.code'), width: 'minmax(110px, 1fr)', cell: one => <bdi>{one.code}</bdi> },
      {
        id: 'campaign',
        header: t('by.campaign'),
        width: 'minmax(120px, 1fr)',
        card: 'hidden',
        cell: one => one.campaign && <bdi>{one.campaign.name}</bdi>,
      },
      {
        id: 'visits',
        header: t('visits'),
        width: '90px',
        numeric: true,
        cell: one => <NumberText value={one.visits} />,
      },
      {
        id: 'people',
        header: t('milestone.lead'),
        width: '90px',
        numeric: true,
        cell: one => <NumberText value={one.people} />,
      },
    ],
    [t],
  )
  return (
    <Page
      title={t('links.title')}
      fill
      meta={sources && t('links.count', { count: sources.length })}
      actions={sources && sources.length > 0 && <Button onClick={() => setMaking(true)}>{t('links.new')}</Button>}
    >
      {error && !sources && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!sources && !error && <RowSkeleton />}
      {sources?.length === 0 && (
        <EmptyState title={t('links.empty')}>
          <NextStep onClick={() => setMaking(true)}>{t('links.new')}</NextStep>
        </EmptyState>
      )}
      {sources && sources.length > 0 && (
        <DataGrid label={t('links.title')} rows={sources} rowId={one => one.id} columns={columns} onOpen={setOpened} />
      )}
      {opened && <LinkSheet key={opened.id} source={opened} onClose={() => setOpened(undefined)} />}
      {making && <NewLink onClose={() => setMaking(false)} />}
    </Page>
  )
}

function LinkSheet({ source, onClose }: { source: SourceWire; onClose: () => void }) {
  const t = useText('attribution')
  const cache = useQueryClient()
  const { data: strategy } = useQuery(strategyQuery)
  const [label, setLabel] = useState(source.label)
  const [code, setCode] = useState(source.code)
  const [campaign, setCampaign] = useState(source.campaign?.id ?? '')
  const fresh = () => cache.invalidateQueries({ queryKey: attributionKey })
  const chosen = strategy?.campaigns.find(one => one.id === campaign)?.id ?? null
  const save = useMutation({
    mutationFn: () =>
      changeLink(source.id, {
        campaign: chosen,
        ...(source.automatic ? {} : { label: label.trim(), code: code.trim().toLowerCase() }),
      }),
    onSuccess: onClose,
    onSettled: fresh,
  })
  const archive = useMutation({
    mutationFn: (archived: boolean) => changeLink(source.id, { archived }),
    onError: error => tell(error.message),
    onSettled: fresh,
  })
  const missing = label.trim() === '' || code.trim().length < 2 ? t('links.fill') : undefined
  return (
    <Sheet title={source.label} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!missing) save.mutate()
        }}
      >
        <Stack gap={4}>
          <LinkToCopy url={source.url} />
          <p className="k-meta">
            {t('links.leads-to')} <bdi className="at-address">{source.leadsTo}</bdi>
          </p>
          {source.automatic ? (
            <p className="k-meta">{t('links.automatic')}</p>
          ) : (
            <>
              <TextField
                label={t('links.label')}
                value={label}
                maxLength={200}
                onChange={event => setLabel(event.target.value)}
              />
              <TextField
                label={t('links.code')}
                hint={t('links.code-hint')}
                value={code}
                maxLength={40}
                onChange={event => setCode(event.target.value)}
              />
            </>
          )}
          <SelectField
            label={t('by.campaign')}
            value={campaign}
            choices={[
              { value: '', label: t('nobody.campaign') },
              ...(strategy?.campaigns ?? []).map(one => ({ value: one.id, label: one.name })),
            ]}
            onChange={event => setCampaign(event.target.value)}
          />
          {save.error && <Notice tone="block">{save.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={save.isPending} unavailable={missing}>
              {t('save')}
            </NextStep>
            {!source.automatic && (
              <Button
                look="quiet"
                onClick={() => {
                  archive.mutate(true)
                  onClose()
                  tell(t('links.archived', { name: source.label }), () => archive.mutate(false))
                }}
              >
                {t('campaign.archive')}
              </Button>
            )}
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}

function NewLink({ onClose }: { onClose: () => void }) {
  const t = useText('attribution')
  const cache = useQueryClient()
  const [label, setLabel] = useState('')
  const [target, setTarget] = useState('/jobs')
  const [code, setCode] = useState('')
  const [tool, setTool] = useState<ToolId>('forum')
  const make = useMutation({
    mutationFn: () =>
      makeLink({
        kind: 'link',
        tool,
        target: target.trim(),
        label: label.trim(),
        ...(code.trim() === '' ? {} : { code: code.trim() }),
      }),
    onSettled: () => cache.invalidateQueries({ queryKey: attributionKey }),
  })
  const missing = label.trim() === '' || target.trim() === '' ? t('links.fill') : undefined
  return (
    <Sheet title={t('links.new')} onClose={onClose}>
      {make.data ? (
        <LinkToCopy url={make.data.url} />
      ) : (
        <form
          onSubmit={event => {
            event.preventDefault()
            if (!missing) make.mutate()
          }}
        >
          <Stack gap={4}>
            <TextField
              label={t('links.label')}
              hint={t('links.label-hint')}
              value={label}
              maxLength={200}
              autoFocus
              onChange={event => setLabel(event.target.value)}
            />
            <TextField
              label={t('links.leads-to')}
              hint={t('links.target-hint')}
              value={target}
              maxLength={1000}
              onChange={event => setTarget(event.target.value)}
            />
            <SelectField
              label={t('by.tool')}
              value={tool}
              choices={toolIds.map(id => ({ value: id, label: toolWord(id) }))}
              onChange={event => isToolId(event.target.value) && setTool(event.target.value)}
            />
            <TextField
              label={t('links.code')}
              hint={t('links.code-hint')}
              optional
              value={code}
              maxLength={40}
              onChange={event => setCode(event.target.value)}
            />
            {make.error && <Notice tone="block">{make.error.message}</Notice>}
            <Line>
              <NextStep type="submit" busy={make.isPending} unavailable={missing}>
                {t('links.make')}
              </NextStep>
              <Button look="quiet" onClick={onClose}>
                {t('cancel')}
              </Button>
            </Line>
          </Stack>
        </form>
      )}
    </Sheet>
  )
}
