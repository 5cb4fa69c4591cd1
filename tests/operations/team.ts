import type { Api } from './client.ts'
import { done, first, take } from './client.ts'
import type { On } from './ground.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** What a team has among itself: teams, what is to do, whose contact somebody is, and who goes on with what. */
export async function callTeam({ api }: On, asBen: Api, ben: string) {
  const { id: rui } = await take(api.POST('/api/v1/people', { body: { name: 'Rui Alves' } }))
  const { user: mara } = await take(api.GET('/api/v1/me'))
  const { team } = await take(api.POST('/api/v1/teams', { body: { name: 'Nights', members: [mara.id, ben] } }))
  await done(api.PATCH('/api/v1/teams/{team}', { params: { path: { team } }, body: { name: 'Night shifts' } }))
  await take(api.GET('/api/v1/teams'))
  await take(api.GET('/api/v1/feed', { params: { query: { kind: 'all' } } }))
  const { id: todo } = await take(
    api.POST('/api/v1/todos', {
      body: { text: 'Ask Rui how the week went', dueOn: inDays(3).slice(0, 10), assignee: ben, person: rui },
    }),
  )
  await take(api.GET('/api/v1/todos', { params: { query: { whose: 'all', state: 'open' } } }))
  const change = (body: { done: boolean }) =>
    done(api.PATCH('/api/v1/todos/{todo}', { params: { path: { todo } }, body }))
  await change({ done: true })
  await change({ done: false })
  const path = { id: rui }
  await done(api.PATCH('/api/v1/people/{id}', { params: { path }, body: { owner: mara.id } }))
  await done(asBen.POST('/api/v1/people/{id}/take-overs', { params: { path } }))
  const { asked } = await take(api.GET('/api/v1/people/{id}/take-overs', { params: { path } }))
  await done(
    api.PUT('/api/v1/take-overs/{takeOver}/state', {
      params: { path: { takeOver: first(asked, 'question').id } },
      body: { state: 'granted' },
    }),
  )
  const of = { user: ben }
  await take(api.GET('/api/v1/team/{user}/hand-over', { params: { path: of } }))
  const { handOvers } = await take(
    api.POST('/api/v1/team/{user}/hand-over', {
      params: { path: of },
      body: { parts: [{ part: 'todos', to: [mara.id] }] },
    }),
  )
  await take(
    api.POST('/api/v1/hand-overs/{handOver}/undo', {
      params: { path: { handOver: first(handOvers, 'hand-over') } },
    }),
  )
}
