import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { mastodonOauth } from './mastodon-oauth.ts'

/**
 * The Mastodon API as its documentation describes it, in memory: for what a small server lacks (streaming, limits, edits, locked
 * accounts). Requests that the documentation does not allow are answered 422 and kept in `wrong`, which tests expect to be empty.
 */
export type MastodonApi = AsyncDisposable & {
  readonly base: string
  readonly host: string
  readonly wrong: readonly string[]
  readonly requests: readonly string[]
  addUser(name: string, options?: { locked?: boolean }): string
  /** The account's owner lets a program in on the page at `url`; gives the code that it shows. */
  letIn(name: string, url: string): string
  /** Answers 429 beyond this many posts in the time given. */
  limitPosts(count: number, withinMs: number): void
  /** The next posts are made, and their answers never arrive. */
  swallowAnswers(on: boolean): void
  /** Drops the sockets of the stream. */
  cutStreams(): void
  streams(): number
  kill(): Promise<void>
  restart(): Promise<void>
  freeze(): void
  thaw(): void
}

type Account = {
  id: string
  name: string
  display: string
  note: string
  locked: boolean
  fields: { name: string; value: string }[]
}
type Post = {
  id: string
  account: Account
  text: string
  visibility: string
  warning: string
  replyTo: string | null
  media: string[]
  createdAt: Date
  editedAt: Date | null
  starred: Set<string>
  boosted: Set<string>
}
type Notice = { id: string; type: string; account: Account; post: Post | undefined; at: Date }

