import { type MessageId, newId } from '#kernel/ids.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { xmppStranger } from '#tests/servers/xmpp-stranger.ts'
import { type Api, bytes, done, first, picture, take, until } from './client.ts'
import type { On } from './ground.ts'

/** As Kith writes it to a recruiter's own phone. */
const codeIsIn = /<body[^>]*>[^<]*?\b([a-z2-9]{4}-[a-z2-9]{4})\b/
const overrideReason = 'A test of the wire, not of manners.'
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const month = () => new Date().toISOString().slice(0, 7)

/** Networks, threads and everything that is done in them. The stranger is a person with another client on a real server. */
export async function callConversations(on: On, asBen: Api, ana: string) {
  const { api, xmpp } = on
  await take(api.GET('/api/v1/connectors'))
  const { stranger } = xmpp
  const connection = await connect(on, { tool: 'xmpp', label: 'Jabber', values: xmpp.account.values })
  await stranger.say('Hi Mara, are you the one with the night shifts?')
  const conversation = await until('the stranger’s message', async () => {
    const { conversations } = await take(api.GET('/api/v1/conversations', { params: { query: { view: 'requests' } } }))
    return conversations.find(each => each.connection === connection)?.id
  })
  const path = { id: conversation }
  await take(api.GET('/api/v1/conversations/{id}', { params: { path } }))
  await take(api.POST('/api/v1/conversations', { body: { connection, address: 'someone@localhost' } }))
  await take(api.POST('/api/v1/conversations/{id}/person', { params: { path }, body: { person: ana } }))
  await take(api.PATCH('/api/v1/conversations/{id}', { params: { path }, body: { unread: true } }))
  await take(api.POST('/api/v1/conversations/{id}/read', { params: { path } }))
  await take(
    api.POST('/api/v1/conversations/changes', {
      body: { changes: [{ conversations: [conversation], change: { done: false } }] },
    }),
  )
  await take(api.GET('/api/v1/presence', { params: { query: { timezone: 'Europe/Oslo' } } }))
  await take(api.GET('/api/v1/conversations/{id}/context', { params: { path } }))
  await take(api.POST('/api/v1/conversations/{id}/assess', { params: { path }, body: { text: 'Hi Sam, Mara here.' } }))
  await take(
    api.POST('/api/v1/conversations/{id}/blocked', {
      params: { path },
      body: { text: 'We are hiring night nurses in Bergen, 52,000 a year. Are you looking for a new job?' },
    }),
  )
  await take(api.PUT('/api/v1/conversations/{id}/draft', { params: { path }, body: { text: 'Hi Sam' } }))
  await take(api.POST('/api/v1/conversations/{id}/typing', { params: { path }, body: { on: true } }))
  await take(api.POST('/api/v1/conversations/{id}/writing', { params: { path }, body: { on: true } }))
  const { messages: heard } = await take(api.GET('/api/v1/conversations/{id}/messages', { params: { path } }))
  const { person } = first(heard, 'message')
  const of = { id: person ?? ana }
  await take(api.GET('/api/v1/people/{id}/conversations', { params: { path: of } }))
  await take(api.GET('/api/v1/people/{id}/channels', { params: { path: of, query: { timezone: 'Europe/Oslo' } } }))
  await take(api.GET('/api/v1/people/{id}/messages', { params: { path: of } }))
  await callMessages(on, conversation, connection)
  await callNotesAndReplies(on, conversation, asBen)
  await callLater(on, conversation)
  await callFiles(on, conversation)
  await callQuestions(on, conversation, asBen)
  await callByHand(on, ana)
  await callAssistant(on, conversation)
  await callRooms(on, connection)
  await callReach(on, connection)
  await callOtherConnections(on)
  await take(api.GET('/api/v1/search', { params: { query: { q: 'night' } } }))
  return { connection, conversation }
}

async function connect(
  { api }: On,
  body: { tool: 'xmpp' | 'whatsapp'; label: string; values: Record<string, string> },
) {
  await take(api.POST('/api/v1/connections/test', { body: { tool: body.tool, values: body.values } }))
  const { id } = await take(api.POST('/api/v1/connections', { body }))
  await until(`${body.tool} to be connected`, async () => {
    const { connections } = await take(api.GET('/api/v1/connections'))
    return connections.some(each => each.id === id && each.state === 'connected')
  })
  return id
}

