import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minuteMs } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock } from '#tests/servers/workspace.ts'
import type { Chat } from './chat.ts'
import { addChatKey, removeChatKey, signInAgain, verifySiteToken } from './site-sign-in.ts'
import { beginVisit, findVisitor, readVisit, sayAsVisitor } from './visit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })

function hs256(secret: string, header: object, payload: object): string {
  const signed = `${part(header)}.${part(payload)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

function es256(header: object, payload: object): string {
  const signed = `${part(header)}.${part(payload)}`
  const made = sign('sha256', Buffer.from(signed), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${made.toString('base64url')}`
}

async function start() {
  const place = await seedConnection(database.db, 'website-chat')
  const clock = createTestClock('2026-11-23T10:00:00Z')
  const deps = {
    db: database.db,
    clock,
    recordSpoken: async () => undefined,
    hashToken,
    newToken,
    vault: {
      seal: (text: string, context: string) => `${context} ${text}`,
      unseal: (text: string, context: string) => text.slice(context.length + 1),
    },
    connectorOf: async () => undefined,
  }
  const chat: Chat = { ...place, origins: [] }
  const caller = { workspace: place.workspace, user: place.user, role: 'owner' } as const
  const add = (input: Parameters<typeof addChatKey>[4]) =>
    inWorkspace(database.db, place.workspace, tx => addChatKey(tx, deps, caller, chat.connection, input))
  const made = await add({ algorithm: 'HS256' })
  if (!made.ok || made.value.secret === null) throw new Error('no key')
  const { id, secret } = made.value
  const nowS = clock.now().getTime() / 1_000
  const claims = { aud: chat.connection, sub: 'user-7', exp: nowS + 300, name: 'Ana Ruiz', email: 'ana@example.org' }
  const header = { alg: 'HS256', kid: id, typ: 'JWT' }
  const judge = async (token: string) => {
    const result = await verifySiteToken(deps, chat, token)
    return result.ok ? result.value : result.refusal
  }
  return { deps, chat, caller, clock, add, id, secret, nowS, claims, header, judge }
}

test('a token of the site names its visitor; both algorithms, each with its own key', async () => {
  const { judge, secret, header, claims, add } = await start()
  const ana = { subject: 'user-7', name: 'Ana Ruiz', email: 'ana@example.org' }
  expect(await judge(hs256(secret, header, claims))).toEqual(ana)
  const publicKey = String(pair.publicKey.export({ type: 'spki', format: 'pem' }))
  const made = await add({ algorithm: 'ES256', publicKey })
  if (!made.ok) throw new Error(made.refusal.code)
  expect(made.value.secret).toBeNull()
  expect(await judge(es256({ alg: 'ES256', kid: made.value.id }, claims))).toEqual(ana)
  // Signed with the public key as if it were the secret of HS256: the oldest trick against JWT.
  expect(await judge(hs256(publicKey, { alg: 'HS256', kid: made.value.id }, claims))).toBe('wrong-algorithm')
  expect(
    await add({ algorithm: 'ES256', publicKey: JSON.stringify(pair.publicKey.export({ format: 'jwk' })) }),
  ).toMatchObject({ ok: true })
  expect(
    await add({ algorithm: 'ES256', publicKey: String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })) }),
  ).toMatchObject({ refusal: { code: 'bad-key' } })
  const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ type: 'spki', format: 'pem' })
  expect(await add({ algorithm: 'ES256', publicKey: String(other) })).toMatchObject({ refusal: { code: 'bad-key' } })
})

