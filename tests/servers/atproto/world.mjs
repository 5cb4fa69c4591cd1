// What is not in the PDS: the directory of identities (real, in memory), and, as contract servers, the AppView and the chat. Requests
// reach these through the PDS and are validated by Bluesky's own lexicons, and so are their answers. What they tell of posts, likes and
// follows is read from the repositories in the PDS.
import { createServer } from 'node:http'
import { Secp256k1Keypair } from '@atproto/crypto'
import { Lexicons } from '@atproto/lexicon'
import * as plc from '@did-plc/lib'
import plcServer from '@did-plc/server'

const { PlcServer, Database } = plcServer.PlcServer ? plcServer : plcServer.default
const directory = await PlcServer.create({ db: Database.mock(), port: 0 }).start()
const plcUrl = `http://localhost:${directory.address().port}`
// The schemas stand beside the package's door, not behind it.
const { schemas } = await import(new URL('client/lexicons.js', import.meta.resolve('@atproto/api')))
const lexicons = new Lexicons(schemas)
const byId = new Map(schemas.map(schema => [schema.id, schema]))
const wrong = []
const state = { pdsUrl: '', speaking: [], held: 0, swallow: false, limit: undefined, recent: [] }

class Refuse extends Error {
  constructor(status, error, message, headers = {}) {
    super(message)
    Object.assign(this, { status, error, headers })
  }
}

async function fromPds(nsid, params) {
  const answer = await fetch(`${state.pdsUrl}/xrpc/${nsid}?${new URLSearchParams(params)}`)
  if (!answer.ok) throw new Refuse(502, 'UpstreamFailure', `${nsid}: ${answer.status}`)
  return answer.json()
}
const listRecords = async (repo, collection) =>
  (await fromPds('com.atproto.repo.listRecords', { repo, collection, limit: '100' })).records
/** The PDS keeps accounts of earlier tests; only those of the last few speak. */
const dids = async () =>
  (await fromPds('com.atproto.sync.listRepos', { limit: '1000' })).repos
    .map(({ did }) => did)
    .filter(did => state.speaking.length === 0 || state.speaking.includes(did))

const handles = new Map()
async function handleOf(did) {
  if (!handles.has(did)) handles.set(did, (await fromPds('com.atproto.repo.describeRepo', { repo: did })).handle)
  return handles.get(did)
}
async function didOf(actor) {
  return actor.startsWith('did:') ? actor : (await fromPds('com.atproto.identity.resolveHandle', { handle: actor })).did
}
const follows = async (who, whom) =>
  (await listRecords(who, 'app.bsky.graph.follow')).find(({ value }) => value.subject === whom)
async function allowIncoming(did) {
  const [found] = await listRecords(did, 'chat.bsky.actor.declaration')
  return found?.value.allowIncoming ?? 'following'
}

async function profileOf(did, viewer) {
  const [record] = await listRecords(did, 'app.bsky.actor.profile')
  const following = (await follows(viewer, did))?.uri
  const followedBy = (await follows(did, viewer))?.uri
  return {
    did,
    handle: await handleOf(did),
    ...(record?.value.displayName ? { displayName: record.value.displayName } : {}),
    associated: { chat: { allowIncoming: await allowIncoming(did) } },
    viewer: { ...(following ? { following } : {}), ...(followedBy ? { followedBy } : {}) },
  }
}

/** When a record was first seen: an AppView's own clock, and no two at the same moment. */
const indexed = new Map()
let lastIndexed = 0
const indexedAt = uri => {
  if (!indexed.has(uri)) {
    lastIndexed = Math.max(lastIndexed + 1, Date.now())
    indexed.set(uri, lastIndexed)
  }
  return indexed.get(uri)
}

