import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, api, take } from '#web/api/client.ts'
import type { paths } from '#web/api.generated.ts'
import { type Text, useText } from '#web/i18n/i18n.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never
export type WebhookView = Answer<'/api/v1/webhooks'>['webhooks'][number]
export type DeliveryView = Answer<'/api/v1/webhooks/{webhook}/deliveries'>['deliveries'][number]

const lookAgainMs = 3_000

/** Looks again while something is on its way: what comes back may stop the webhook. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => take(api.GET('/api/v1/webhooks')),
  refetchInterval: query =>
    query.state.data?.webhooks.some(({ active, waiting }) => active && waiting > 0) ? lookAgainMs : false,
})

/** Looks again while something is on its way. */
export const deliveriesQuery = (webhook: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', webhook, 'deliveries'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/webhooks/{webhook}/deliveries', {
          params: { path: { webhook }, query: pageParam ? { before: pageParam } : {} },
        }),
      ),
    getNextPageParam: page => page.next ?? undefined,
    refetchInterval: query =>
      query.state.data?.pages.some(page => page.deliveries.some(({ state }) => state === 'waiting'))
        ? lookAgainMs
        : false,
  })

export function refusalWords(t: Text, error: unknown): string {
  if (!(error instanceof ApiError)) return t('refused.unknown')
  const words = t(`refused.${error.code}`)
  return words === `refused.${error.code}` ? error.message : words
}

/** One request of a button or form; afterwards everything shown of webhooks is asked for again. */
export function useRequest<Value, Input = void>(work: (input: Input) => Promise<Value>, then?: (value: Value) => void) {
  const t = useText('webhooks')
  const cache = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: work,
    onSuccess: async value => {
      await cache.invalidateQueries({ queryKey: webhooksQuery.queryKey })
      then?.(value)
    },
  })
  return {
    busy: isPending,
    refused: error === null ? undefined : refusalWords(t, error),
    run: (input: Input) => {
      if (!isPending) mutate(input)
    },
  }
}
