import { defined } from '#platform/routes.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { mailSettings } from '#tests/servers/list-mail.ts'
import { bytes, done, first, picture, take, together, until } from './client.ts'
import type { On } from './ground.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const day = (days: number) => inDays(days).slice(0, 10)

/** What draws people: site, lists, blog, landing pages, links and campaigns; and what leaves by webhook or as a file. */
export async function callPull(on: On, ana: string) {
  const { api } = on
  await take(api.GET('/api/v1/site'))
  await take(api.PATCH('/api/v1/site', { body: { name: 'Night jobs', tagline: 'For those who like the night' } }))
  await take(api.POST('/api/v1/site/markdown', { body: { text: 'The *calm* ward' } }))
  await take(api.POST('/api/v1/site/domain/check'))
  await together(
    callLists(on),
    callPosts(on),
    callPages(on).then(page => callCampaigns(on, ana, page)),
    callWebhooks(on),
    callExports(on),
  )
}

async function callExports({ api }: On) {
  await take(api.GET('/api/v1/export'))
  const text = { parseAs: 'text' } as const
  await done(api.GET('/api/v1/export/people', { params: { query: { format: 'csv' } }, ...text }))
  await done(api.GET('/api/v1/export/everything', text))
  await done(
    api.GET('/api/v1/export/entities/{entity}', {
      params: { path: { entity: 'campaign' }, query: { format: 'csv' } },
      ...text,
    }),
  )
}

async function callLists(on: On) {
  const { api, stranger, mail } = on
  await take(api.PUT('/api/v1/list-mail', { body: defined(mailSettings(mail.port)) }))
  await take(api.GET('/api/v1/list-mail'))
  await take(api.POST('/api/v1/list-mail/try'))
  await take(api.POST('/api/v1/list-mail/check'))
  const path = await take(
    api.POST('/api/v1/lists', {
      body: { name: 'Night shifts', lang: 'en', purpose: 'Night shifts, once a week.', consent: 'Yes, write to me.' },
    }),
  )
  await take(api.GET('/api/v1/lists'))
  await take(api.GET('/api/v1/lists/{id}', { params: { path } }))
  await take(api.PATCH('/api/v1/lists/{id}', { params: { path }, body: { interests: [{ id: 'icu', label: 'ICU' }] } }))
  await take(
    stranger.POST('/api/v1/lists/{id}/subscribe', {
      params: { path },
      body: { email: 'kai@lund.example', name: 'Kai', consent: true },
    }),
  )
  const csv = [
    'email,name,consent_at,wording,page',
    ...['liv', 'jon', 'eva'].map(
      name => `${name}@dahl.example,${name},2025-05-04T10:00:00Z,"Yes, write to me.",https://harbour.example/list`,
    ),
  ].join('\n')
  await take(api.POST('/api/v1/lists/{id}/import', { params: { path }, body: { csv } }))
  const { subscribers } = await take(
    api.GET('/api/v1/lists/{id}/subscribers', { params: { path, query: { state: 'confirmed' } } }),
  )
  const reader = { id: path.id, subscriber: first(subscribers, 'reader').id }
  await take(api.GET('/api/v1/lists/{id}/subscribers/{subscriber}', { params: { path: reader } }))
  await take(api.DELETE('/api/v1/lists/{id}/subscribers/{subscriber}', { params: { path: reader } }))
  await take(api.GET('/api/v1/lists/{id}/digest', { params: { path } }))
  await done(
    api.PATCH('/api/v1/lists/{id}/digest', {
      params: { path },
      body: { on: true, weekday: 2, hour: 9, timezone: 'Europe/Oslo' },
    }),
  )
  await callIssues(on, path)
  const raw = 'From: mailer@dahl.example\nSubject: hello\n\nNo report at all.\n'
  await take(api.POST('/api/v1/list-mail/reports', { body: { raw } }))
}

