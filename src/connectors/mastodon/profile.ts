import { CallFailure, outcomeOf } from '../call-failure.ts'
import type { OwnProfile, PictureOutcome, ProfileChange, ProfileOutcome } from '../contract.ts'
import { pictureOf } from '../own-picture.ts'
import type { Client } from './client.ts'
import { contentToText } from './content.ts'
import type { Server } from './server.ts'
import { ownPerson } from './shapes.ts'

const nameCodePoints = 30
const aboutCodePoints = 500
const pictureBytes = 2_000_000
type Failed = Exclude<ProfileOutcome, { kind: 'done' }>
const types = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

export function createProfile(client: Client, server: Server) {
  const limits = { nameCodePoints, aboutCodePoints, links: server.limits.fields, pictureBytes }

  async function tried<Outcome>(act: () => Promise<Outcome>): Promise<Outcome | Failed> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      const outcome = outcomeOf(error)
      if (outcome.kind === 'later' || outcome.kind === 'refused') return outcome
      return { kind: 'later', retryAfterMs: 10_000, code: error.code, text: error.message }
    }
  }

  function view(found: typeof ownPerson._output): OwnProfile {
    return {
      name: found.display_name,
      about: found.source?.note || contentToText(found.note),
      links: (found.source?.fields ?? []).map(({ name, value }) => ({ label: name, value: contentToText(value) })),
      ...(found.avatar ? { pictureUrl: found.avatar } : {}),
      ...(found.url ? { url: found.url } : {}),
      limits,
    }
  }

  return {
    read: (signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async () => ({
        kind: 'done',
        profile: view(await client.get('/api/v1/accounts/verify_credentials', ownPerson, signal)),
      })),
    picture: (signal: AbortSignal): Promise<PictureOutcome> =>
      tried(async () => {
        const { avatar } = await client.get('/api/v1/accounts/verify_credentials', ownPerson, signal)
        // Servers show a picture of their own for whoever has none.
        const own = avatar && !/\/missing\.\w+$/.test(avatar) ? avatar : undefined
        return pictureOf(own ? await client.download(own, 2 * pictureBytes, signal) : undefined, pictureBytes)
      }),
    write: (change: ProfileChange, signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async (): Promise<ProfileOutcome> => {
        const refusal = refuse(change, limits)
        if (refusal) return refusal
        const form = new FormData()
        if (change.name !== undefined) form.set('display_name', change.name)
        if (change.about !== undefined) form.set('note', change.about)
        for (const [index, { label, value }] of (change.links ?? []).entries()) {
          form.set(`fields_attributes[${index}][name]`, label)
          form.set(`fields_attributes[${index}][value]`, value)
        }
        // A list shorter than before takes away the rest.
        if (change.links)
          for (let index = change.links.length; index < limits.links; index += 1) {
            form.set(`fields_attributes[${index}][name]`, '')
            form.set(`fields_attributes[${index}][value]`, '')
          }
        if (change.picture) {
          const { mimeType, bytes } = change.picture
          form.set('avatar', new Blob([new Uint8Array(bytes)], { type: mimeType }), `picture.${mimeType.slice(6)}`)
        }
        // Nothing else takes a picture away; it answers with the account as it is then.
        if (change.picture === null)
          await client.call('/api/v1/profile/avatar', ownPerson, { method: 'DELETE' }, signal)
        const path = '/api/v1/accounts/update_credentials'
        return { kind: 'done', profile: view(await client.call(path, ownPerson, { method: 'PATCH', form }, signal)) }
      }),
  }
}

function refuse(change: ProfileChange, limits: OwnProfile['limits']): ProfileOutcome | undefined {
  const too = (what: string, most: number): ProfileOutcome => ({
    kind: 'refused',
    code: 'too-long',
    text: `The ${what} may have ${most} characters. Please shorten it.`,
  })
  if (change.name !== undefined && [...change.name].length > limits.nameCodePoints)
    return too('name', limits.nameCodePoints)
  if (change.about !== undefined && [...change.about].length > limits.aboutCodePoints)
    return too('text', limits.aboutCodePoints)
  if (change.links && change.links.length > limits.links)
    return { kind: 'refused', code: 'too-many-links', text: `This server shows ${limits.links} links. Leave some out.` }
  const { picture } = change
  if (picture && !types.has(picture.mimeType))
    return { kind: 'refused', code: 'bad-picture', text: 'A picture is a PNG, JPEG, GIF or WebP file.' }
  if (picture && picture.bytes.length > limits.pictureBytes)
    return { kind: 'refused', code: 'too-big', text: `A picture may have ${limits.pictureBytes / 1_000_000} MB.` }
  return undefined
}