async function noticesFor(viewer) {
  const found = []
  for (const did of await dids()) {
    if (did === viewer) continue
    const own = (uri = '') => uri.startsWith(`at://${viewer}/`)
    for (const { uri, cid, value } of (await listRecords(did, 'app.bsky.feed.post')).reverse()) {
      const mentioned = (value.facets ?? []).some(({ features }) => features.some(each => each.did === viewer))
      const reason = own(value.reply?.parent.uri) ? 'reply' : mentioned ? 'mention' : undefined
      if (reason) found.push({ did, uri, cid, value, reason })
    }
    for (const { uri, cid, value } of (await listRecords(did, 'app.bsky.feed.like')).reverse())
      if (own(value.subject.uri)) found.push({ did, uri, cid, value, reason: 'like', reasonSubject: value.subject.uri })
    for (const { uri, cid, value } of (await listRecords(did, 'app.bsky.feed.repost')).reverse())
      if (own(value.subject.uri))
        found.push({ did, uri, cid, value, reason: 'repost', reasonSubject: value.subject.uri })
    for (const { uri, cid, value } of (await listRecords(did, 'app.bsky.graph.follow')).reverse())
      if (value.subject === viewer) found.push({ did, uri, cid, value, reason: 'follow' })
  }
  for (const each of found) each.at = indexedAt(each.uri)
  return found.sort((a, b) => b.at - a.at)
}

// ── the chat ──
const convos = new Map()
const logs = []
let revs = 0
const nextRev = () => {
  revs += 1
  return String(revs).padStart(13, '0')
}
let messageCount = 0
const say = (convo, entry) => {
  const rev = nextRev()
  for (const did of convo.members) logs.push({ did, entry: { rev, convoId: convo.id, ...entry } })
  return rev
}
const named = name => `chat.bsky.convo.defs#${name}`
const convoOf = (id, me) => {
  const convo = convos.get(id)
  if (!convo?.members.includes(me)) throw new Refuse(400, 'InvalidConvo', 'no such conversation')
  return convo
}
const viewMessage = each => ({ $type: named('messageView'), ...each })
async function viewConvo(convo, me) {
  const members = []
  for (const did of convo.members) members.push(await profileOf(did, me))
  return {
    id: convo.id,
    rev: convo.rev,
    members,
    muted: false,
    unreadCount: 0,
    status: convo.accepted.has(me) ? 'accepted' : 'request',
  }
}
const between = (a, b) => [...convos.values()].find(({ members }) => members.includes(a) && members.includes(b))
async function canChat(me, other) {
  const convo = between(me, other)
  if (convo?.accepted.has(other)) return true
  const allowed = await allowIncoming(other)
  return allowed === 'all' || (allowed === 'following' && Boolean(await follows(other, me)))
}