const visibility = z.enum(['public', 'unlisted', 'private', 'direct'])
const postBody = z.strictObject({
  status: z.string(),
  visibility: visibility.optional(),
  in_reply_to_id: z.string().optional(),
  spoiler_text: z.string().optional(),
  sensitive: z.boolean().optional(),
  media_ids: z.array(z.string()).max(4).optional(),
  language: z.string().optional(),
})
const editBody = postBody.omit({ visibility: true, in_reply_to_id: true })
const nothing = z.strictObject({})
const paging = {
  limit: z.coerce.number().int().min(1).max(80).optional(),
  max_id: z.string().optional(),
  min_id: z.string().optional(),
  since_id: z.string().optional(),
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export async function startMastodonApi(): Promise<MastodonApi> {
  const accounts = new Map<string, Account>()
  const tokens = new Map<string, Account>()
  const posts = new Map<string, Post>()
  const files = new Map<string, { description: string; ready: boolean }>()
  const notices = new Map<string, Notice[]>()
  const follows = new Set<string>()
  const asked = new Set<string>()
  const keys = new Map<string, string>()
  const sockets = new Map<WebSocket, Account>()
  const wrong: string[] = []
  const requests: string[] = []
  let limit: { count: number; withinMs: number } | undefined
  let recent: number[] = []
  let swallow = false
  let frozen = false
  let port = 0
  let last = 0n
  const oauth = mastodonOauth(name => (accounts.has(name) ? `token-of-${name}` : undefined))
  let server = createServer()
  let door = new WebSocketServer({ noServer: true })

  /** Milliseconds and a sequence, as Mastodon's ids are made. */
  const nextId = () => {
    const now = BigInt(Date.now()) << 16n
    last = now > last ? now : last + 1n
    return String(last)
  }
  const host = () => `127.0.0.1:${port}`
  const base = () => `http://${host()}`

  const avatars = new Map<string, File>()
  const viewAccount = (account: Account) => ({
    id: account.id,
    username: account.name,
    acct: account.name,
    display_name: account.display,
    locked: account.locked,
    note: `<p>${escaped(account.note)}</p>`,
    url: `${base()}/@${account.name}`,
    avatar: `${base()}/avatars/${avatars.has(account.id) ? `${account.id}.png` : 'original/missing.png'}`,
    fields: account.fields,
  })
  const mentionsIn = (text: string) => {
    const names = [...text.matchAll(/@([\w.-]+)(?:@([\w.:-]+))?/g)].flatMap(([, name = '', at]) =>
      at === undefined || at === host() ? name.toLowerCase() : [],
    )
    return [...new Set(names)].flatMap(name => accounts.get(name) ?? [])
  }
  const html = (text: string) => {
    const words = text.split(/(https?:\/\/\S{4,}|@[\w.-]+(?:@[\w.:-]+)?)/).map(part => {
      const [, scheme = '', rest = ''] = /^(https?:\/\/)(.+)$/.exec(part) ?? []
      if (scheme !== '')
        return `<a href="${escaped(part)}" rel="nofollow noopener" target="_blank"><span class="invisible">${scheme}</span><span class="ellipsis">${escaped(rest.slice(0, 8))}</span><span class="invisible">${escaped(rest.slice(8))}</span></a>`
      const name = /^@([\w.-]+)/.exec(part)?.[1] ?? ''
      return accounts.has(name.toLowerCase())
        ? `<span class="h-card" translate="no"><a href="${base()}/@${name}" class="u-url mention">@<span>${name}</span></a></span>`
        : escaped(part)
    })
    return `<p>${words.join('').replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br />')}</p>`
  }
  const viewPost = (post: Post): object => ({
    id: post.id,
    uri: `${base()}/users/${post.account.name}/statuses/${post.id}`,
    url: `${base()}/@${post.account.name}/${post.id}`,
    created_at: post.createdAt.toISOString(),
    edited_at: post.editedAt?.toISOString() ?? null,
    account: viewAccount(post.account),
    content: html(post.text),
    visibility: post.visibility,
    sensitive: post.warning !== '',
    spoiler_text: post.warning,
    in_reply_to_id: post.replyTo,
    mentions: mentionsIn(post.text).map(each => ({
      id: each.id,
      username: each.name,
      acct: each.name,
      url: `${base()}/@${each.name}`,
    })),
    media_attachments: post.media.map(id => ({
      id,
      type: 'image',
      url: `${base()}/media/${id}.png`,
      description: files.get(id)?.description || null,
    })),
    emojis: [],
    reblog: null,
  })
  const viewNotice = (notice: Notice) => ({
    id: notice.id,
    type: notice.type,
    created_at: notice.at.toISOString(),
    account: viewAccount(notice.account),
    ...(notice.post ? { status: viewPost(notice.post) } : {}),
  })

  const tell = (to: Account, event: string, payload: unknown) => {
    for (const [socket, account] of sockets)
      if (account === to)
        socket.send(
          JSON.stringify({
            stream: ['user'],
            event,
            payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
          }),
        )
  }
  const notify = (to: Account, type: string, from: Account, post?: Post) => {
    if (to === from) return
    const notice = { id: nextId(), type, account: from, post, at: new Date() }
    notices.set(to.id, [notice, ...(notices.get(to.id) ?? [])])
    tell(to, 'notification', viewNotice(notice))
  }
  const maySee = (me: Account, post: Post) =>
    post.account === me ||
    post.visibility === 'public' ||
    post.visibility === 'unlisted' ||
    mentionsIn(post.text).includes(me)
  const relation = (me: Account, other: Account) => ({
    id: other.id,
    following: follows.has(`${me.id} ${other.id}`),
    followed_by: follows.has(`${other.id} ${me.id}`),
    requested: asked.has(`${me.id} ${other.id}`),
  })

  class Refuse extends Error {
    readonly status: number
    constructor(status: number, message: string) {
      super(message)
      this.status = status
    }
  }
  const postFor = (me: Account, id: string) => {
    const post = posts.get(id)
    if (!post || !maySee(me, post)) throw new Refuse(404, 'Record not found')
    return post
  }
  const ownPost = (me: Account, id: string) => {
    const post = postFor(me, id)
    if (post.account !== me) throw new Refuse(403, 'This action is not allowed')
    return post
  }
  const accountFor = (id: string) => {
    const found = [...accounts.values()].find(each => each.id === id)
    if (!found) throw new Refuse(404, 'Record not found')
    return found
  }

  type Asked = {
    me: Account
    ids: readonly string[]
    query: URLSearchParams
    body: unknown
    request: IncomingMessage
    response: ServerResponse
  }
  type Route = { pattern: RegExp; query?: z.ZodType; body?: z.ZodType | 'form'; answer(asked: Asked): unknown }
  const paged = <T extends { id: string }>(
    all: readonly T[],
    { query, request, response }: Asked,
    most: number,
  ): readonly T[] => {
    const max = query.get('max_id')
    const older = max ? all.filter(each => BigInt(each.id) < BigInt(max)) : all
    const page = older.slice(0, Math.min(Number(query.get('limit') ?? 20), most))
    const end = page.at(-1)
    if (end && older.length > page.length) {
      const next = new URL(request.url ?? '/', base())
      next.searchParams.set('max_id', end.id)
      response.setHeader(
        'link',
        `<${next.href}>; rel="next", <${base()}${next.pathname}?min_id=${page[0]?.id}>; rel="prev"`,
      )
    }
    return page
  }

  const routes: Readonly<Record<string, readonly Route[]>> = {
    GET: [
      {
        pattern: /^\/api\/v2\/instance$/,
        answer: () => ({
          domain: host(),
          title: 'Contract',
          version: '4.5.0',
          configuration: {
            urls: { streaming: `ws://${host()}` },
            accounts: { max_profile_fields: 4 },
            statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
            media_attachments: { supported_mime_types: ['image/png', 'image/jpeg'], image_size_limit: 100_000 },
          },
        }),
      },
      {
        pattern: /^\/api\/v1\/accounts\/verify_credentials$/,
        answer: ({ me }) => ({ ...viewAccount(me), source: { note: me.note, fields: me.fields } }),
      },
      {
        pattern: /^\/api\/v1\/accounts\/lookup$/,
        query: z.strictObject({ acct: z.string() }),
        answer({ query }) {
          const account = accounts.get((query.get('acct') ?? '').replace(`@${host()}`, '').toLowerCase())
          if (!account) throw new Refuse(404, 'Record not found')
          return viewAccount(account)
        },
      },
      {
        pattern: /^\/api\/v1\/accounts\/relationships$/,
        query: z.strictObject({ 'id[]': z.unknown() }),
        answer: ({ me, query }) => query.getAll('id[]').map(id => relation(me, accountFor(id))),
      },
      {
        pattern: /^\/api\/v1\/accounts\/(\d+)\/statuses$/,
        query: z.strictObject(paging),
        answer(asked) {
          const owner = accountFor(asked.ids[0] ?? '')
          const theirs = [...posts.values()].filter(each => each.account === owner && maySee(asked.me, each)).reverse()
          return paged(theirs, asked, 40).map(viewPost)
        },
      },
      {
        pattern: /^\/api\/v1\/notifications$/,
        query: z.strictObject(paging),
        answer: asked => paged(notices.get(asked.me.id) ?? [], asked, 80).map(viewNotice),
      },
      { pattern: /^\/api\/v1\/statuses\/(\d+)$/, answer: ({ me, ids: [id = ''] }) => viewPost(postFor(me, id)) },
      {
        pattern: /^\/api\/v1\/statuses\/(\d+)\/source$/,
        answer({ me, ids: [id = ''] }) {
          const post = ownPost(me, id)
          return { id: post.id, text: post.text, spoiler_text: post.warning }
        },
      },
      {
        pattern: /^\/api\/v1\/statuses\/(\d+)\/context$/,
        answer({ me, ids: [id = ''] }) {
          const ancestors: Post[] = []
          for (let at = posts.get(postFor(me, id).replyTo ?? ''); at; at = posts.get(at.replyTo ?? ''))
            ancestors.unshift(at)
          return { ancestors: ancestors.map(viewPost), descendants: [] }
        },
      },
      {
        pattern: /^\/api\/v1\/statuses\/(\d+)\/(reblogged_by|favourited_by)$/,
        query: z.strictObject(paging),
        answer({ me, ids: [id = '', list] }) {
          const post = postFor(me, id)
          return [...(list === 'reblogged_by' ? post.boosted : post.starred)].map(each => viewAccount(accountFor(each)))
        },
      },
      {
        pattern: /^\/api\/v2\/search$/,
        query: z.strictObject({ q: z.string(), resolve: z.string().optional(), limit: z.string().optional() }),
        answer({ me, query }) {
          const post = posts.get(/\/(\d+)$/.exec(query.get('q') ?? '')?.[1] ?? '')
          return { accounts: [], statuses: post && maySee(me, post) ? [viewPost(post)] : [], hashtags: [] }
        },
      },
      {
        pattern: /^\/api\/v1\/media\/(\d+)$/,
        answer({ ids: [id = ''], response }) {
          const file = files.get(id)
          if (!file) throw new Refuse(404, 'Record not found')
          if (!file.ready) response.statusCode = 206
          file.ready = true
          return { id, type: 'image', url: response.statusCode === 206 ? null : `${base()}/media/${id}.png` }
        },
      },
    ],
    POST: [
      {
        pattern: /^\/api\/v1\/statuses$/,
        body: postBody,
        answer({ me, body, request, response }) {
          const key = `${me.id} ${request.headers['idempotency-key'] ?? nextId()}`
          const before = posts.get(keys.get(key) ?? '')
          if (before) return viewPost(before)
          const given = postBody.parse(body)
          if (limit) {
            const { count, withinMs } = limit
            const now = Date.now()
            recent = recent.filter(at => at > now - withinMs)
            if (recent.length >= count) {
              response.setHeader('x-ratelimit-limit', `${count}`)
              response.setHeader('x-ratelimit-remaining', '0')
              response.setHeader('x-ratelimit-reset', new Date((recent[0] ?? now) + withinMs).toISOString())
              throw new Refuse(429, 'Too many requests')
            }
            recent.push(now)
          }
          const plain = given.status
            .replaceAll(/https?:\/\/\S+/g, 'x'.repeat(23))
            .replaceAll(/(@[\w.-]+)@[\w.:-]+/g, '$1')
          if ([...plain].length > 500) throw new Refuse(422, 'Validation failed: Text character limit of 500 exceeded')
          if (given.status === '' && !given.media_ids) throw new Refuse(422, 'Validation failed: Text can’t be blank')
          if (given.in_reply_to_id) postFor(me, given.in_reply_to_id)
          for (const id of given.media_ids ?? [])
            if (!files.get(id)?.ready) throw new Refuse(422, 'Cannot attach files that have not finished processing')
          const post: Post = {
            id: nextId(),
            account: me,
            text: given.status,
            visibility: given.visibility ?? 'public',
            warning: given.spoiler_text ?? '',
            replyTo: given.in_reply_to_id ?? null,
            media: given.media_ids ?? [],
            createdAt: new Date(),
            editedAt: null,
            starred: new Set(),
            boosted: new Set(),
          }
          posts.set(post.id, post)
          keys.set(key, post.id)
          tell(me, 'update', viewPost(post))
          for (const each of mentionsIn(post.text)) notify(each, 'mention', me, post)
          if (swallow) response.destroy()
          return viewPost(post)
        },
      },
      {
        pattern: /^\/api\/v1\/statuses\/(\d+)\/(favourite|unfavourite|reblog|unreblog)$/,
        body: nothing,
        answer({ me, ids: [id = '', what = ''] }) {
          const post = postFor(me, id)
          const set = what.endsWith('favourite') ? post.starred : post.boosted
          if (what === 'reblog' && post.visibility === 'direct') throw new Refuse(422, 'This action is not allowed')
          if (what.startsWith('un')) set.delete(me.id)
          else if (!set.has(me.id)) {
            set.add(me.id)
            notify(post.account, what, me, post)
          }
          return viewPost(post)
        },
      },
      {
        pattern: /^\/api\/v1\/accounts\/(\d+)\/(follow|unfollow)$/,
        body: nothing,
        answer({ me, ids: [id = '', what] }) {
          const other = accountFor(id)
          if (what === 'unfollow') follows.delete(`${me.id} ${id}`)
          else if (other.locked && !follows.has(`${me.id} ${id}`)) {
            asked.add(`${me.id} ${id}`)
            notify(other, 'follow_request', me)
          } else if (!follows.has(`${me.id} ${id}`)) {
            follows.add(`${me.id} ${id}`)
            notify(other, 'follow', me)
          }
          return relation(me, other)
        },
      },
      {
        pattern: /^\/api\/v1\/follow_requests\/(\d+)\/(authorize|reject)$/,
        body: nothing,
        answer({ me, ids: [id = '', what] }) {
          if (!asked.delete(`${id} ${me.id}`)) throw new Refuse(404, 'Record not found')
          if (what === 'authorize') follows.add(`${id} ${me.id}`)
          return relation(me, accountFor(id))
        },
      },
      {
        pattern: /^\/api\/v2\/media$/,
        body: 'form',
        answer({ body, response }) {
          const form = z.instanceof(FormData).parse(body)
          const file = form.get('file')
          if (!(file instanceof File)) throw new Refuse(422, 'Validation failed: File can’t be blank')
          if (!/^image\/(png|jpeg)$/.test(file.type))
            throw new Refuse(422, 'Validation failed: File content type is invalid')
          const id = nextId()
          files.set(id, { description: String(form.get('description') ?? ''), ready: false })
          response.statusCode = 202
          return { id, type: 'image', url: null }
        },
      },
    ],
    PUT: [
      {
        pattern: /^\/api\/v1\/statuses\/(\d+)$/,
        body: editBody,
        answer({ me, body, ids: [id = ''] }) {
          const post = ownPost(me, id)
          const given = editBody.parse(body)
          Object.assign(post, {
            text: given.status,
            warning: given.spoiler_text ?? '',
            media: given.media_ids ?? [],
            editedAt: new Date(),
          })
          for (const each of [me, ...mentionsIn(post.text)]) tell(each, 'status.update', viewPost(post))
          return viewPost(post)
        },
      },
    ],
    DELETE: [
      {
        pattern: /^\/api\/v1\/profile\/avatar$/,
        answer({ me }) {
          avatars.delete(me.id)
          return { ...viewAccount(me), source: { note: me.note, fields: me.fields } }
        },
      },
      {
        pattern: /^\/api\/v1\/statuses\/(\d+)$/,
        answer({ me, ids: [id = ''] }) {
          const post = ownPost(me, id)
          posts.delete(id)
          for (const each of [me, ...mentionsIn(post.text)]) tell(each, 'delete', id)
          return { ...viewPost(post), text: post.text }
        },
      },
    ],
    PATCH: [
      {
        pattern: /^\/api\/v1\/accounts\/update_credentials$/,
        body: 'form',
        answer({ me, body }) {
          const form = z.instanceof(FormData).parse(body)
          for (const name of form.keys())
            if (!/^(display_name|note|avatar|fields_attributes\[[0-3]\]\[(name|value)\])$/.test(name))
              throw new Refuse(422, `unknown parameter ${name}`)
          const text = (name: string) => form.get(name) as string | null
          me.display = text('display_name') ?? me.display
          me.note = text('note') ?? me.note
          if (me.display.length > 30 || me.note.length > 500) throw new Refuse(422, 'Validation failed')
          if (form.has('fields_attributes[0][name]'))
            me.fields = [0, 1, 2, 3].flatMap(at => {
              const name = text(`fields_attributes[${at}][name]`)
              return name ? [{ name, value: text(`fields_attributes[${at}][value]`) ?? '' }] : []
            })
          const picture = form.get('avatar')
          if (picture instanceof File) avatars.set(me.id, picture)
          return { ...viewAccount(me), source: { note: me.note, fields: me.fields } }
        },
      },
    ],
  }

  async function readBody(request: IncomingMessage, shape: Route['body']): Promise<unknown> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    const type = request.headers['content-type'] ?? ''
    if (shape === 'form') return new Response(bytes, { headers: { 'content-type': type } }).formData()
    if (bytes.length === 0) return {}
    if (!type.startsWith('application/json')) throw new Refuse(422, `a body of type ${type}`)
    return JSON.parse(bytes.toString())
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    while (frozen) await new Promise(resolve => setTimeout(resolve, 20))
    if (response.destroyed) return
    const { method = 'GET' } = request
    const url = new URL(request.url ?? '/', base())
    requests.push(`${method} ${url.pathname}`)
    try {
      if (/^\/(?:oauth|\.well-known)\/|^\/api\/v1\/apps$/.test(url.pathname)) {
        const given = await text(request)
        const answer = oauth.answer(method, url.pathname, request.headers['content-type'] ?? '', given)
        if (!answer) throw new Refuse(404, 'Record not found')
        if (answer.wrong !== undefined) wrong.push(`${method} ${request.url}: ${answer.wrong}`)
        response.statusCode = answer.status
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.end(JSON.stringify(answer.body))
        return
      }
      const shown = avatars.get(/^\/avatars\/(\w+)\.png$/.exec(url.pathname)?.[1] ?? '')
      if (shown) {
        // A file is anybody's: who asks for it with a token gives it away.
        if (request.headers.authorization) wrong.push(`${method} ${request.url}: a token`)
        response.setHeader('content-type', shown.type)
        response.end(Buffer.from(await shown.arrayBuffer()))
        return
      }
      const me = tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''))
      const route = routes[method]?.find(each => each.pattern.test(url.pathname))
      if (!route) throw new Refuse(404, 'Record not found')
      if (!me) throw new Refuse(401, 'The access token is invalid')
      const query = (route.query ?? nothing).safeParse(Object.fromEntries(url.searchParams))
      if (!query.success) throw new Refuse(422, `query: ${query.error.message}`)
      const body = await readBody(request, route.body)
      if (route.body !== 'form') {
        const parsed = (route.body ?? nothing).safeParse(body)
        if (!parsed.success) throw new Refuse(422, `body: ${parsed.error.message}`)
      }
      const ids = (route.pattern.exec(url.pathname) ?? []).slice(1)
      const answer = route.answer({ me, ids, query: url.searchParams, body, request, response })
      if (response.destroyed) return
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(JSON.stringify(answer))
    } catch (error) {
      const status = error instanceof Refuse ? error.status : 500
      const message = error instanceof Error ? error.message : String(error)
      if (status === 422 || status === 500) wrong.push(`${method} ${request.url}: ${message}`)
      response.statusCode = status
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(JSON.stringify({ error: message }))
    }
  }

  const open = async () => {
    door = new WebSocketServer({ noServer: true })
    server = createServer((request, response) => void handle(request, response))
    server.on('upgrade', (request, socket, head) => {
      const url = new URL(request.url ?? '/', base())
      const me = tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''))
      if (!me || url.pathname !== '/api/v1/streaming' || url.searchParams.get('stream') !== 'user') {
        socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
        return
      }
      door.handleUpgrade(request, socket, head, found => {
        sockets.set(found, me)
        found.on('close', () => sockets.delete(found))
      })
    })
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  }
  const shut = async () => {
    frozen = false
    for (const socket of sockets.keys()) socket.terminate()
    const gone = new Promise(resolve => server.close(resolve))
    server.closeAllConnections()
    await gone
  }
  await open()
  return {
    get base() {
      return base()
    },
    get host() {
      return host()
    },
    wrong,
    requests,
    addUser(name, { locked = false } = {}) {
      const account = { id: nextId(), name, display: '', note: '', locked, fields: [] }
      accounts.set(name.toLowerCase(), account)
      const token = `token-of-${name}`
      tokens.set(token, account)
      return token
    },
    letIn: oauth.letIn,
    limitPosts(count, withinMs) {
      limit = { count, withinMs }
    },
    swallowAnswers(on) {
      swallow = on
    },
    cutStreams() {
      for (const socket of sockets.keys()) socket.terminate()
    },
    streams: () => sockets.size,
    kill: shut,
    restart: open,
    freeze() {
      frozen = true
    },
    thaw() {
      frozen = false
    },
    [Symbol.asyncDispose]: shut,
  }
}