async function callMessages({ api, db, xmpp }: On, conversation: string, connection: string) {
  const path = { id: conversation }
  const send = async (text: string): Promise<MessageId> => {
    const id = newId<'Message'>()
    await take(
      api.POST('/api/v1/conversations/{id}/messages', { params: { path }, body: { id, text, overrideReason } }),
    )
    return id
  }
  const arrived = (id: string) =>
    until(`the message to leave`, async () => {
      const { messages } = await take(api.GET('/api/v1/conversations/{id}/messages', { params: { path } }))
      const found = messages.find(each => each.id === id)
      return found !== undefined && ['accepted', 'delivered', 'read'].includes(found.delivery) && found
    })
  const sent = await send('Hi Sam, Mara here. I recruit for a ward in Bergen; what is your night like?')
  await xmpp.stranger.waitToHear('Hi Sam, Mara here. I recruit for a ward in Bergen; what is your night like?')
  await arrived(sent)
  const change = newId()
  await take(
    api.POST('/api/v1/messages/{id}/changes', {
      params: { path: { id: sent } },
      body: { kind: 'edit', id: change, text: 'Hi Sam, Mara here, I recruit. What is your night like?' },
    }),
  )
  await until('the correction to arrive', async () => {
    const { versions } = await take(api.GET('/api/v1/messages/{id}/versions', { params: { path: { id: sent } } }))
    return versions.length > 0
  })
  const pause = (paused: boolean) =>
    take(api.PATCH('/api/v1/connections/{id}', { params: { path: { id: connection } }, body: { paused } }))
  await pause(true)
  const held = await send('One moment')
  await take(api.DELETE('/api/v1/messages/{id}', { params: { path: { id: held } } }))
  await pause(false)
  // What only a crash or a cut leaves behind is written as it leaves it.
  const doubtful = await send('Are you there?')
  await arrived(doubtful)
  const gap = await send('Good night')
  await arrived(gap)
  await acrossWorkspaces(db, async tx => {
    await tx.updateTable('messages').set({ delivery: 'unknown' }).where('message_id', '=', doubtful).execute()
    await tx.updateTable('message_changes').set({ state: 'unknown' }).where('change_id', '=', change).execute()
    const detail = JSON.stringify({ from: inDays(-2), to: inDays(-1) })
    await tx.updateTable('messages').set({ kind: 'gap', detail }).where('message_id', '=', gap).execute()
  })
  await take(
    api.POST('/api/v1/messages/{id}/resolve', { params: { path: { id: doubtful } }, body: { decision: 'arrived' } }),
  )
  await take(
    api.POST('/api/v1/changes/{id}/resolve', { params: { path: { id: change } }, body: { decision: 'leave' } }),
  )
  await take(api.POST('/api/v1/messages/{id}/fill', { params: { path: { id: gap } } }))
}

async function callNotesAndReplies({ api }: On, conversation: string, asBen: Api) {
  const path = { id: conversation }
  const label = await take(api.POST('/api/v1/labels', { body: { name: 'Nights', colour: 'teal' } }))
  await take(api.GET('/api/v1/labels'))
  await take(api.PATCH('/api/v1/labels/{id}', { params: { path: label }, body: { name: 'Night shifts' } }))
  const me = await take(api.GET('/api/v1/me'))
  const note = newId()
  await take(
    asBen.POST('/api/v1/conversations/{id}/notes', {
      params: { path },
      body: { id: note, text: '@Mara, I know Sam from Bergen.', mentions: [me.user.id] },
    }),
  )
  await take(api.GET('/api/v1/conversations/{id}/notes', { params: { path } }))
  await take(api.GET('/api/v1/notices'))
  await take(api.POST('/api/v1/notices/seen', { body: { conversation } }))
  await take(asBen.PATCH('/api/v1/thread-notes/{id}', { params: { path: { id: note } }, body: { removed: true } }))
  const reply = await take(
    api.POST('/api/v1/saved-replies', { body: { name: 'Thanks', text: 'Thank you, {{first name}}.' } }),
  )
  await take(api.GET('/api/v1/saved-replies'))
  await take(api.PATCH('/api/v1/saved-replies/{id}', { params: { path: reply }, body: { name: 'Thank you' } }))
  await take(
    api.POST('/api/v1/saved-replies/{id}/fill', { params: { path: reply }, body: { conversation, values: {} } }),
  )
}

