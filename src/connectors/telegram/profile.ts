import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { OwnProfile, PictureOutcome, ProfileChange, ProfileOutcome } from '../contract.ts'
import { failureOf } from '../keep-trying.ts'
import { pictureOf } from '../own-picture.ts'
import { type ApiAnswer, type ApiRefusal, connectionFailure, me, type TelegramApi } from './api.ts'

/** core.telegram.org/bots/api#setmyname, #setmydescription, #setmyshortdescription */
const limits = { nameCodePoints: 64, headlineCodePoints: 120, aboutCodePoints: 512, links: 0, pictureBytes: 5_000_000 }

type Failed = Exclude<ProfileOutcome, { kind: 'done' }>
const photos = z.object({ photos: z.array(z.array(z.object({ file_id: z.string() }))) })
const file = z.object({ file_path: z.string().optional() })
const named = z.object({ name: z.string() })
const described = z.object({ description: z.string() })
const summed = z.object({ short_description: z.string() })

/** What people see of the bot: its name, the line of its profile, and the text of a chat before Start was pressed. */
export function profileOver(api: TelegramApi) {
  async function tried<Outcome>(act: () => Promise<Outcome>): Promise<Outcome | Failed> {
    try {
      return await act()
    } catch (error) {
      if (error instanceof Refused) return outcomeOf(error.refusal)
      const { code, message, retryAfterMs } = failureOf(error)
      return { kind: 'later', retryAfterMs: retryAfterMs ?? 10 * secondMs, code, text: message }
    }
  }

  async function ask<T>(method: string, result: z.ZodType<T>, parameters: object, signal: AbortSignal): Promise<T> {
    return resultOf(await api.call(method, result, { ...parameters }, { signal }))
  }

  async function read(signal: AbortSignal): Promise<OwnProfile> {
    const { name } = await ask('getMyName', named, {}, signal)
    const { description } = await ask('getMyDescription', described, {}, signal)
    const { short_description } = await ask('getMyShortDescription', summed, {}, signal)
    const { username } = await ask('getMe', me, {}, signal)
    return { name, about: description, headline: short_description, url: `https://t.me/${username}`, limits }
  }

  return {
    picture: (signal: AbortSignal): Promise<PictureOutcome> =>
      tried(async () => {
        const { id } = await ask('getMe', me, {}, signal)
        const [newest] = (await ask('getUserProfilePhotos', photos, { user_id: id, limit: 1 }, signal)).photos
        // The sizes of one picture, the largest last.
        const largest = newest?.at(-1)
        const path = largest && (await ask('getFile', file, { file_id: largest.file_id }, signal)).file_path
        return pictureOf(
          path ? await api.download(path, 2 * limits.pictureBytes, signal) : undefined,
          limits.pictureBytes,
        )
      }),
    read: (signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async () => ({ kind: 'done', profile: await read(signal) })),
    write: (change: ProfileChange, signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async (): Promise<ProfileOutcome> => {
        const refusal = refuse(change)
        if (refusal) return refusal
        const { name, about, headline, picture } = change
        const before = await read(signal)
        const set = (method: string, parameters: object) => ask(method, z.literal(true), parameters, signal)
        // Telegram counts how often a name is changed: what stands there already is not written again.
        if (name !== undefined && name !== before.name) await set('setMyName', { name })
        if (about !== undefined && about !== before.about) await set('setMyDescription', { description: about })
        if (headline !== undefined && headline !== before.headline)
          await set('setMyShortDescription', { short_description: headline })
        if (picture === null) await set('removeMyProfilePhoto', {})
        if (picture)
          resultOf(
            await api.call(
              'setMyProfilePhoto',
              z.literal(true),
              { photo: { type: 'static', photo: 'attach://picture' } },
              { signal, file: { field: 'picture', name: 'picture.jpg', ...picture } },
            ),
          )
        return { kind: 'done', profile: await read(signal) }
      }),
  }
}

class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: ApiRefusal
  constructor(refusal: ApiRefusal) {
    super(refusal.description)
    this.refusal = refusal
  }
}

function resultOf<T>(answer: ApiAnswer<T>): T {
  if (answer.ok) return answer.result
  throw new Refused(answer.refusal)
}

function outcomeOf(refusal: ApiRefusal): Failed {
  const { code, message } = connectionFailure(refusal)
  return refusal.retryAfterMs === undefined
    ? { kind: 'refused', code, text: message }
    : { kind: 'later', retryAfterMs: refusal.retryAfterMs, code, text: message }
}

function refuse({ name, about, headline, links, picture }: ProfileChange): ProfileOutcome | undefined {
  const no = (code: string, text: string): ProfileOutcome => ({ kind: 'refused', code, text })
  const parts = [
    [name, limits.nameCodePoints, 'name'],
    [about, limits.aboutCodePoints, 'description'],
    [headline, limits.headlineCodePoints, 'short description'],
  ] as const
  for (const [text, most, what] of parts)
    if (text !== undefined && text.length > most)
      return no('too-long', `The ${what} of a bot may have ${most} characters. Please shorten it.`)
  if (name !== undefined && name.trim() === '') return no('no-name', 'A bot has a name. Please write one.')
  if (links && links.length > 0)
    return no('no-place', 'A bot has no links of its own. They can stand in the description.')
  if (picture && picture.mimeType !== 'image/jpeg') return no('bad-picture', 'Telegram takes a JPEG file as a picture.')
  if (picture && picture.bytes.length > limits.pictureBytes) return no('too-big', 'A picture may have 5 MB.')
  return undefined
}