test('every other token is refused, with the reason', async () => {
  const { judge, secret, header, claims, nowS, id } = await start()
  const with_ = (more: object, head: object = header) => judge(hs256(secret, head, { ...claims, ...more }))
  const [head = '', body = '', signature = ''] = hs256(secret, header, claims).split('.')
  expect(await judge('')).toBe('unreadable')
  expect(await judge('a.b')).toBe('unreadable')
  expect(await judge(`${head}.${body}.`)).toBe('unreadable')
  expect(await judge('x'.repeat(5_000))).toBe('unreadable')
  expect(await judge(`${part({ ...header, alg: 'none' })}.${body}.${signature}`)).toBe('wrong-algorithm')
  expect(await with_({}, { ...header, alg: 'HS512' })).toBe('wrong-algorithm')
  expect(await with_({}, { ...header, alg: 'ES256' })).toBe('wrong-algorithm')
  expect(await with_({}, { ...header, kid: newId() })).toBe('unknown-key')
  expect(await with_({}, { alg: 'HS256' })).toBe('unreadable')
  expect(await with_({}, { ...header, crit: ['b64'] })).toBe('unreadable')
  expect(await judge(hs256(`${secret}x`, header, claims))).toBe('wrong-signature')
  expect(await judge(`${head}.${part({ ...claims, sub: 'admin' })}.${signature}`)).toBe('wrong-signature')
  expect(await judge(`${head}.${body}.${signature.slice(0, -4)}`)).toBe('wrong-signature')
  expect(await with_({ exp: nowS })).toBe('expired')
  expect(await with_({ exp: nowS + 601 })).toBe('too-long-lived')
  expect(await with_({ exp: undefined })).toBe('unreadable')
  expect(await with_({ exp: String(nowS + 60) })).toBe('unreadable')
  expect(await with_({ aud: newId() })).toBe('wrong-audience')
  expect(await with_({ aud: [claims.aud] })).toBe('unreadable')
  expect(await with_({ iat: nowS + 120 })).toBe('not-yet')
  expect(await with_({ nbf: nowS + 120 })).toBe('not-yet')
  expect(await with_({ sub: '  ' })).toBe('no-subject')
  expect(await with_({ sub: 'x'.repeat(201) })).toBe('no-subject')
  expect(await with_({ exp: nowS + 600 })).toMatchObject({ subject: 'user-7' })
  const elsewhere = await start()
  expect(await elsewhere.judge(hs256(secret, header, { ...claims, aud: elsewhere.chat.connection }))).toBe(
    'unknown-key',
  )
  expect(id).not.toBe(elsewhere.id)
})

test('a key is replaced without a gap: both count until the first is removed', async () => {
  const { judge, add, deps, caller, id, secret, header, claims } = await start()
  const next = await add({ algorithm: 'HS256' })
  if (!next.ok || next.value.secret === null) throw new Error('no key')
  const fresh = hs256(next.value.secret, { ...header, kid: next.value.id }, claims)
  expect(await judge(fresh)).toMatchObject({ subject: 'user-7' })
  expect(await judge(hs256(secret, header, claims))).toMatchObject({ subject: 'user-7' })
  await inWorkspace(database.db, caller.workspace, tx => removeChatKey(tx, deps, caller, id))
  expect(await judge(hs256(secret, header, claims))).toBe('unknown-key')
  expect(await judge(fresh)).toMatchObject({ subject: 'user-7' })
  expect(await inWorkspace(database.db, caller.workspace, tx => removeChatKey(tx, deps, caller, id))).toMatchObject({
    refusal: { code: 'no-such-key' },
  })
})

test('the same subject is the same visitor on every device, and another subject sees nothing of it', async () => {
  const { deps, chat, secret, header, claims, clock } = await start()
  const tokenFor = (more: object) => hs256(secret, header, { ...claims, ...more })
  const begin = async (identity: string) => {
    const begun = await beginVisit(deps, chat, { consentWording: 'Yes', name: 'Not me', identity })
    if (!begun.ok) throw new Error(begun.refusal.code)
    return begun.value
  }
  expect(await signInAgain(deps, chat, 'user-7')).toBeUndefined()
  const phone = await begin(tokenFor({}))
  const first = await findVisitor(deps, chat, phone.token)
  expect(first).toMatchObject({ name: 'Ana Ruiz', email: 'ana@example.org', subject: 'user-7' })
  if (!first) throw new Error('no visitor')
  await sayAsVisitor(deps, chat, first, { id: newId(), text: 'From the phone' })
  clock.pass(minuteMs)
  const desk = await signInAgain(deps, chat, 'user-7')
  const second = desk && (await findVisitor(deps, chat, desk.token))
  expect(second?.id).toBe(first.id)
  expect((await begin(tokenFor({}))).visitor).toBe(first.id)
  const seen = second && (await readVisit(deps, chat, second, undefined))
  expect(seen?.messages.map(message => message.text)).toEqual(['From the phone'])
  const other = await begin(tokenFor({ sub: 'user-8', name: 'Bo', email: undefined }))
  expect(other.visitor).not.toBe(first.id)
  for (let n = 0; n < 21; n += 1) {
    clock.pass(1_000)
    await signInAgain(deps, chat, 'user-7')
  }
  expect(await findVisitor(deps, chat, desk?.token ?? '')).toBeUndefined()
  expect(await beginVisit(deps, chat, { consentWording: 'Yes', identity: 'forged' })).toEqual({
    ok: false,
    refusal: { code: 'bad-identity', fault: 'unreadable' },
  })
})