async function callIssues({ api, db }: On, list: { id: string }) {
  const begin = async () =>
    take(api.POST('/api/v1/lists/{id}/issues', { params: { path: list }, body: { subject: 'Three night shifts' } }))
  const path = await begin()
  await take(
    api.PATCH('/api/v1/issues/{id}', { params: { path }, body: { body: 'Three shifts, all with a break at three.' } }),
  )
  await take(api.GET('/api/v1/issues/{id}', { params: { path } }))
  await take(api.GET('/api/v1/issues/{id}/preview', { params: { path } }))
  await take(api.POST('/api/v1/issues/{id}/test', { params: { path }, body: { to: 'mara@kith.example' } }))
  await take(api.POST('/api/v1/issues/{id}/send', { params: { path }, body: {} }))
  const sent = () =>
    until('the issue to be sent', async () => {
      const { issue } = await take(api.GET('/api/v1/issues/{id}', { params: { path } }))
      return issue.state === 'sent'
    })
  await sent()
  // What only a crash of the sender leaves behind is written as it leaves it.
  await acrossWorkspaces(db, tx =>
    tx.updateTable('list_deliveries').set({ state: 6 }).where('issue_id', '=', path.id).execute(),
  )
  await take(api.POST('/api/v1/issues/{id}/send-unknown-again', { params: { path } }))
  await sent()
  await acrossWorkspaces(db, tx =>
    tx.updateTable('list_issues').set({ state: 'sending' }).where('issue_id', '=', path.id).execute(),
  )
  await take(api.POST('/api/v1/issues/{id}/pause', { params: { path } }))
  await take(api.POST('/api/v1/issues/{id}/resume', { params: { path } }))
  await take(api.DELETE('/api/v1/issues/{id}', { params: { path: await begin() } }))
}

async function callPosts({ api, outside, url }: On) {
  const path = await take(api.POST('/api/v1/posts', { body: { title: 'Is it only nights?' } }))
  await take(api.POST('/api/v1/posts/images', { body: picture, ...bytes }))
  const content = {
    title: 'Is it only nights?',
    summary: 'What we are asked most.',
    body: 'No. But the nights are where the calm is.',
    tags: ['nights'],
    lang: 'en' as const,
  }
  await done(api.PATCH('/api/v1/posts/{id}', { params: { path }, body: { content } }))
  await done(api.POST('/api/v1/posts/{id}/publish', { params: { path }, body: {} }))
  const { post } = await take(api.GET('/api/v1/posts/{id}', { params: { path } }))
  const told = await fetch(`${url}/webmention`, {
    method: 'POST',
    body: new URLSearchParams({ source: outside.answerTo(post.url), target: post.url }),
  })
  if (!told.ok) throw new Error(`webmention: ${told.status} ${await told.text()}`)
  const mention = await until('the mention to be proven', async () => {
    const { mentions } = await take(api.GET('/api/v1/posts/{id}', { params: { path } }))
    return mentions[0]?.id
  })
  await done(api.PUT('/api/v1/mentions/{mention}/state', { params: { path: { mention } }, body: { state: 'shown' } }))
  await take(api.GET('/api/v1/posts'))
  await done(api.POST('/api/v1/posts/{id}/withdraw', { params: { path } }))
  await take(api.GET('/api/v1/fediverse'))
  await take(api.PATCH('/api/v1/fediverse', { body: { sends: 'opening' } }))
  await take(api.POST('/api/v1/fediverse/blocks', { body: { pattern: 'spam.example' } }))
  await take(api.DELETE('/api/v1/fediverse/blocks/{pattern}', { params: { path: { pattern: 'spam.example' } } }))
}