const methods = {
  'app.bsky.actor.getProfile': async ({ me, params }) => profileOf(await didOf(params.actor), me),
  async 'app.bsky.actor.getProfiles'({ me, params }) {
    const profiles = []
    for (const actor of params.actors) profiles.push(await profileOf(await didOf(actor), me))
    return { profiles }
  },
  async 'app.bsky.notification.listNotifications'({ me, params }) {
    const older = (await noticesFor(me)).filter(({ at }) => !params.cursor || at < Number(params.cursor))
    const page = older.slice(0, params.limit ?? 50)
    const notifications = []
    for (const { did, uri, cid, value, reason, reasonSubject, at } of page)
      notifications.push({
        uri,
        cid,
        author: await profileOf(did, me),
        reason,
        ...(reasonSubject ? { reasonSubject } : {}),
        record: value,
        isRead: false,
        indexedAt: new Date(at).toISOString(),
      })
    return { notifications, ...(older.length > page.length ? { cursor: String(page.at(-1).at) } : {}) }
  },
  async 'app.bsky.feed.getPosts'({ me, params }) {
    const posts = []
    for (const uri of params.uris) {
      const [, did, collection, rkey] = /^at:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(uri) ?? []
      const answer = await fetch(
        `${state.pdsUrl}/xrpc/com.atproto.repo.getRecord?${new URLSearchParams({ repo: did, collection, rkey })}`,
      )
      if (!answer.ok) continue
      const { cid, value } = await answer.json()
      const mine = async name => (await listRecords(me, name)).find(each => each.value.subject.uri === uri)?.uri
      const [like, repost] = [await mine('app.bsky.feed.like'), await mine('app.bsky.feed.repost')]
      posts.push({
        uri,
        cid,
        author: await profileOf(did, me),
        record: value,
        indexedAt: new Date(indexedAt(uri)).toISOString(),
        viewer: { ...(like ? { like } : {}), ...(repost ? { repost } : {}) },
      })
    }
    return { posts }
  },
  'chat.bsky.convo.getLog'({ me, params }) {
    const mine = logs.filter(({ did }) => did === me).map(({ entry }) => entry)
    // Without a cursor: where the log stands, and what came last.
    const found =
      params.cursor === undefined ? mine.slice(-20) : mine.filter(({ rev }) => rev > params.cursor).slice(0, 50)
    return { logs: found, cursor: found.at(-1)?.rev ?? params.cursor ?? '0000000000000' }
  },
  async 'chat.bsky.convo.listConvos'({ me }) {
    const mine = []
    for (const convo of convos.values()) if (convo.members.includes(me)) mine.push(await viewConvo(convo, me))
    return { convos: mine }
  },
  'chat.bsky.convo.getConvo': async ({ me, params }) => ({ convo: await viewConvo(convoOf(params.convoId, me), me) }),
  async 'chat.bsky.convo.getConvoAvailability'({ me, params }) {
    const [other] = params.members.filter(did => did !== me)
    const convo = between(me, other)
    return { canChat: await canChat(me, other), ...(convo ? { convo: await viewConvo(convo, me) } : {}) }
  },
  async 'chat.bsky.convo.getConvoForMembers'({ me, params }) {
    const [other] = params.members.filter(did => did !== me)
    if (!(await canChat(me, other))) {
      const allowed = await allowIncoming(other)
      throw new Refuse(
        400,
        allowed === 'none' ? 'MessagesDisabled' : 'NotFollowedBySender',
        'recipient requires incoming messages to come from someone they follow',
      )
    }
    let convo = between(me, other)
    if (!convo) {
      convo = {
        id: `convo${convos.size + 1}`,
        members: [me, other],
        rev: nextRev(),
        accepted: new Set([me]),
        messages: [],
      }
      if (await follows(other, me)) convo.accepted.add(other)
      convos.set(convo.id, convo)
      say(convo, { $type: named('logBeginConvo') })
    }
    return { convo: await viewConvo(convo, me) }
  },
  'chat.bsky.convo.getMessages'({ me, params }) {
    const { messages } = convoOf(params.convoId, me)
    const older = messages
      .toReversed()
      .filter(({ id }) => !params.cursor || Number(id.slice(1)) < Number(params.cursor))
    const page = older.slice(0, params.limit ?? 50)
    return {
      messages: page.map(viewMessage),
      ...(older.length > page.length ? { cursor: page.at(-1).id.slice(1) } : {}),
    }
  },
  'chat.bsky.convo.acceptConvo'({ me, input }) {
    const convo = convoOf(input.convoId, me)
    if (convo.accepted.has(me)) return {}
    convo.accepted.add(me)
    return { rev: say(convo, { $type: named('logAcceptConvo') }) }
  },
  async 'chat.bsky.convo.sendMessage'({ me, input, request }) {
    const convo = convoOf(input.convoId, me)
    if (!convo.accepted.has(me)) throw new Refuse(400, 'InvalidRequest', 'accept the conversation first')
    if (state.limit) {
      const now = Date.now()
      state.recent = state.recent.filter(at => at > now - state.limit.withinMs)
      if (state.recent.length >= state.limit.count) {
        const reset = Math.ceil((state.recent[0] + state.limit.withinMs) / 1000)
        throw new Refuse(429, 'RateLimitExceeded', 'Rate Limit Exceeded', {
          'ratelimit-reset': String(reset),
          'retry-after': '1',
        })
      }
      state.recent.push(now)
    }
    messageCount += 1
    const { text, facets, replyTo } = input.message
    const said = {
      id: `m${messageCount}`,
      rev: String(revs + 1).padStart(13, '0'),
      text,
      ...(facets ? { facets } : {}),
      sender: { did: me },
      sentAt: new Date().toISOString(),
      reactions: [],
      ...(replyTo ? { replyTo: viewMessage(convo.messages.find(({ id }) => id === replyTo.messageId)) } : {}),
    }
    convo.messages.push(said)
    say(convo, { $type: named('logCreateMessage'), message: viewMessage(said) })
    if (state.swallow) state.held += 1
    if (state.swallow) await new Promise(resolve => request.once('close', resolve))
    return said
  },
  'chat.bsky.convo.addReaction': given =>
    reactions(
      given,
      (list, mine) => [
        ...list.filter(each => !mine(each)),
        ...(list.some(mine)
          ? list.filter(mine)
          : [{ value: given.input.value, sender: { did: given.me }, createdAt: new Date().toISOString() }]),
      ],
      'logAddReaction',
    ),
  'chat.bsky.convo.removeReaction': given =>
    reactions(given, (list, mine) => list.filter(each => !mine(each)), 'logRemoveReaction'),
}

