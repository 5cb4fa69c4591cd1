import { bytes, done, first, take, together, until } from './client.ts'
import type { On } from './ground.ts'

/** People, what they published, how they are told apart, and how far it has come with them. */
export async function callPeople(on: On) {
  const { api } = on
  const add = async (name: string, more: object = {}) =>
    (await take(api.POST('/api/v1/people', { body: { name, place: 'Bergen, Norway', ...more } }))).id
  const ana = await add('Ana Ruiz', { profiles: [{ address: 'https://github.com/anaruiz', headline: 'Night nurse' }] })
  const path = { id: ana }
  const query = { q: 'nurse', limit: 5 }
  await take(api.GET('/api/v1/people', { params: { query } }))
  await take(api.GET('/api/v1/people/facets', { params: { query: { q: 'nurse' } } }))
  await done(api.POST('/api/v1/people/tags', { body: { people: [ana], add: ['nights'] } }))
  await take(api.GET('/api/v1/people/tags'))
  const search = await take(
    api.POST('/api/v1/people/searches', { body: { name: 'Night nurses', search: { q: 'nurse' }, notify: false } }),
  )
  const searchPath = { search: search.id }
  await take(api.GET('/api/v1/people/searches'))
  await done(api.PATCH('/api/v1/people/searches/{search}', { params: { path: searchPath }, body: { notify: true } }))
  await done(api.POST('/api/v1/people/searches/{search}/seen', { params: { path: searchPath } }))
  await done(api.DELETE('/api/v1/people/searches/{search}', { params: { path: searchPath } }))
  await done(api.PATCH('/api/v1/people/{id}', { params: { path }, body: { timeZone: 'Europe/Oslo', language: 'no' } }))
  const profile = (
    await take(
      api.POST('/api/v1/people/{id}/profiles', { params: { path }, body: { address: 'https://ana.example/about' } }),
    )
  ).id
  const profilePath = { id: ana, profile }
  await done(
    api.PATCH('/api/v1/people/{id}/profiles/{profile}', {
      params: { path: profilePath },
      body: { headline: 'Nurse on nights' },
    }),
  )
  await take(
    api.POST('/api/v1/people/{id}/contacts', { params: { path }, body: { kind: 'email', value: 'ana@ruiz.example' } }),
  )
  const note = await take(
    api.POST('/api/v1/people/{id}/notes', { params: { path }, body: { text: 'Prefers to be asked on Fridays.' } }),
  )
  await done(
    api.PATCH('/api/v1/people/{id}/notes/{note}', {
      params: { path: { id: ana, note: note.id } },
      body: { text: 'Prefers Fridays.' },
    }),
  )
  const whole = await take(api.GET('/api/v1/people/{id}', { params: { path } }))
  const contact = first(whole.contacts, 'contact')
  await done(
    api.DELETE('/api/v1/people/{id}/contacts', { params: { path, query: { kind: contact.kind, key: contact.key } } }),
  )
  await done(api.DELETE('/api/v1/people/{id}/profiles/{profile}', { params: { path: profilePath } }))
  await take(api.GET('/api/v1/people/{id}/export', { params: { path } }))
  await together(callMoves(on), callActivity(on, ana), callRelationship(on, ana), callFit(on, ana), callImports(on))
  const gone = await add('Somebody Else')
  const optOut = { on: true, reason: 'Asked to be left alone.' }
  await done(api.PUT('/api/v1/people/{id}/do-not-contact', { params: { path: { id: gone } }, body: optOut }))
  await done(
    api.PUT('/api/v1/people/{id}/do-not-contact', { params: { path: { id: gone } }, body: { ...optOut, on: false } }),
  )
  await done(api.DELETE('/api/v1/people/{id}', { params: { path: { id: gone } } }))
  await take(api.POST('/api/v1/people/{id}/privacy-link', { params: { path } }))
  return { ana, per: await add('Per Moe'), una: await add('Una Vik') }
}