async function callPages({ api }: On) {
  const path = await take(api.POST('/api/v1/pages', { body: { title: 'Nights in Bergen' } }))
  const { pages } = await take(api.GET('/api/v1/pages'))
  const { content } = first(
    pages.filter(each => each.id === path.id),
    'page',
  )
  const publish = (heading: string) =>
    take(
      api.PATCH('/api/v1/pages/{id}', {
        params: { path },
        body: { content: { ...content, heading, contact: 'mara@kith.example' }, published: true },
      }),
    )
  await publish('The calm of the night')
  await publish('The calm hours')
  const { versions } = await take(api.GET('/api/v1/pages/{id}/versions', { params: { path } }))
  await take(
    api.POST('/api/v1/pages/{id}/versions/{version}/restore', {
      params: { path: { id: path.id, version: first(versions, 'version').id } },
    }),
  )
  await take(
    api.PATCH('/api/v1/pages/{id}', {
      params: { path },
      body: { content: { ...content, heading: 'When the ward sleeps', contact: 'mara@kith.example' } },
    }),
  )
  await take(api.POST('/api/v1/pages/{id}/test', { params: { path } }))
  await take(api.GET('/api/v1/pages/{id}/test', { params: { path } }))
  await take(api.POST('/api/v1/pages/{id}/test/keep', { params: { path }, body: { keep: 'b' } }))
  await take(api.DELETE('/api/v1/pages/{id}', { params: { path } }))
  await take(api.POST('/api/v1/pages/{id}/restore', { params: { path } }))
  return path.id
}

async function callCampaigns({ api }: On, ana: string, page: string) {
  const path = await take(
    api.POST('/api/v1/campaigns', { body: { name: 'Nights in spring', aim: 'Two nurses for the ward.' } }),
  )
  await take(api.PATCH('/api/v1/campaigns/{id}', { params: { path }, body: { startsOn: day(-30), endsOn: day(60) } }))
  await take(
    api.PUT('/api/v1/campaigns/{id}/parts', {
      params: { path },
      body: { tool: 'blog', part: 'explain', note: 'What a night is like.' },
    }),
  )
  const cost = await take(
    api.POST('/api/v1/campaigns/{id}/costs', {
      params: { path },
      body: { what: 'A picture', amount: 40, currency: 'EUR' },
    }),
  )
  await take(api.GET('/api/v1/campaigns/{id}', { params: { path } }))
  await take(api.DELETE('/api/v1/campaigns/{id}/costs/{cost}', { params: { path: { id: path.id, cost: cost.id } } }))
  await take(api.GET('/api/v1/strategy', { params: { query: { from: day(-90), to: day(0) } } }))
  const link = await take(
    api.POST('/api/v1/sources', {
      body: { kind: 'link', to: { kind: 'page', id: page }, label: 'Card at the nurses’ day', campaign: path.id },
    }),
  )
  await take(api.GET('/api/v1/sources', { params: { query: { kind: 'link' } } }))
  await take(
    api.PATCH('/api/v1/sources/{id}', { params: { path: { id: link.id } }, body: { label: 'Card in Bergen' } }),
  )
  const query = { view: 'all', by: 'source', from: day(-90), to: day(0) } as const
  await take(api.GET('/api/v1/attribution', { params: { query } }))
  await take(api.GET('/api/v1/attribution/people', { params: { query: { ...query, milestone: 'chat' } } }))
  await take(api.GET('/api/v1/people/{id}/sources', { params: { path: { id: ana } } }))
}

async function callWebhooks({ api, outside }: On) {
  const made = await take(
    api.POST('/api/v1/webhooks', { body: { url: `${outside.url}/kith`, events: ['relationship.stage-moved'] } }),
  )
  const path = { webhook: made.id }
  await take(api.GET('/api/v1/webhooks'))
  await take(api.POST('/api/v1/webhooks/{webhook}/test', { params: { path } }))
  const delivery = await until('the delivery', async () => {
    const { deliveries } = await take(api.GET('/api/v1/webhooks/{webhook}/deliveries', { params: { path } }))
    return deliveries.find(each => each.state === 'delivered')?.id
  })
  await take(
    api.POST('/api/v1/webhooks/{webhook}/deliveries/{delivery}/again', { params: { path: { ...path, delivery } } }),
  )
  await take(api.POST('/api/v1/webhooks/{webhook}/secret', { params: { path } }))
  await take(api.PATCH('/api/v1/webhooks/{webhook}', { params: { path }, body: { active: false } }))
  await take(api.DELETE('/api/v1/webhooks/{webhook}', { params: { path } }))
}
