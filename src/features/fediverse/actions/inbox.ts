import type { NetworkEvent, RemoteConversation } from '#connectors/contract.ts'
import { findShownPostAt, takeNotice } from '#features/blog/index.ts'
import { findProfileByKey } from '#features/people/index.ts'
import { recordTouches } from '#features/relationships/index.ts'
import type { PersonId, PostId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { FediverseDeps } from '../deps.ts'
import { fediverseLimits, isBlocked } from '../model.ts'
import { actorUri, addressOf, oursAt } from '../protocol/documents.ts'
import { type Heard, readActivity, readPerson, type SaidPost, verify } from '../protocol/read.ts'
import type { Signer } from '../protocol/remote.ts'
import { type ActorRow, listBlocks } from '../store/actors.ts'
import { deleteKnown, findKnown, type Known, updateFollows, updateLastSaid, upsertKnown } from '../store/people.ts'
import { deliverTask } from '../task-kinds.ts'
import { signerOf } from './speaker.ts'

/** `forged`: the signature is missing, of somebody else, or over other words. */
export type Taken = 'taken' | 'forged' | 'blocked' | 'unreadable'

const star = '⭐'
const again = '🔁'
const publicWith = (who: Known): RemoteConversation => ({
  id: `public ${who.address}`,
  kind: 'public',
  with: who.address,
  tool: 'mastodon',
})
const directWith = (who: Known): RemoteConversation => ({ id: who.address, kind: 'direct', tool: 'mastodon' })

/** Verified before anything is believed; told again, the same thing changes nothing. */
export async function takeActivity(
  deps: FediverseDeps,
  actor: ActorRow,
  request: { url: string; headers: Headers; body: Uint8Array<ArrayBuffer> },
): Promise<Taken> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.body))
  } catch {
    return 'unreadable'
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'unreadable'
  const { workspace } = actor
  const sender = 'actor' in json && typeof json.actor === 'string' ? json.actor : undefined
  if (!sender || !URL.canParse(sender)) return 'unreadable'
  const [blocks, before] = await inWorkspace(deps.db, workspace, async tx => [
    new Set(await listBlocks(tx, workspace)),
    await findKnown(tx, workspace, sender),
  ])
  if (isBlocked(blocks, { address: before?.address ?? '', uri: sender })) return 'blocked'
  // Servers tell everybody when one of their people leaves, whose key is then gone: who is a stranger to us may.
  if (!before && 'type' in json && json.type === 'Delete') return 'taken'
  const signer = await signerOf(deps, actor)
  const asked = new Request(request.url, { method: 'POST', headers: request.headers, body: request.body })
  if ((await verify(deps.http, signer, asked, json)) !== 'proven') return 'forged'
  const read = await readActivity(deps.http, signer, json)
  if (read.actor !== sender) return 'forged'
  if (read.heard.kind === 'nothing') return 'taken'
  const who = await meet(deps, actor, signer, sender, read.heard, before)
  if (!who) return 'taken'
  if (isBlocked(blocks, who)) return 'blocked'
  await act(deps, actor, who, read.heard)
  return 'taken'
}

/** As their server names them now; asked anew where that matters. */
async function meet(
  deps: FediverseDeps,
  actor: ActorRow,
  signer: Signer,
  uri: string,
  heard: Heard,
  before: Known | undefined,
): Promise<Known | undefined> {
  if (before && heard.kind !== 'renamed' && heard.kind !== 'follow') return before
  const who = await readPerson(deps.http, signer, uri)
  if (!who) return undefined
  await inWorkspace(deps.db, actor.workspace, tx => upsertKnown(tx, actor.workspace, who, deps.clock.now()))
  return who
}

async function act(deps: FediverseDeps, actor: ActorRow, who: Known, heard: Heard): Promise<void> {
  const { workspace } = actor
  const now = deps.clock.now()
  const commit = (...events: NetworkEvent[]) => deps.commit({ workspace, connection: actor.connection }, events)
  switch (heard.kind) {
    case 'follow':
      if (heard.object !== actorUri(actor)) return
      return follow(deps, actor, who, heard.activity)
    case 'unfollow':
      if (heard.object !== actorUri(actor)) return
      return inWorkspace(deps.db, workspace, async tx => {
        if (await updateFollows(tx, workspace, who.uri, null))
          tellBrowsers(tx, workspace, { kind: 'fediverse.changed', payload: {} })
      })
    case 'block':
    case 'unblock': {
      if (heard.object !== actorUri(actor)) return
      if (heard.kind === 'block')
        await inWorkspace(deps.db, workspace, tx => updateFollows(tx, workspace, who.uri, null))
      return commit({
        kind: 'contact',
        key: `${heard.kind}:${who.uri}:${now.getTime()}`,
        person: { id: who.address, name: who.name },
        tool: 'mastodon',
        state: heard.kind === 'block' ? 'stopped' : 'resumed',
        at: now,
      })
    }
    case 'like':
    case 'boost': {
      const ours = oursAt(actor, heard.object)
      if (ours?.kind === 'note')
        return commit({
          kind: 'reaction',
          key: `${heard.kind}:${who.uri}:${heard.object}:${heard.undone}:${heard.at.getTime()}`,
          target: heard.object,
          conversation: publicWith(who),
          from: { id: who.address, name: who.name },
          emoji: heard.undone ? [] : [heard.kind === 'like' ? star : again],
          at: heard.at,
        })
      return react(deps, actor, who, heard)
    }
    case 'said':
      return hear(deps, actor, who, heard.post, now)
    case 'changed':
      return commit({
        kind: 'edit',
        key: `edit:${heard.post.uri}:${now.getTime()}`,
        target: heard.post.uri,
        conversation: heard.post.isPublic ? publicWith(who) : directWith(who),
        from: { id: who.address, name: who.name },
        text: wordsIn(deps, actor, heard.post),
        at: now,
      })
    case 'gone':
      if (heard.object === who.uri) return inWorkspace(deps.db, workspace, tx => deleteKnown(tx, workspace, who.uri))
      // Only their own server may say so.
      if (!URL.canParse(heard.object) || new URL(heard.object).host !== new URL(who.uri).host) return
      await inWorkspace(deps.db, workspace, tx =>
        takeNotice(tx, workspace, { kind: 'gone', source: heard.object, at: now }),
      )
      deps.answers?.forget(workspace)
      return commit({
        kind: 'retract',
        key: `gone:${heard.object}`,
        target: heard.object,
        conversation: publicWith(who),
        from: { id: who.address, name: who.name },
        at: now,
      })
    case 'renamed':
    case 'nothing':
      return
  }
}

