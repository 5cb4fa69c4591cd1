import { done, first, take } from './client.ts'
import type { On } from './ground.ts'

type People = { ana: string; per: string; una: string; ben: string }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const day = (days: number) => inDays(days).slice(0, 10)
const timezone = 'Europe/Oslo'

/** A form on a page that strangers see, sent as their browser sends it. */
async function send(address: string, form: FormData | URLSearchParams): Promise<string> {
  const answer = await fetch(address, {
    method: 'POST',
    body: form,
    headers: { 'user-agent': 'Mozilla/5.0 Firefox/140' },
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text.slice(0, 300)}`)
  return text
}

/** Groups, pools, openings, referrers and who knows whom. */
export async function callRecruiting(on: On, people: People) {
  await callGroups(on)
  await callPools(on, people)
  const opening = await callOpenings(on, people)
  await callReferrals(on, people, opening)
  await callNetwork(on, people)
}

async function callGroups({ api, outside }: On) {
  const place = await take(
    api.POST('/api/v1/groups', {
      body: { tool: 'forum', address: `${outside.url}/nights`, title: 'Night nurses of Bergen', rules: 'No adverts.' },
    }),
  )
  const path = place
  await take(api.GET('/api/v1/groups', { params: { query: { days: '28' } } }))
  await take(api.GET('/api/v1/groups/{id}', { params: { path } }))
  await take(api.PATCH('/api/v1/groups/{id}', { params: { path }, body: { settled: { jobs: 'forbidden' } } }))
  await take(api.PUT('/api/v1/groups/{id}/feed', { params: { path }, body: { url: outside.url } }))
  await take(api.POST('/api/v1/groups/time', { body: { group: place.id, readMs: 30_000, talkMs: 0 } }))
  const visit = await take(
    api.POST('/api/v1/groups/{id}/visits', {
      params: { path },
      body: { readMinutes: 10, posts: 1, answers: 1, note: 'Answered about the cold room.' },
    }),
  )
  await take(api.DELETE('/api/v1/groups/{id}/visits/{visit}', { params: { path: { id: place.id, visit: visit.id } } }))
}

async function callPools({ api }: On, { ana, per, ben }: People) {
  const path = await take(
    api.POST('/api/v1/pools', { body: { kind: 'static', name: 'Nights in Bergen', about: 'Who likes the night.' } }),
  )
  await take(api.GET('/api/v1/pools'))
  await take(api.GET('/api/v1/pools/{id}', { params: { path } }))
  await done(api.PATCH('/api/v1/pools/{id}', { params: { path }, body: { warmWeeks: 6 } }))
  await take(api.POST('/api/v1/pools/{id}/people', { params: { path }, body: { people: [ana, per] } }))
  await take(api.GET('/api/v1/pools/{id}/people', { params: { path } }))
  await take(api.GET('/api/v1/pools/{id}/stages', { params: { path } }))
  await take(api.GET('/api/v1/pools/{id}/health', { params: { path, query: { timezone } } }))
  await take(api.GET('/api/v1/pools/{id}/sharing', { params: { path } }))
  await done(api.PUT('/api/v1/pools/{id}/sharing', { params: { path }, body: { users: [ben] } }))
  const { removed } = await take(
    api.POST('/api/v1/pools/{id}/people/remove', { params: { path }, body: { people: [per] } }),
  )
  await done(api.POST('/api/v1/pools/{id}/people/restore', { params: { path }, body: { people: removed } }))
  await take(api.GET('/api/v1/pools/{id}/log', { params: { path } }))
  await done(api.GET('/api/v1/pools/{id}/export.csv', { params: { path }, parseAs: 'text' }))
  await done(api.GET('/api/v1/pools/{id}/export.vcf', { params: { path }, parseAs: 'text' }))
  await take(api.GET('/api/v1/people/{id}/pools', { params: { path: { id: ana } } }))
  const plan = { pool: path.id, people: [ana, per], action: 'keep-warm' as const, from: day(1) }
  await take(api.POST('/api/v1/plans/check', { body: plan }))
  await take(api.POST('/api/v1/plans', { body: plan }))
  await done(api.POST('/api/v1/plans/remove', { body: { people: [ana, per] } }))
  await take(api.GET('/api/v1/today', { params: { query: { timezone } } }))
  await take(api.GET('/api/v1/today/week/proposal', { params: { query: { timezone } } }))
  await done(api.POST('/api/v1/today/put-off', { body: { subject: ana, days: 2 } }))
  await done(api.DELETE('/api/v1/today/put-off/{subject}', { params: { path: { subject: ana } } }))
  await done(
    api.PUT('/api/v1/today/week', { body: { lines: [{ tool: 'blog', people: 3, place: 'Bergen', days: [1, 3] }] } }),
  )
}

async function callOpenings({ api, url }: On, { ana, per, una, ben }: People) {
  const path = await take(
    api.POST('/api/v1/openings', { body: { title: 'Night nurse', organisation: 'Harbour Clinic' } }),
  )
  await done(
    api.PATCH('/api/v1/openings/{id}', {
      params: { path },
      body: {
        description: 'You keep the ward calm at night, together with two others who know it well.',
        must: ['Nursing licence'],
        nice: ['Triage'],
        place: 'Bergen, Norway',
        pay: { min: 52_000, max: 58_000, currency: 'EUR', period: 'year' },
        form: true,
        team: [{ user: ben, part: 'interviewer' }],
      },
    }),
  )
  await done(api.PUT('/api/v1/openings/{id}/state', { params: { path }, body: { state: 'open' } }))
  await take(api.GET('/api/v1/openings'))
  await take(api.GET('/api/v1/openings/places', { params: { query: { start: 'Berg' } } }))
  const form = new FormData()
  for (const [name, value] of Object.entries({
    name: 'Tom Berg',
    email: 'tom@berg.example',
    message: 'Hello',
    consent: 'yes',
  }))
    form.set(name, value)
  form.set('resume', new File(['%PDF-1.4\n%%EOF\n'], 'tom.pdf', { type: 'application/pdf' }))
  const { opening, applications } = await take(api.GET('/api/v1/openings/{id}', { params: { path } }))
  await send(`${url}/jobs/${opening.slug}/apply`, form)
  const applied = await take(api.GET('/api/v1/openings/{id}', { params: { path } }))
  const application = first([...applied.applications, ...applications], 'application').id
  await done(
    api.GET('/api/v1/applications/{application}/resume', { params: { path: { application } }, parseAs: 'text' }),
  )
  await take(api.POST('/api/v1/openings/{id}/people', { params: { path }, body: { people: [ana, per, una] } }))
  await take(api.GET('/api/v1/openings/{id}/fits', { params: { path } }))
  await take(api.GET('/api/v1/openings/{id}/ranked', { params: { path, query: { limit: 5 } } }))
  await take(api.GET('/api/v1/people/{id}/openings', { params: { path: { id: ana } } }))
  const { cards } = await take(api.GET('/api/v1/openings/{id}/board', { params: { path } }))
  const of = {
    candidacy: first(
      cards.filter(each => each.person.id === ana),
      'card of Ana',
    ).candidacy,
  }
  await callCandidacy(api, of, ben)
  await take(api.GET('/api/v1/openings/{id}/medallists', { params: { path } }))
  return path.id
}

async function callCandidacy(api: On['api'], path: { candidacy: string }, ben: string) {
  await take(
    api.PUT('/api/v1/candidacies/{candidacy}/stage', {
      params: { path },
      body: { to: 'interview', reason: 'Wants to talk.' },
    }),
  )
  const { move } = await take(
    api.PUT('/api/v1/candidacies/{candidacy}/stage', { params: { path }, body: { to: 'offer', reason: 'Calm.' } }),
  )
  await take(api.POST('/api/v1/candidacies/{candidacy}/moves/{move}/undo', { params: { path: { ...path, move } } }))
  const considered = (on: boolean) =>
    done(api.PUT('/api/v1/candidacies/{candidacy}/considered', { params: { path }, body: { considered: on } }))
  await considered(false)
  await considered(true)
  await done(
    api.PUT('/api/v1/candidacies/{candidacy}/scorecard', {
      params: { path },
      body: { marks: [{ criterion: 'Nursing licence', mark: 4, words: 'Since 2015.' }], words: 'Calm and clear.' },
    }),
  )
  const note = await take(
    api.POST('/api/v1/candidacies/{candidacy}/notes', { params: { path }, body: { text: 'Prefers to begin in May.' } }),
  )
  await done(
    api.PATCH('/api/v1/candidacies/{candidacy}/notes/{note}', {
      params: { path: { ...path, note: note.id } },
      body: { removed: false },
    }),
  )
  const slot = await take(
    api.POST('/api/v1/candidacies/{candidacy}/interviews', {
      params: { path },
      body: { startsAt: inDays(2), minutes: 30, timezone, place: 'By video', interviewers: [ben] },
    }),
  )
  await take(
    api.POST('/api/v1/candidacies/{candidacy}/interviews/offer', { params: { path }, body: { timezone, keep: false } }),
  )
  const interview = { interview: slot.id }
  await take(api.PATCH('/api/v1/interviews/{interview}', { params: { path: interview }, body: { state: 'agreed' } }))
  await done(api.GET('/api/v1/interviews/{interview}/invite.ics', { params: { path: interview }, parseAs: 'text' }))
  await take(api.POST('/api/v1/me/calendar-link'))
  await done(api.DELETE('/api/v1/me/calendar-link'))
  await take(api.GET('/api/v1/candidacies/{candidacy}', { params: { path } }))
}

/** Per recommends a friend, who is asked, agrees and is hired; the reward is paid. */
async function callReferrals({ api }: On, { per }: People, opening: string) {
  await take(
    api.PUT('/api/v1/referral-terms', { body: { amount: 500, currency: 'EUR', afterDays: 0, validDays: 180 } }),
  )
  const made = await take(api.POST('/api/v1/referrers', { body: { person: per, kind: 'contact' } }))
  const page = await take(api.POST('/api/v1/referrers/{referrer}/link', { params: { path: { referrer: made.id } } }))
  const named = { name: 'Liv Dahl', email: 'liv@dahl.example', words: 'Ten winters on nights.', opening, sure: 'yes' }
  await send(page.url, new URLSearchParams(named))
  const found = async () =>
    first(
      (await take(api.GET('/api/v1/referrals'))).referrals.filter(each => each.email === named.email),
      'referral',
    )
  const path = { referral: (await found()).id }
  const asked = await take(api.POST('/api/v1/referrals/{referral}/ask', { params: { path } }))
  await send(asked.url, new URLSearchParams({ answer: 'yes', tell: 'yes' }))
  const { cards } = await take(api.GET('/api/v1/openings/{id}/board', { params: { path: { id: opening } } }))
  const { person } = await found()
  const card = first(
    cards.filter(each => each.person.id === person),
    'card of Liv',
  )
  await take(
    api.PUT('/api/v1/candidacies/{candidacy}/stage', {
      params: { path: { candidacy: card.candidacy } },
      body: { to: 'hired', reason: 'Begins in May.' },
    }),
  )
  await done(api.PUT('/api/v1/referrals/{referral}/paid', { params: { path }, body: { paid: true } }))
  await take(api.POST('/api/v1/referrals/{referral}/thanks', { params: { path }, body: { keep: false } }))
}

async function callNetwork({ api }: On, { ana, per, una }: People) {
  const path = { id: ana }
  await done(
    api.POST('/api/v1/people/{id}/ties', { params: { path }, body: { other: per, words: 'From the ward in Bergen.' } }),
  )
  await done(api.POST('/api/v1/people/{id}/ties', { params: { path }, body: { other: una, words: 'Neighbours.' } }))
  await done(api.DELETE('/api/v1/people/{id}/ties/{other}', { params: { path: { id: ana, other: una } } }))
  await take(api.GET('/api/v1/people/{id}/ties', { params: { path } }))
  await take(api.GET('/api/v1/people/{id}/paths', { params: { path } }))
  await take(api.GET('/api/v1/network'))
  const asked = await take(api.POST('/api/v1/introductions', { body: { via: ana, person: per, keep: true } }))
  await take(api.GET('/api/v1/introductions', { params: { query: { person: per } } }))
  const introduction = { introduction: asked.introduction ?? '' }
  await take(
    api.PUT('/api/v1/introductions/{introduction}/state', { params: { path: introduction }, body: { state: 'made' } }),
  )
  await done(api.DELETE('/api/v1/introductions/{introduction}', { params: { path: introduction } }))
  const kindness = await take(
    api.POST('/api/v1/people/{id}/kindnesses', {
      params: { path },
      body: { way: 'given', kind: 'answer', words: 'Sent the list for the cold room.' },
    }),
  )
  await take(api.GET('/api/v1/people/{id}/balance', { params: { path } }))
  await done(api.DELETE('/api/v1/kindnesses/{kindness}', { params: { path: { kindness: kindness.id } } }))
}