async function callLater({ api }: On, conversation: string) {
  const path = { id: conversation }
  const text = 'Good morning, how was the night?'
  const plan = async () =>
    (
      await take(
        api.POST('/api/v1/conversations/{id}/later', {
          params: { path },
          body: { id: newId(), text, sendAt: inDays(10) },
        }),
      )
    ).id
  const one = { id: await plan() }
  await take(api.GET('/api/v1/conversations/{id}/later', { params: { path } }))
  await take(api.PATCH('/api/v1/later/{id}', { params: { path: one }, body: { sendAt: inDays(11) } }))
  await take(api.DELETE('/api/v1/later/{id}', { params: { path: one } }))
  await take(api.POST('/api/v1/later/{id}/send', { params: { path: { id: await plan() } } }))
}

async function callFiles({ api }: On, conversation: string) {
  const path = { id: conversation }
  const keep = async (name: string) =>
    (
      await take(
        api.POST('/api/v1/conversations/{id}/files', {
          params: { path, query: { id: newId(), name } },
          body: picture,
          ...bytes,
        }),
      )
    ).id
  await keep('ward.png')
  await take(api.POST('/api/v1/conversations/{id}/files/move', { params: { path }, body: { to: conversation } }))
  await take(api.DELETE('/api/v1/files/{id}', { params: { path: { id: await keep('door.png') } } }))
}

async function callQuestions({ api }: On, conversation: string, asBen: Api) {
  const path = { id: conversation }
  const text = 'We have an opening for a night nurse in Bergen, 52,000 a year. Are you looking for a new job?'
  await take(asBen.POST('/api/v1/conversations/{id}/questions', { params: { path }, body: { text } }))
  await take(asBen.GET('/api/v1/conversations/{id}/questions', { params: { path } }))
  const { questions } = await take(api.GET('/api/v1/questions'))
  const answered = { id: first(questions, 'question').id }
  await take(
    api.POST('/api/v1/questions/{id}/answer', {
      params: { path: answered },
      body: { yes: false, reason: 'Ask about their night first.' },
    }),
  )
  const query = { from: month(), to: month() }
  await take(api.GET('/api/v1/overrides', { params: { query } }))
  await take(api.GET('/api/v1/overrides/months', { params: { query } }))
  await done(api.GET('/api/v1/overrides.csv', { params: { query }, parseAs: 'text' }))
}

async function callByHand({ api }: On, ana: string) {
  const text = 'Your list for the cold room is on our door now. Thank you for writing it down.'
  const blog = { address: 'https://ana-writes.example/', tool: 'blog' } as const
  await done(api.POST('/api/v1/people/{id}/profiles', { params: { path: { id: ana } }, body: blog }))
  const comment = { person: ana, tool: 'blog', surface: 'public', action: 'comment', text } as const
  await take(api.POST('/api/v1/hand-offs/check', { body: comment }))
  await take(api.POST('/api/v1/hand-offs', { body: { ...comment, id: newId(), overrideReason } }))
  const profiles = [{ address: 'https://www.linkedin.com/in/per-moe', tool: 'linkedin' as const }]
  const { id: person } = await take(api.POST('/api/v1/people', { body: { name: 'Per Moe', profiles } }))
  const cold = {
    person,
    tool: 'linkedin',
    surface: 'direct',
    action: 'message',
    text: 'Hi Per, nice profile!',
  } as const
  await take(api.POST('/api/v1/hand-offs/questions', { body: cold }))
  const query = { person, tool: 'linkedin' } as const
  await take(api.GET('/api/v1/hand-offs/questions', { params: { query } }))
  const id = newId()
  const answer = { id, person: ana, tool: 'blog', surface: 'public', kind: 'answered', text: 'Glad it helps!' } as const
  await take(api.POST('/api/v1/answers', { body: answer }))
  await take(api.DELETE('/api/v1/answers/{id}', { params: { path: { id } } }))
}

async function callAssistant({ api, assistant }: On, conversation: string) {
  await take(api.GET('/api/v1/assistant'))
  const body = { active: true, url: assistant.url, model: 'plain', key: 'sk-harbour' }
  await take(api.PUT('/api/v1/assistant', { body }))
  await take(api.POST('/api/v1/assistant/try'))
  assistant.answer(() => 'Hi Sam, how was the night?')
  await take(
    api.POST('/api/v1/conversations/{id}/suggestion', {
      params: { path: { id: conversation } },
      body: { note: 'Short.' },
    }),
  )
  await take(api.GET('/api/v1/etiquette/policy'))
  await take(
    api.PUT('/api/v1/etiquette/policy/{line}', {
      params: { path: { line: 'days-between' } },
      body: { value: 4, reason: 'Our people answer slowly.' },
    }),
  )
  await take(api.GET('/api/v1/etiquette/policy/changes'))
  await take(
    api.POST('/api/v1/etiquette/check', {
      body: { id: '1', tool: 'linkedin', surface: 'direct', stage: 'found', draft: 'Hi, are you looking for a job?' },
    }),
  )
}

