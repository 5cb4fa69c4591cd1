import { createHmac } from 'node:crypto'
import { newId } from '#kernel/ids.ts'
import { bytes, done, first, picture, take, until } from './client.ts'
import type { On } from './ground.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const openEveryDay = Array.from({ length: 7 }, () => ({ from: '00:00', to: '23:59' }))

/** The chat on a page, from both sides. */
export async function callWebsiteChat(on: On, connection: string) {
  const { api, stranger } = on
  const { chat } = await take(api.GET('/api/v1/website-chat'))
  await take(api.PUT('/api/v1/website-chat/origins', { body: { origins: ['https://harbour.example'] } }))
  await take(
    api.PUT('/api/v1/website-chat/hours', { body: { hours: { timezone: 'Europe/Oslo', week: openEveryDay } } }),
  )
  await take(api.GET('/api/v1/website-chat/doors'))
  await take(api.PUT('/api/v1/website-chat/doors', { body: { connections: [connection] } }))
  const of = { chat }
  await take(stranger.GET('/api/v1/chat/{chat}', { params: { path: of } }))
  const consent = 'I agree that what I write is kept to answer me.'
  const { token } = await take(
    stranger.POST('/api/v1/chat/{chat}/visitors', {
      params: { path: of },
      body: { consent, name: 'Lea', tookMs: 9_000 },
    }),
  )
  const visitor = on.clientAs({ token })
  const key = newId()
  await take(
    visitor.POST('/api/v1/chat/{chat}/messages', {
      params: { path: of },
      body: { id: key, text: 'Is it only nights?' },
    }),
  )
  await take(
    visitor.POST('/api/v1/chat/{chat}/messages/{key}', {
      params: { path: { chat, key } },
      body: { kind: 'edit', id: newId(), text: 'Is it only night shifts?' },
    }),
  )
  await take(
    visitor.POST('/api/v1/chat/{chat}/files', {
      params: { path: of, query: { id: newId(), name: 'ward.png' } },
      body: picture,
      ...bytes,
    }),
  )
  await take(
    visitor.POST('/api/v1/chat/{chat}/address', { params: { path: of }, body: { email: 'lea@harbour.example' } }),
  )
  const { messages } = await take(visitor.GET('/api/v1/chat/{chat}/messages', { params: { path: of } }))
  const sent = first(
    messages.filter(each => each.files.length > 0),
    'file',
  )
  const file = { id: sent.id, index: 0 }
  const binary = { parseAs: 'arrayBuffer' } as const
  await done(
    visitor.GET('/api/v1/chat/{chat}/messages/{id}/files/{index}', { params: { path: { chat, ...file } }, ...binary }),
  )
  await done(
    visitor.GET('/api/v1/chat/{chat}/messages/{id}/files/{index}/preview', {
      params: { path: { chat, ...file } },
      ...binary,
    }),
  )
  await done(api.GET('/api/v1/messages/{id}/files/{index}', { params: { path: file }, ...binary }))
  await done(api.GET('/api/v1/messages/{id}/files/{index}/preview', { params: { path: file }, ...binary }))
  const { doors } = await take(visitor.GET('/api/v1/chat/{chat}/doors', { params: { path: of } }))
  const door = first(doors, 'door').connection
  await take(
    visitor.POST('/api/v1/chat/{chat}/doors', {
      params: { path: of },
      body: { connection: door, subject: 'Night shifts', text: 'Hello, I come from your page. My code is {code}' },
    }),
  )
  await callIdentity(on, chat)
  await callChatRooms(on, chat, visitor)
}

async function callIdentity({ api, stranger }: On, chat: string) {
  const made = await take(api.POST('/api/v1/website-chat/keys', { body: { algorithm: 'HS256' } }))
  const claims = { aud: chat, sub: 'user-7', exp: Math.floor(Date.now() / 1_000) + 300, name: 'Ana Ruiz' }
  const signed = `${part({ alg: 'HS256', kid: made.id, typ: 'JWT' })}.${part(claims)}`
  const mac = createHmac('sha256', made.secret ?? '')
    .update(signed)
    .digest('base64url')
  await take(
    stranger.POST('/api/v1/chat/{chat}/identity', {
      params: { path: { chat } },
      body: { identity: `${signed}.${mac}` },
    }),
  )
  await take(api.GET('/api/v1/website-chat/keys'))
  await take(api.DELETE('/api/v1/website-chat/keys/{id}', { params: { path: { id: made.id } } }))
}

async function callChatRooms({ api }: On, chat: string, visitor: On['api']) {
  const made = await take(
    api.POST('/api/v1/website-chat/rooms', {
      body: { title: 'Night talk', norms: 'Be kind. No adverts.', page: null },
    }),
  )
  const { rooms } = await take(api.GET('/api/v1/website-chat/rooms'))
  const room = first(rooms, 'room').id
  const path = { chat, room }
  await take(visitor.POST('/api/v1/chat/{chat}/rooms/{room}/join', { params: { path }, body: { name: 'Lea' } }))
  await take(
    visitor.POST('/api/v1/chat/{chat}/rooms/{room}/messages', {
      params: { path },
      body: { id: newId(), text: 'Hi all' },
    }),
  )
  await take(visitor.GET('/api/v1/chat/{chat}/rooms/{room}', { params: { path } }))
  const member = await until('Lea in the room', async () => {
    const { members } = await take(
      api.GET('/api/v1/conversations/{id}/room', { params: { path: { id: made.conversation } } }),
    )
    return members.find(each => !each.us && each.address !== null)
  })
  await take(
    api.PUT('/api/v1/conversations/{id}/room/members', {
      params: { path: { id: made.conversation } },
      body: { visitor: member.address ?? '', removed: false },
    }),
  )
  await take(visitor.POST('/api/v1/chat/{chat}/rooms/{room}/leave', { params: { path } }))
  await take(api.PATCH('/api/v1/website-chat/rooms/{id}', { params: { path: { id: room } }, body: { open: false } }))
}
