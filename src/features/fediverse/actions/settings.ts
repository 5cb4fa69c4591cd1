import { audit } from '#features/accounts/index.ts'
import { ensureBlogConnection } from '#features/conversations/index.ts'
import { readSite } from '#features/site/index.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { isReachableUrl } from '#platform/http.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'
import type { FediverseDeps } from '../deps.ts'
import { blockFrom, fediverseLimits, isBlocked, isHandle, type Sending } from '../model.ts'
import { addressOf } from '../protocol/documents.ts'
import { deleteBlock, findActor, insertBlock, listBlocks, upsertActor } from '../store/actors.ts'
import { countFollowers, listFollowers, updateFollows } from '../store/people.ts'
import type { FediverseView } from '../wire.ts'
import { keyContext } from './speaker.ts'

export type FediverseRefusal =
  | { code: 'bad-handle' }
  | { code: 'handle-stays' }
  | { code: 'no-pattern' }
  | { code: 'too-many-blocks' }

const usualHandle = 'blog'

export async function readFediverse(deps: FediverseDeps, caller: Caller): Promise<FediverseView> {
  const { workspace } = caller
  const site = await readSite(deps, workspace)
  return inWorkspace(deps.db, workspace, async tx => {
    const actor = await findActor(tx, workspace)
    const handle = actor?.handle ?? usualHandle
    const base = actor?.base ?? site.base
    const followers = await countFollowers(tx, workspace)
    const latest = await listFollowers(tx, workspace, fediverseLimits.followersShown)
    return {
      begun: actor !== undefined,
      on: actor?.on ?? false,
      handle,
      address: addressOf({ handle, base }),
      sends: actor?.sends ?? 'opening',
      moved: base !== site.base,
      unreachable: !isReachableUrl(new URL(base)),
      fixed: followers > 0,
      followers,
      latest: latest.map(({ address, name, url, person, followsSince }) => ({
        address,
        name,
        url,
        person,
        since: followsSince.toISOString(),
      })),
      blocks: await listBlocks(tx, workspace),
    }
  })
}

/** Turning it on the first time makes its key and its connection. The name stays once somebody follows: they know no other. */
export async function changeFediverse(
  deps: FediverseDeps,
  caller: Caller,
  given: { on?: boolean; handle?: string; sends?: Sending },
): Promise<Result<FediverseView, FediverseRefusal>> {
  const { workspace } = caller
  const handle = given.handle?.trim().replace(/^@/, '').toLowerCase()
  if (handle !== undefined && !isHandle(handle)) return refuse({ code: 'bad-handle' })
  const site = await readSite(deps, workspace)
  const fresh = await newKey()
  const now = deps.clock.now()
  const changed = await inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, FediverseRefusal>> => {
    const before = await findActor(tx, workspace)
    const isFixed = (await countFollowers(tx, workspace)) > 0
    if (before && isFixed && handle !== undefined && handle !== before.handle) return refuse({ code: 'handle-stays' })
    const connection = await ensureBlogConnection(tx, caller, now)
    await upsertActor(
      tx,
      {
        workspace,
        connection,
        handle: handle ?? before?.handle ?? usualHandle,
        base: before && isFixed ? before.base : site.base,
        sends: given.sends ?? before?.sends ?? 'opening',
        on: given.on ?? before?.on ?? false,
        publicKey: before?.publicKey ?? fresh.publicPem,
        keySealed: before?.keySealed ?? deps.vault.seal(JSON.stringify(fresh.privateJwk), keyContext(workspace)),
      },
      now,
    )
    await audit(tx, { caller, at: now, action: 'fediverse.changed', subjectKind: 'site', subject: workspace })
    tellBrowsers(tx, workspace, { kind: 'fediverse.changed', payload: {} })
    return done(undefined)
  })
  if (!changed.ok) return changed
  deps.answers?.forget(workspace)
  await deps.refreshSessions()
  return done(await readFediverse(deps, caller))
}

async function newKey() {
  const { exportJwk, generateCryptoKeyPair } = await import('@fedify/fedify/sig')
  const pair = await generateCryptoKeyPair('RSASSA-PKCS1-v1_5')
  const der = Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64')
  const publicPem = `-----BEGIN PUBLIC KEY-----\n${der.replaceAll(/(.{64})(?=.)/g, '$1\n')}\n-----END PUBLIC KEY-----\n`
  return { publicPem, privateJwk: await exportJwk(pair.privateKey) }
}

/** Whoever is blocked follows no more. */
export async function block(
  deps: FediverseDeps,
  caller: Caller,
  text: string,
): Promise<Result<FediverseView, FediverseRefusal>> {
  const pattern = blockFrom(text)
  if (!pattern) return refuse({ code: 'no-pattern' })
  const { workspace } = caller
  const now = deps.clock.now()
  const blocked = await inWorkspace(deps.db, workspace, async tx => {
    if ((await listBlocks(tx, workspace)).length >= fediverseLimits.blocks) return false
    await insertBlock(tx, workspace, pattern, now)
    const patterns = new Set([pattern])
    for (const follower of await listFollowers(tx, workspace, 1_000_000))
      if (isBlocked(patterns, follower)) await updateFollows(tx, workspace, follower.uri, null)
    await audit(tx, { caller, at: now, action: 'fediverse.blocked', subjectKind: 'site', subject: workspace })
    tellBrowsers(tx, workspace, { kind: 'fediverse.changed', payload: {} })
    return true
  })
  return blocked ? done(await readFediverse(deps, caller)) : refuse({ code: 'too-many-blocks' })
}

export async function unblock(deps: FediverseDeps, caller: Caller, pattern: string): Promise<FediverseView> {
  const { workspace } = caller
  const now = deps.clock.now()
  await inWorkspace(deps.db, workspace, async tx => {
    await deleteBlock(tx, workspace, pattern)
    await audit(tx, { caller, at: now, action: 'fediverse.unblocked', subjectKind: 'site', subject: workspace })
    tellBrowsers(tx, workspace, { kind: 'fediverse.changed', payload: {} })
  })
  return readFediverse(deps, caller)
}