/** Two who may be one, made one and taken apart again; and two more who are asked about. */
async function callMoves({ api }: On) {
  const add = async (name: string, address?: string) =>
    (
      await take(
        api.POST('/api/v1/people', {
          body: { name, place: 'Tromsø, Norway', ...(address && { profiles: [{ address }] }) },
        }),
      )
    ).id
  const lea = await add('Lea Holm', 'https://leaholm.example/')
  const double = await add('Lea Holm Vik', 'https://github.com/leaholm')
  await add('Rosalind Featherstone')
  await add('Rosalynd Featherstone')
  await done(api.POST('/api/v1/review/look'))
  const path = { id: lea }
  const merged = await take(
    api.POST('/api/v1/people/{id}/merge', { params: { path }, body: { other: double, reason: 'One.' } }),
  )
  await take(api.POST('/api/v1/moves/{move}/undo', { params: { path: { move: merged.id } } }))
  await done(api.POST('/api/v1/people/{id}/merge', { params: { path }, body: { other: double } }))
  for (const address of ['https://gitlab.com/leaholm', 'https://holm.example/'])
    await done(api.POST('/api/v1/people/{id}/profiles', { params: { path }, body: { address } }))
  const { links } = await take(api.GET('/api/v1/people/{id}', { params: { path } }))
  const link = first(
    links.filter(each => each.move === null),
    'link',
  )
  await take(api.POST('/api/v1/links/{id}/undo', { params: { path: { id: link.id } } }))
  const { profiles } = await take(api.GET('/api/v1/people/{id}', { params: { path } }))
  const apart = first(profiles, 'profile')
  await take(
    api.POST('/api/v1/people/{id}/split', {
      params: { path },
      body: { profiles: [apart.id], name: 'Lea Holm Vik', reason: 'Two people after all.' },
    }),
  )
  const pair = await until('a pair that may be one', async () => {
    const { pairs } = await take(api.GET('/api/v1/review', { params: { query: { limit: 5 } } }))
    return pairs[0]
  })
  const ids = { left: pair.left, right: pair.right }
  await take(api.POST('/api/v1/review/decisions', { body: { ...ids, answer: 'different' } }))
  await done(api.DELETE('/api/v1/review/decisions', { params: { query: ids } }))
  await take(api.GET('/api/v1/review/learned'))
}

async function callActivity({ api, outside }: On, ana: string) {
  const path = { id: ana }
  await take(api.POST('/api/v1/people/{id}/feeds', { params: { path }, body: { url: outside.url } }))
  const feeds = await take(api.GET('/api/v1/people/{id}/feeds', { params: { path } }))
  const item = await until('the blog to be read', async () => {
    const { items } = await take(api.GET('/api/v1/people/{id}/activity', { params: { path } }))
    return items[0]
  })
  const feed = { feed: first(feeds.feeds, 'feed').id }
  await done(api.PATCH('/api/v1/feeds/{feed}', { params: { path: feed }, body: { change: 'pause' } }))
  await take(api.GET('/api/v1/people/{id}/activity/level', { params: { path } }))
  await take(api.GET('/api/v1/activity/{id}', { params: { path: { id: item.id } } }))
  const reading = await take(
    api.POST('/api/v1/activity/{id}/readings', { params: { path: { id: item.id } }, body: { visibleMs: 60_000 } }),
  )
  for (const dismissed of [true, false])
    await done(
      api.PATCH('/api/v1/readings/{reading}', { params: { path: { reading: reading.id } }, body: { dismissed } }),
    )
  const quote = await take(
    api.POST('/api/v1/activity/{id}/quotes', {
      params: { path: { id: item.id } },
      body: { text: 'the checklist belongs on the door' },
    }),
  )
  await done(api.DELETE('/api/v1/quotes/{quote}', { params: { path: { quote: quote.id } } }))
}