const personOf = async (tx: Transaction, actor: ActorRow, who: Known): Promise<PersonId | null> =>
  (await findProfileByKey(tx, actor.workspace, 'mastodon', who.address))?.person_id ?? null

const touched = (
  deps: FediverseDeps,
  tx: Transaction,
  actor: ActorRow,
  person: PersonId,
  key: string,
  at: Date,
  post?: PostId,
) =>
  recordTouches(
    tx,
    deps.touches,
    actor.workspace,
    [
      {
        person,
        kind: 'their-reaction',
        tool: 'mastodon',
        surface: 'public',
        at,
        key,
        ...(post ? { campaign: post, detail: { post } } : {}),
      },
    ],
    deps.clock.now(),
  )

/** Let in at once: the blog is for everybody. Who is known has noticed us. */
async function follow(deps: FediverseDeps, actor: ActorRow, who: Known, activity: unknown): Promise<void> {
  const { workspace } = actor
  const now = deps.clock.now()
  const me = actorUri(actor)
  await inWorkspace(deps.db, workspace, async tx => {
    const isNew = await updateFollows(tx, workspace, who.uri, now)
    const body = {
      '@context': 'https://www.w3.org/ns/activitystreams',
      id: `${me}#accept-${now.getTime()}`,
      type: 'Accept',
      actor: me,
      to: who.uri,
      object: withoutContext(activity),
    }
    await enqueue(
      tx,
      deliverTask,
      `accept:${workspace}:${who.uri}`,
      { workspace, inbox: who.inbox, what: { kind: 'inline', body } },
      { maxAttempts: fediverseLimits.deliveryTries },
    )
    if (!isNew) return
    const person = await personOf(tx, actor, who)
    if (person) await touched(deps, tx, actor, person, `follow:${who.uri}`, now)
    tellBrowsers(tx, workspace, { kind: 'fediverse.changed', payload: {} })
  })
}

function withoutContext(activity: unknown): object {
  if (typeof activity !== 'object' || activity === null) return {}
  return Object.fromEntries(Object.entries(activity).filter(([name]) => name !== '@context'))
}

async function react(
  deps: FediverseDeps,
  actor: ActorRow,
  who: Known,
  heard: Extract<Heard, { kind: 'like' | 'boost' }>,
): Promise<void> {
  const { workspace } = actor
  await inWorkspace(deps.db, workspace, async tx => {
    const post = await findShownPostAt(tx, workspace, oursAt(actor, heard.object))
    if (!post) return
    const source = `${who.url}#${heard.kind}-${post}`
    const at = heard.at
    if (heard.undone) return takeNotice(tx, workspace, { kind: 'gone', source, at })
    const person = await personOf(tx, actor, who)
    await takeNotice(tx, workspace, {
      kind: heard.kind === 'like' ? 'like' : 'repost',
      source,
      post,
      author: { name: who.name, url: who.url },
      words: '',
      person,
      at,
    })
    if (person) await touched(deps, tx, actor, person, `${heard.kind}:${who.uri}:${post}`, at, post)
  })
  deps.answers?.forget(workspace)
}

const wordsIn = (deps: FediverseDeps, actor: ActorRow, post: SaidPost) =>
  deps.wordsOf(post.html, [addressOf(actor), `@${actor.handle}`])

/** An answer to a post or a note of ours, or a word that names us. What speaks of neither is none of our business. */
async function hear(deps: FediverseDeps, actor: ActorRow, who: Known, post: SaidPost, now: Date): Promise<void> {
  const { workspace } = actor
  const ours = oursAt(actor, post.replyTo)
  if (!ours && !post.names.includes(actorUri(actor))) return
  const text = wordsIn(deps, actor, post)
  const about = await inWorkspace(deps.db, workspace, async tx => {
    const found = await findShownPostAt(tx, workspace, ours)
    await updateLastSaid(tx, workspace, who.uri, { note: post.uri, isPublic: post.isPublic })
    if (found && post.isPublic)
      await takeNotice(tx, workspace, {
        kind: 'reply',
        source: post.uri,
        post: found,
        author: { name: who.name, url: who.url },
        words: text.slice(0, 2_000),
        person: await personOf(tx, actor, who),
        at: now,
      })
    return found
  })
  await deps.commit({ workspace, connection: actor.connection }, [
    {
      kind: 'message',
      key: post.uri,
      otherKeys: [],
      conversation: post.isPublic ? publicWith(who) : directWith(who),
      from: { id: who.address, name: who.name },
      own: false,
      text,
      sentAt: post.at,
      history: false,
      ...(post.replyTo ? { replyTo: post.replyTo } : {}),
      ...(post.files.length > 0 ? { files: post.files } : {}),
      ...(post.warning === '' ? {} : { warning: post.warning }),
      ...(about ? { campaign: `post:${about}` } : {}),
    },
  ])
}