function reactions({ me, input }, change, type) {
  const convo = convoOf(input.convoId, me)
  const message = convo.messages.find(({ id }) => id === input.messageId)
  if (!message) throw new Refuse(400, 'InvalidRequest', 'no such message')
  message.reactions = change(message.reactions, each => each.value === input.value && each.sender.did === me)
  const reaction = { value: input.value, sender: { did: me }, createdAt: new Date().toISOString() }
  say(convo, { $type: named(type), message: viewMessage(structuredClone(message)), reaction })
  return { message }
}

function paramsOf(definition, search) {
  const params = {}
  for (const name of new Set(search.keys())) {
    const kind = definition.parameters?.properties?.[name]
    if (!kind) throw new Error(`${name} is no parameter`)
    const all = search.getAll(name)
    const read = text => (kind.type === 'integer' ? Number(text) : kind.type === 'boolean' ? text === 'true' : text)
    params[name] = kind.type === 'array' ? all : read(all[0])
  }
  return params
}

/** Who asks, by the token that the PDS signs for this service and this call. */
function callerOf(request, nsid) {
  const [, payload = ''] = (request.headers.authorization ?? '').replace(/^Bearer /, '').split('.')
  const { iss, lxm } = JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}')
  if (!iss || lxm !== nsid) throw new Refuse(401, 'AuthMissing', 'no token of the PDS for this call')
  return iss
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://world.test')
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  response.setHeader('content-type', 'application/json')
  if (url.pathname === '/control') {
    Object.assign(state, JSON.parse(body.toString() || '{}'))
    return response.end(JSON.stringify({ wrong, held: state.held }))
  }
  const nsid = url.pathname.replace('/xrpc/', '')
  try {
    const definition = byId.get(nsid)?.defs.main
    const method = methods[nsid]
    if (!definition || !method) throw new Refuse(501, 'MethodNotImplemented', `${nsid} is not here`)
    const me = callerOf(request, nsid)
    if (nsid.startsWith('chat.') !== (url.searchParams.get('service') === 'chat' || nsid.startsWith('chat.')))
      throw new Error('wrong service')
    let params
    let input
    try {
      if ((definition.type === 'query') !== (request.method === 'GET'))
        throw new Error(`${request.method} is the wrong method`)
      params = lexicons.assertValidXrpcParams(nsid, paramsOf(definition, url.searchParams)) ?? {}
      if (definition.type === 'procedure') {
        input = JSON.parse(body.toString())
        lexicons.assertValidXrpcInput(nsid, input)
      }
    } catch (error) {
      wrong.push(`${nsid}: ${error.message}`)
      throw new Refuse(400, 'InvalidRequest', error.message)
    }
    const found = await method({ me, params, input, request })
    lexicons.assertValidXrpcOutput(nsid, found)
    response.end(JSON.stringify(found))
  } catch (error) {
    // While the PDS is away nothing can be read from it.
    if (!(error instanceof Refuse) && error.message !== 'fetch failed')
      wrong.push(`${nsid} answered wrongly: ${error.message}`)
    for (const [name, value] of Object.entries(error.headers ?? {})) response.setHeader(name, value)
    response.statusCode = error.status ?? 500
    response.end(JSON.stringify({ error: error.error ?? 'InternalServerError', message: error.message }))
  }
}

const server = createServer((request, response) => void answer(request, response))
await new Promise(resolve => server.listen(0, 'localhost', resolve))
const worldUrl = `http://localhost:${server.address().port}`

const key = await Secp256k1Keypair.create({ exportable: true })
const operation = await plc.addSignature(
  {
    type: 'plc_operation',
    rotationKeys: [key.did()],
    verificationMethods: {},
    alsoKnownAs: [],
    services: { bsky_chat: { type: 'BskyChatService', endpoint: worldUrl } },
    prev: null,
  },
  key,
)
const chatDid = await plc.didForCreateOp(operation)
await new plc.Client(plcUrl).sendOperation(chatDid, operation)
const rotationKey = Buffer.from(await key.export()).toString('hex')
process.send({ plcUrl, worldUrl, chatService: `${chatDid}#bsky_chat`, rotationKey })