async function callRelationship({ api }: On, ana: string) {
  const path = { id: ana }
  await take(
    api.POST('/api/v1/people/{id}/touches', {
      params: { path },
      body: { kind: 'met', note: 'At the nurses’ day in Bergen.' },
    }),
  )
  await take(api.GET('/api/v1/people/{id}/touches', { params: { path } }))
  const moved = await take(
    api.PUT('/api/v1/people/{id}/relationship/stage', {
      params: { path },
      body: { stage: 'interested', reason: 'She asked about nights in Bergen.' },
    }),
  )
  await take(api.GET('/api/v1/people/{id}/relationship', { params: { path } }))
  await take(
    api.POST('/api/v1/people/{id}/relationship/moves/{move}/undo', {
      params: { path: { id: ana, move: moved.move ?? '' } },
    }),
  )
  await take(api.GET('/api/v1/people/{id}/contact', { params: { path } }))
}

async function callFit({ api }: On, ana: string) {
  const wanted = { name: 'Night nurse', title: 'Nurse', skills: ['Triage'], place: 'Bergen' }
  const made = await take(api.POST('/api/v1/wanted-profiles', { body: wanted }))
  await take(api.GET('/api/v1/wanted-profiles'))
  const path = { wanted: made.id }
  await done(api.PUT('/api/v1/wanted-profiles/{wanted}', { params: { path }, body: { ...wanted, km: 50 } }))
  await take(api.GET('/api/v1/people/{id}/fit/{wanted}', { params: { path: { id: ana, ...path } } }))
  await done(api.DELETE('/api/v1/wanted-profiles/{wanted}', { params: { path } }))
}

async function callImports(on: On) {
  const { api } = on
  const file = Buffer.from(
    'Full name,Email,Title\nTom Berg,tom@berg.example,Nurse\n,,\nKai Lund,not an address,Porter\n',
  )
  const upload = await take(api.POST('/api/v1/uploads', { body: { name: 'nurses.csv', size: file.length } }))
  const path = { id: upload.id }
  await done(
    api.PUT('/api/v1/uploads/{id}/chunks/{n}', { params: { path: { id: upload.id, n: 0 } }, body: file, ...bytes }),
  )
  await take(api.GET('/api/v1/uploads/{id}', { params: { path } }))
  await take(api.GET('/api/v1/uploads/{id}/preview', { params: { path } }))
  await take(api.POST('/api/v1/uploads/{id}/preview', { params: { path }, body: { mapping: { Title: 'headline' } } }))
  const begun = await take(api.POST('/api/v1/imports', { body: { upload: upload.id } }))
  const id = { id: begun.id }
  const settled = async (...states: string[]) =>
    until(`the import to be ${states}`, async () => {
      const { import: row } = await take(api.GET('/api/v1/imports/{id}', { params: { path: id } }))
      return states.includes(row.state)
    })
  await settled('done')
  const fetched = await take(api.POST('/api/v1/uploads/from-github', { body: { account: 'vera-lund' } }))
  await take(api.GET('/api/v1/uploads/{id}/preview', { params: { path: { id: fetched.id } } }))
  await take(api.GET('/api/v1/imports'))
  await done(api.GET('/api/v1/imports/{id}/rejects.csv', { params: { path: id }, parseAs: 'text' }))
  await take(api.POST('/api/v1/imports/{id}/undo', { params: { path: id } }))
  await settled('undone')
  await callStops(on)
}

/** An import long enough to be stopped on its way. */
async function callStops({ api }: On) {
  const lines = Array.from({ length: 3_000 }, (_, index) => `Nurse ${index},nurse${index}@ward.example`)
  const file = Buffer.from(['Full name,Email', ...lines].join('\n'))
  const upload = await take(api.POST('/api/v1/uploads', { body: { name: 'ward.csv', size: file.length } }))
  await done(
    api.PUT('/api/v1/uploads/{id}/chunks/{n}', { params: { path: { id: upload.id, n: 0 } }, body: file, ...bytes }),
  )
  const { id } = await take(api.POST('/api/v1/imports', { body: { upload: upload.id } }))
  const path = { id }
  await take(api.POST('/api/v1/imports/{id}/pause', { params: { path } }))
  await take(api.POST('/api/v1/imports/{id}/resume', { params: { path } }))
  await take(api.POST('/api/v1/imports/{id}/cancel', { params: { path } }))
}
