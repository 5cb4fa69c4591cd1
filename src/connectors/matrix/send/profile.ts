import { z } from 'zod'
import type { OwnProfile, PictureOutcome, ProfileChange, ProfileOutcome } from '../../contract.ts'
import { pictureOf } from '../../own-picture.ts'
import { type Api, pathOf } from '../wire/api.ts'
import { MatrixFailure } from '../wire/failure.ts'
import { nothing } from '../wire/shapes.ts'
import type { MediaStore } from './media.ts'
import { outcomeOf } from './outcome.ts'

type Failed = Exclude<ProfileOutcome, { kind: 'done' }>
const limits = { nameCodePoints: 100, aboutCodePoints: 0, links: 0, pictureBytes: 5_000_000 }

const found = z.object({ displayname: z.string().nullish(), avatar_url: z.string().nullish() })

/** Display name and avatar, which is all that the specification has (§ Profiles). Every room of ours hears of a change. */
export function profileOver({ api, me, media }: { api: Api; me: string; media: MediaStore }) {
  async function tried<Outcome>(act: () => Promise<Outcome>): Promise<Outcome | Failed> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof MatrixFailure)) throw error
      const outcome = outcomeOf(error)
      if (outcome.kind === 'later' || outcome.kind === 'refused') return outcome
      return { kind: 'later', retryAfterMs: 10_000, code: error.code, text: error.message }
    }
  }

  async function read(signal: AbortSignal): Promise<OwnProfile> {
    const answer = await api
      .call(pathOf`/_matrix/client/v3/profile/${me}`, found, { signal })
      .catch((error: unknown): z.output<typeof found> => {
        // Nobody has written it yet.
        if (error instanceof MatrixFailure && error.status === 404) return {}
        throw error
      })
    return {
      name: answer.displayname ?? '',
      about: '',
      ...(answer.avatar_url ? { pictureUrl: answer.avatar_url } : {}),
      url: `https://matrix.to/#/${encodeURIComponent(me)}`,
      limits,
    }
  }

  const put = (field: string, body: object, signal: AbortSignal) =>
    api.call(`${pathOf`/_matrix/client/v3/profile/${me}`}/${field}`, nothing, { method: 'PUT', body, signal })

  async function remove(field: string, signal: AbortSignal): Promise<void> {
    const path = `${pathOf`/_matrix/client/v3/profile/${me}`}/${field}`
    await api.call(path, nothing, { method: 'DELETE', signal }).catch(async (error: unknown) => {
      // Servers before Matrix 1.16 take nothing away, and an empty address for none.
      if (!(error instanceof MatrixFailure) || (error.status !== 404 && error.status !== 405)) throw error
      await put(field, { [field]: '' }, signal)
    })
  }

  return {
    picture: (signal: AbortSignal): Promise<PictureOutcome> =>
      tried(async () => {
        const { pictureUrl } = await read(signal)
        return pictureOf(
          pictureUrl === undefined ? undefined : await media.download(pictureUrl, signal),
          limits.pictureBytes,
        )
      }),
    read: (signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async () => ({ kind: 'done', profile: await read(signal) })),
    write: (change: ProfileChange, signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async (): Promise<ProfileOutcome> => {
        const refusal = refuse(change)
        if (refusal) return refusal
        const { name, picture } = change
        if (picture) {
          const file = { name: 'avatar', mimeType: picture.mimeType, bytes: async () => picture.bytes }
          await put('avatar_url', { avatar_url: await media.upload(file, picture.bytes, signal) }, signal)
        }
        if (picture === null) await remove('avatar_url', signal)
        if (name !== undefined) await put('displayname', { displayname: name }, signal)
        return { kind: 'done', profile: await read(signal) }
      }),
  }
}

function refuse({ name, about, links, headline, picture }: ProfileChange): ProfileOutcome | undefined {
  const no = (code: string, text: string): ProfileOutcome => ({ kind: 'refused', code, text })
  if (name !== undefined && [...name].length > limits.nameCodePoints)
    return no('too-long', `The name may have ${limits.nameCodePoints} characters. Please shorten it.`)
  if (about || headline || (links && links.length > 0))
    return no('no-place', 'Matrix shows a name and a picture, nothing else.')
  if (picture && !/^image\/(?:png|jpeg|gif|webp)$/.test(picture.mimeType))
    return no('bad-picture', 'A picture is a PNG, JPEG, GIF or WebP file.')
  if (picture && picture.bytes.length > limits.pictureBytes) return no('too-big', 'A picture may have 5 MB.')
  return undefined
}
