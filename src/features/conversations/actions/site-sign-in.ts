import { createHmac, createPublicKey, randomBytes, timingSafeEqual, verify } from 'node:crypto'
import { audit } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import { type ConnectionId, newId, parseId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { judgeClaims, type ReadToken, readToken, type SiteVisitor, type TokenFault } from '../model/site-token.ts'
import {
  type ChatKey,
  type ChatKeyId,
  deleteChatKey,
  findChatKey,
  findVisitorBySubject,
  insertChatKey,
  insertVisitorToken,
  listChatKeys,
  updateChatKeyUsed,
} from '../store/chat-keys.ts'
import type { VisitorId } from '../store/visitors.ts'
import type { Chat, VisitDeps } from './chat.ts'
import type { Vault } from './connect.ts'

const limits = { keys: 4, devices: 20 } as const
const sealContext = (id: ChatKeyId) => `chat-key:${id}`

/** Who the site around the chat says this is. Nothing of the token is believed before its signature, and that only with a key of this chat. */
export async function verifySiteToken(
  deps: Pick<VisitDeps, 'db' | 'clock' | 'vault'>,
  chat: Chat,
  text: string,
): Promise<Result<SiteVisitor, TokenFault>> {
  const read = readToken(text)
  if (!read.ok) return read
  const { workspace, connection } = chat
  const id = parseId<'ChatKey'>(read.value.key)
  const key = id && (await inWorkspace(deps.db, workspace, tx => findChatKey(tx, workspace, connection, id)))
  if (!key) return refuse('unknown-key')
  // A public key must never be taken for the secret of the other algorithm.
  if (key.algorithm !== read.value.algorithm) return refuse('wrong-algorithm')
  if (!isSigned(deps.vault, key, read.value)) return refuse('wrong-signature')
  const now = deps.clock.now()
  const judged = judgeClaims(read.value.payload, connection, now.getTime())
  if (judged.ok) await inWorkspace(deps.db, workspace, tx => updateChatKeyUsed(tx, workspace, key.id, now))
  return judged
}

function isSigned(vault: Vault, key: ChatKey, { signed, signature }: ReadToken): boolean {
  const given = Buffer.from(signature, 'base64url')
  if (key.algorithm === 'ES256')
    return verify('sha256', Buffer.from(signed), { key: key.publicKey ?? '', dsaEncoding: 'ieee-p1363' }, given)
  const secret = vault.unseal(key.secretSealed ?? '', sealContext(key.id))
  const wanted = createHmac('sha256', secret).update(signed).digest()
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** A further device of somebody who agreed before: the same visitor and thread. Undefined when they never did. */
export async function signInAgain(
  deps: Pick<VisitDeps, 'db' | 'clock' | 'hashToken' | 'newToken'>,
  { workspace, connection }: Chat,
  subject: string,
): Promise<{ token: string; visitor: VisitorId } | undefined> {
  const token = deps.newToken()
  return inWorkspace(deps.db, workspace, async tx => {
    const visitor = await findVisitorBySubject(tx, workspace, connection, subject)
    if (!visitor) return undefined
    await insertVisitorToken(tx, workspace, visitor.id, deps.hashToken(token), limits.devices, deps.clock.now())
    return { token, visitor: visitor.id }
  })
}

export type KeyRefusal = { code: 'bad-key' } | { code: 'too-many-keys' } | { code: 'no-such-key' }
export type KeyDeps = { db: Database; clock: Clock; vault: Vault }

/**
 * A key with which a site signs: a secret that is shown this once, or the public half of a pair that the site keeps. Several count at
 * the same time, so that a new one is in use before the one before it is removed.
 */
export async function addChatKey(
  tx: Transaction,
  deps: KeyDeps,
  caller: Caller,
  chat: ConnectionId,
  input: { algorithm: 'HS256' } | { algorithm: 'ES256'; publicKey: string },
): Promise<Result<{ id: ChatKeyId; secret: string | null }, KeyRefusal>> {
  const now = deps.clock.now()
  const id = newId<'ChatKey'>(now.getTime())
  const publicKey = input.algorithm === 'ES256' ? readPublicKey(input.publicKey) : null
  if (publicKey === undefined) return refuse({ code: 'bad-key' })
  if ((await listChatKeys(tx, caller.workspace, chat)).length >= limits.keys) return refuse({ code: 'too-many-keys' })
  const secret = input.algorithm === 'HS256' ? randomBytes(32).toString('base64url') : null
  const secretSealed = secret && deps.vault.seal(secret, sealContext(id))
  await insertChatKey(tx, caller.workspace, chat, { id, algorithm: input.algorithm, secretSealed, publicKey }, now)
  await note(tx, caller, id, 'chat.key-added', now)
  return done({ id, secret })
}

export async function removeChatKey(
  tx: Transaction,
  deps: Pick<KeyDeps, 'clock'>,
  caller: Caller,
  id: ChatKeyId,
): Promise<Result<void, KeyRefusal>> {
  const now = deps.clock.now()
  if (!(await deleteChatKey(tx, caller.workspace, id))) return refuse({ code: 'no-such-key' })
  await note(tx, caller, id, 'chat.key-removed', now)
  return done(undefined)
}

async function note(tx: Transaction, caller: Caller, id: ChatKeyId, action: string, at: Date): Promise<void> {
  await audit(tx, { caller, at, action, subjectKind: 'chat-key', subject: id })
  tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: {} })
}

/** PEM or JWK, of the one curve that ES256 means; a private key is none that we want to see. */
function readPublicKey(text: string): string | undefined {
  if (/PRIVATE KEY/.test(text)) return undefined
  try {
    const typed = text.trim()
    const jwk: unknown = typed.startsWith('{') ? JSON.parse(typed) : undefined
    if (jwk !== undefined && 'd' in Object(jwk)) return undefined
    const key = createPublicKey(jwk === undefined ? typed : { key: Object(jwk), format: 'jwk' })
    const fits = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
    return fits ? String(key.export({ type: 'spki', format: 'pem' })) : undefined
  } catch {
    return undefined
  }
}