async function callRooms({ api }: On, connection: string) {
  const path = { id: connection }
  const room = await take(
    api.POST('/api/v1/connections/{id}/rooms', {
      params: { path },
      body: { address: 'nights@rooms.localhost', nick: 'Mara' },
    }),
  )
  await take(api.GET('/api/v1/connections/{id}/rooms', { params: { path } }))
  await take(api.GET('/api/v1/conversations/{id}/room', { params: { path: room } }))
  await take(api.POST('/api/v1/conversations/{id}/leave', { params: { path: room } }))
  await take(api.GET('/api/v1/connections/{id}/profile', { params: { path } }))
  await take(
    api.PUT('/api/v1/connections/{id}/profile', {
      params: { path },
      body: { about: 'I recruit for wards that are quiet.' },
    }),
  )
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  await done(api.PUT('/api/v1/connections/{id}/profile/picture', { params: { path }, body: picture, ...bytes }))
  await done(api.GET('/api/v1/connections/{id}/profile/picture', { params: { path }, parseAs: 'blob' }))
  const key = await take(api.GET('/api/v1/push/key'))
  const endpoint = 'https://push.example/of/mara'
  const keys = { p256dh: key.key, auth: Buffer.alloc(16, 7).toString('base64url') }
  await take(api.POST('/api/v1/push/subscriptions', { body: { endpoint, keys, timezone: 'Europe/Oslo' } }))
  await take(api.POST('/api/v1/push/unsubscribe', { body: { endpoint } }))
}

/** Mara is reached at a second account of hers; the code arrives there. */
async function callReach({ api, xmpp }: On, connection: string) {
  const { server } = xmpp
  const password = 'a small blue phone'
  const address = 'phone@localhost'
  await server.addUser('phone', password)
  await using phone = xmppStranger({ jid: address, password, websocketUrl: server.websocketUrl, friend: address })
  await phone.connect()
  await take(api.POST('/api/v1/reach', { body: { connection, address } }))
  await take(api.GET('/api/v1/reach'))
  const said = await phone.waitToSee(codeIsIn)
  await take(api.POST('/api/v1/reach/prove', { body: { code: codeIsIn.exec(said)?.[1] ?? '' } }))
  await take(api.PATCH('/api/v1/reach', { body: { mode: 'away', awayMinutes: 15 } }))
  await take(api.DELETE('/api/v1/reach'))
}

const approved = {
  id: '1',
  name: 'hello',
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'Hi {{1}}, how did your trees come through the frost?' }],
}

async function callOtherConnections(on: On) {
  const { api, whatsApp, mastodon } = on
  whatsApp.templates = [approved]
  const id = await connect(on, { tool: 'whatsapp', label: 'Phone', values: whatsApp.account.values })
  const path = { id }
  const thread = await take(api.POST('/api/v1/conversations', { body: { connection: id, address: '+1 650 555 1234' } }))
  await take(api.GET('/api/v1/conversations/{id}/templates', { params: { path: thread } }))
  await take(api.POST('/api/v1/conversations/{id}/person', { params: { path: thread }, body: { name: 'Kim Vale' } }))
  await take(
    api.POST('/api/v1/conversations/{id}/consent', {
      params: { path: thread },
      body: { id: newId(), wording: 'Yes, write to me on WhatsApp.', heard: 'On the phone', givenAt: inDays(-1) },
    }),
  )
  await take(api.PATCH('/api/v1/connections/{id}', { params: { path }, body: { label: 'Work phone' } }))
  await take(api.DELETE('/api/v1/connections/{id}', { params: { path } }))
  mastodon.addUser('mara')
  const begun = await take(
    api.POST('/api/v1/connections/sign-in', {
      body: { tool: 'mastodon', values: { server: mastodon.host, allowPlain: 'true' } },
    }),
  )
  if (!begun.ok) throw new Error(begun.text)
  const code = mastodon.letIn('mara', begun.url)
  await take(api.POST('/api/v1/connections/sign-in/code', { body: { ticket: begun.ticket, code } }))
}
