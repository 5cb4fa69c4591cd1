import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OwnProfile, ProfileChange, ProfilePicture, Session } from '#connectors/contract.ts'
import { putOwnPicture, readOwnPicture } from '#features/tools/index.ts'
import { newId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { insertConnection } from '../store/connections.ts'
import { putPictureBack, readOwnPage, readPictureThere, writeOwnPage } from './own-page.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
const clock = createTestClock('2026-03-02T10:00:00Z')
const limits = { nameCodePoints: 30, aboutCodePoints: 500, links: 4, pictureBytes: 1_000 }

beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** The network's end of the line: it keeps one page, and refuses a name that is too long. */
function network(takes: Partial<OwnProfile['limits']> = {}) {
  let page: OwnProfile = { name: 'mara', about: '', links: [], limits: { ...limits, ...takes } }
  let shown: ProfilePicture | null = null
  const profile: NonNullable<Session['profile']> = {
    read: async () => ({ kind: 'done', profile: page }),
    write: async (change: ProfileChange) => {
      if ([...(change.name ?? '')].length > limits.nameCodePoints)
        return { kind: 'refused', code: '422', text: 'Name is too long (maximum is 30 characters)' }
      const { picture, ...words } = change
      if (picture !== undefined) shown = picture
      page = { ...page, ...words, ...(picture && { pictureUrl: `${picture.mimeType}:${picture.bytes.length}` }) }
      return { kind: 'done', profile: page }
    },
    picture: async () => ({ kind: 'done', picture: shown }),
  }
  return { profile } as unknown as Session
}

async function connected(session: Session | undefined, role: 'recruiter' | 'viewer' = 'recruiter') {
  const caller = await createWorkspace(database.db, role)
  const id = newId<'Connection'>()
  const { workspace, user } = caller
  await inWorkspace(database.db, workspace, tx =>
    insertConnection(
      tx,
      { id, workspace, user, tool: 'mastodon', label: 'Mastodon', config: {}, secretsSealed: null },
      clock.now(),
    ),
  )
  return { caller, id, deps: { db: database.db, clock, session: () => session } }
}

test('the own page is written on the network, what is left out stays, and the audit log names the fields', async () => {
  const { caller, id, deps } = await connected(network())
  expect(await writeOwnPage(deps, caller, id, { name: 'Mara Lind', about: 'I recruit gardeners.' })).toMatchObject({
    ok: true,
  })
  await writeOwnPage(deps, caller, id, { links: [{ label: 'page', value: 'https://mara.example/' }] })
  expect(await readOwnPage(deps, caller, id)).toMatchObject({
    value: { name: 'Mara Lind', about: 'I recruit gardeners.', links: [{ value: 'https://mara.example/' }] },
  })
  const entries = await inWorkspace(database.db, caller.workspace, tx =>
    tx.selectFrom('audit_log').select(['action', 'detail']).orderBy('entry_id').execute(),
  )
  expect(entries).toMatchObject([
    { action: 'own-page.written', detail: { fields: ['name', 'about'] } },
    { action: 'own-page.written', detail: { fields: ['links'] } },
  ])
})

test('a refusal comes in the network’s own words; without a connection, a session or the right nothing is written', async () => {
  const { caller, id, deps } = await connected(network())
  expect(await writeOwnPage(deps, caller, id, { name: 'M'.repeat(31) })).toEqual({
    ok: false,
    refusal: { code: 'not-taken', text: 'Name is too long (maximum is 30 characters)' },
  })
  expect(await readOwnPage(deps, caller, newId<'Connection'>())).toMatchObject({
    refusal: { code: 'no-such-connection' },
  })
  const away = await connected(undefined)
  expect(await readOwnPage(away.deps, away.caller, away.id)).toMatchObject({ refusal: { code: 'not-connected' } })
  const without = await connected({} as unknown as Session)
  expect(await readOwnPage(without.deps, without.caller, without.id)).toMatchObject({
    refusal: { code: 'no-own-page' },
  })
  const viewer = await connected(network(), 'viewer')
  expect(await writeOwnPage(viewer.deps, viewer.caller, viewer.id, { name: 'x' })).toMatchObject({
    refusal: { code: 'viewers-read' },
  })
  const stranger = await createWorkspace(database.db)
  expect(await writeOwnPage(deps, stranger, id, { name: 'x' })).toMatchObject({
    refusal: { code: 'no-such-connection' },
  })
})

test('the recruiter’s own picture is written there too, and without one nothing is', async () => {
  const { caller, id, deps } = await connected(network())
  expect(await writeOwnPage(deps, caller, id, { name: 'Mara', picture: true })).toMatchObject({
    refusal: { code: 'no-picture' },
  })
  expect(await readOwnPage(deps, caller, id)).toMatchObject({ value: { name: 'mara' } })
  const dot = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#aa2266' } })
    .png()
    .toBuffer()
  const put = await putOwnPicture(deps, caller, dot)
  const picture = await readOwnPicture(deps, caller)
  expect(put).toEqual({ ok: true, value: picture?.id })
  expect(await writeOwnPage(deps, caller, id, { name: 'Mara', picture: true })).toMatchObject({
    value: { name: 'Mara', pictureUrl: `image/jpeg:${picture?.jpeg.length}` },
  })
})

const square = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#224488' } })
    .png()
    .toBuffer()

test('the picture that stood there is taken before another is written, and put back as it was; none is put back as none', async () => {
  const { caller, id, deps } = await connected(network())
  expect(await readPictureThere(deps, caller, id)).toEqual({ ok: true, value: null })
  await putOwnPicture(deps, caller, await square(40))
  await writeOwnPage(deps, caller, id, { picture: true })
  const first = await readPictureThere(deps, caller, id)
  if (!first.ok || !first.value) throw new Error('a picture was written')
  await putOwnPicture(deps, caller, await square(80))
  await writeOwnPage(deps, caller, id, { picture: true })
  expect(await putPictureBack(deps, caller, id, first.value.bytes)).toMatchObject({ ok: true })
  expect(await readPictureThere(deps, caller, id)).toEqual(first)
  expect(await putPictureBack(deps, caller, id, null)).toMatchObject({ ok: true })
  expect(await readPictureThere(deps, caller, id)).toEqual({ ok: true, value: null })
  expect(await putPictureBack(deps, caller, id, new TextEncoder().encode('<svg/>'))).toMatchObject({
    refusal: { code: 'bad-picture' },
  })
  expect(await putPictureBack(deps, { ...caller, role: 'viewer' }, id, null)).toMatchObject({
    refusal: { code: 'viewers-read' },
  })
})

test('where a network takes a PNG alone, the picture is one, and small enough', async () => {
  const { caller, id, deps } = await connected(network({ pictureType: 'image/png', pictureBytes: 60_000 }))
  const noise = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()
  await putOwnPicture(deps, caller, noise)
  expect(await writeOwnPage(deps, caller, id, { picture: true })).toMatchObject({ ok: true })
  const there = await readPictureThere(deps, caller, id)
  if (!there.ok || !there.value) throw new Error('a picture was written')
  expect(there.value.mimeType).toBe('image/png')
  expect(there.value.bytes.length).toBeLessThanOrEqual(60_000)
})
