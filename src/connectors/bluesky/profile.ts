import { CallFailure, outcomeOf } from '../call-failure.ts'
import type { OwnProfile, PictureOutcome, ProfileChange, ProfileOutcome } from '../contract.ts'
import { pictureOf } from '../own-picture.ts'
import type { Client } from './client.ts'
import { countGraphemes } from './rich-text.ts'
import { blob, found, profileRecord, written } from './shapes.ts'

type Failed = Exclude<ProfileOutcome, { kind: 'done' }>
const limits = { nameCodePoints: 64, aboutCodePoints: 256, links: 1, pictureBytes: 1_000_000 }

/** The record app.bsky.actor.profile in our own repository. */
export function createProfile(client: Client) {
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
  const place = () => ({ repo: client.me()?.did ?? '', collection: 'app.bsky.actor.profile', rkey: 'self' })

  async function readRecord(signal: AbortSignal) {
    try {
      const { cid, value } = await client.query('com.atproto.repo.getRecord', found, place(), signal)
      return { cid: cid ?? null, record: profileRecord.parse(value) }
    } catch (error) {
      // Nobody has written it yet.
      if (error instanceof CallFailure && error.code === 'not-found')
        return { cid: null, record: profileRecord.parse({}) }
      throw error
    }
  }

  function view(record: typeof profileRecord._output): OwnProfile {
    const { did, handle } = client.me() ?? { did: '', handle: '' }
    return {
      name: record.displayName ?? '',
      about: record.description ?? '',
      links: record.website ? [{ label: 'Website', value: record.website }] : [],
      ...(record.avatar
        ? { pictureUrl: `https://cdn.bsky.app/img/avatar/plain/${did}/${record.avatar.ref.$link}@jpeg` }
        : {}),
      url: `https://bsky.app/profile/${handle}`,
      limits,
    }
  }

  return {
    picture: (signal: AbortSignal): Promise<PictureOutcome> =>
      tried(async () => {
        const { avatar } = (await readRecord(signal)).record
        return pictureOf(avatar && (await client.blob(avatar.ref.$link, signal)), limits.pictureBytes)
      }),
    read: (signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async () => ({ kind: 'done', profile: view((await readRecord(signal)).record) })),
    write: (change: ProfileChange, signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async (): Promise<ProfileOutcome> => {
        const refusal = refuse(change)
        if (refusal) return refusal
        const { cid, record } = await readRecord(signal)
        const { picture, links } = change
        const avatar = picture ? (await client.upload(blob, picture.bytes, picture.mimeType, signal)).blob : undefined
        const next = {
          ...record,
          $type: 'app.bsky.actor.profile',
          ...(change.name === undefined ? {} : { displayName: change.name }),
          ...(change.about === undefined ? {} : { description: change.about }),
          ...(links === undefined ? {} : { website: links[0]?.value }),
          ...(picture === undefined ? {} : { avatar }),
        }
        // Only over what was read: what was changed meanwhile elsewhere is not lost.
        await client.procedure(
          'com.atproto.repo.putRecord',
          written,
          { ...place(), record: next, swapRecord: cid },
          signal,
        )
        return { kind: 'done', profile: view(profileRecord.parse(next)) }
      }),
  }
}

function refuse({ name, about, links, picture }: ProfileChange): ProfileOutcome | undefined {
  const no = (code: string, text: string): ProfileOutcome => ({ kind: 'refused', code, text })
  if (name !== undefined && countGraphemes(name) > limits.nameCodePoints)
    return no('too-long', `The name may have ${limits.nameCodePoints} characters. Please shorten it.`)
  if (about !== undefined && countGraphemes(about) > limits.aboutCodePoints)
    return no('too-long', `The text may have ${limits.aboutCodePoints} characters. Please shorten it.`)
  if (links && links.length > limits.links)
    return no('too-many-links', 'Bluesky shows one link. Others can stand in the text.')
  if (links?.[0] && !/^https?:\/\//i.test(links[0].value)) return no('bad-link', 'A link begins with https://.')
  if (picture && !/^image\/(?:png|jpeg)$/.test(picture.mimeType))
    return no('bad-picture', 'A picture is a PNG or JPEG file.')
  if (picture && picture.bytes.length > limits.pictureBytes) return no('too-big', 'A picture may have 1 MB.')
  return undefined
}
