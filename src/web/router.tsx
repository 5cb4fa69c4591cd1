import { useQuery } from '@tanstack/react-query'
import type { AnyRoute } from '@tanstack/react-router'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useNavigate,
} from '@tanstack/react-router'
import { ApiError, fetchJson } from '#web/api/client.ts'
import { forgetAnswers } from '#web/api/kept-answers.ts'
import { meQuery } from '#web/api/me.ts'
import { queryClient } from '#web/api/queries.ts'
import { useText } from '#web/i18n/i18n.ts'
import { features } from './features.ts'
import { Frame } from './frame/Frame.tsx'
import { loadTexts } from './i18n/i18n.ts'
import { BarePage, Page } from './kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from './kit/States.tsx'
import { LiveProvider } from './live/LiveProvider.tsx'
import type { PageEntry } from './manifest.ts'

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

/** Everything with the frame stands behind this: who is not signed in goes to /sign-in and comes back afterwards. */
const signedInRoute = createRoute({
  id: 'signed-in',
  getParentRoute: () => rootRoute,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery)
    } catch (error) {
      if (error instanceof ApiError && error.status === 401)
        throw redirect({ to: '/sign-in', search: { next: location.href } })
      throw error
    }
  },
  loader: () =>
    Promise.all(
      features
        .filter(each => each.person || each.search || each.pages.some(page => page.rail))
        .map(each => loadTexts(each.feature)),
    ),
  component: SignedIn,
  errorComponent: ({ error }) => <CouldNotStart error={error} />,
})

function SignedIn() {
  const { data: me } = useQuery(meQuery)
  const signOut = async () => {
    await fetchJson('/api/v1/sign-out', { method: 'POST' })
    queryClient.clear()
    forgetAnswers()
    window.location.assign('/sign-in')
  }
  return (
    <LiveProvider>
      <Frame me={me ?? { name: '', email: '', workspace: '', live: null }} onSignOut={() => void signOut()}>
        <Outlet />
      </Frame>
    </LiveProvider>
  )
}

function toRoute(parent: AnyRoute, feature: string, page: PageEntry): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: lazyRouteComponent(async () => ({ Component: await page.load() }), 'Component'),
    loader: () => {
      page.ask?.()
      return loadTexts(feature)
    },
    ...(page.search ? { validateSearch: page.search } : {}),
    errorComponent: ({ error, reset }) => <PageFailed error={error} retry={reset} />,
  })
}

const pagesOf = (frame: 'full' | 'bare', parent: AnyRoute) =>
  features.flatMap(({ feature, pages }) =>
    pages.filter(page => (page.frame ?? 'full') === frame).map(page => toRoute(parent, feature, page)),
  )

/** Every component in every state; in development and in builds made with `--mode kit` only. */
const gallery =
  import.meta.env.DEV || import.meta.env.MODE === 'kit'
    ? [
        createRoute({
          getParentRoute: () => rootRoute,
          path: '/kit',
          component: lazyRouteComponent(() => import('./gallery/Gallery.tsx'), 'Gallery'),
        }),
      ]
    : []

const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren(pagesOf('full', signedInRoute)),
  ...pagesOf('bare', rootRoute),
  ...gallery,
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingComponent: Pending,
  scrollRestoration: true,
})

function Pending() {
  return (
    <div className="k-page-main">
      <RowSkeleton />
    </div>
  )
}

const detailOf = (error: unknown) => (error instanceof ApiError && error.code !== 'offline' ? error.message : undefined)

function PageFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useText('shell')
  return (
    <Page title={t('error.title')}>
      <ErrorState detail={detailOf(error)} onRetry={retry} />
    </Page>
  )
}

function CouldNotStart({ error }: { error: unknown }) {
  const t = useText('shell')
  return (
    <BarePage title={t('error.server')}>
      <ErrorState title={t('error.unreachable')} detail={detailOf(error)} onRetry={() => window.location.reload()} />
    </BarePage>
  )
}

function NotFound() {
  const t = useText('shell')
  const navigate = useNavigate()
  return (
    <BarePage title={t('not-found.title')}>
      <EmptyState title={t('not-found.words')}>
        <button type="button" className="k-button" onClick={() => void navigate({ to: '/' })}>
          {t('not-found.home')}
        </button>
      </EmptyState>
    </BarePage>
  )
}
