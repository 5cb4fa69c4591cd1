import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { OwnProfile, PictureOutcome, ProfileChange, ProfileOutcome, ProfilePicture } from '../contract.ts'
import { failureOf } from '../keep-trying.ts'
import { pictureOf } from '../own-picture.ts'
import { type ApiRefusal, type DiscordApi, wrongToken } from './api.ts'

const limits = { nameCodePoints: 32, aboutCodePoints: 400, links: 0, pictureBytes: 2_000_000 }

type Failed = Exclude<ProfileOutcome, { kind: 'done' }>
const shown = z.object({ id: z.string(), username: z.string(), avatar: z.string().nullish() })
const application = z.object({ description: z.string().default('') })

/** The bot's name and picture, and the application's description, which Discord shows as “About me”. */
export function profileOver(api: DiscordApi) {
  async function tried<Outcome>(act: () => Promise<Outcome>): Promise<Outcome | Failed> {
    try {
      return await act()
    } catch (error) {
      if (error instanceof Refused) return outcomeOf(error.refusal)
      const { code, message, retryAfterMs } = failureOf(error)
      return { kind: 'later', retryAfterMs: retryAfterMs ?? 10 * secondMs, code, text: message }
    }
  }

  async function ask<T>(
    path: string,
    result: z.ZodType<T>,
    body: Readonly<Record<string, unknown>> | undefined,
    signal: AbortSignal,
  ): Promise<T> {
    const answer = await api.call(path, result, { signal, ...(body ? { method: 'PATCH', body } : {}) })
    if (answer.ok) return answer.result
    throw new Refused(answer.refusal)
  }

  async function read(signal: AbortSignal): Promise<OwnProfile> {
    const { id, username, avatar } = await ask('/users/@me', shown, undefined, signal)
    const { description } = await ask('/applications/@me', application, undefined, signal)
    return {
      name: username,
      about: description,
      ...(avatar ? { pictureUrl: `https://cdn.discordapp.com/avatars/${id}/${avatar}.png` } : {}),
      url: `https://discord.com/users/${id}`,
      limits,
    }
  }

  return {
    picture: (signal: AbortSignal): Promise<PictureOutcome> =>
      tried(async () => {
        const { pictureUrl } = await read(signal)
        // Asked for as anybody: that server needs no token.
        const answer = pictureUrl && (await api.fetch(pictureUrl, { maxBytes: 2 * limits.pictureBytes, signal }))
        return pictureOf(answer && answer.status === 200 ? answer.body : undefined, limits.pictureBytes)
      }),
    read: (signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async () => ({ kind: 'done', profile: await read(signal) })),
    write: (change: ProfileChange, signal: AbortSignal): Promise<ProfileOutcome> =>
      tried(async (): Promise<ProfileOutcome> => {
        const refusal = refuse(change)
        if (refusal) return refusal
        const { name, about, picture } = change
        const before = await read(signal)
        // Discord takes two changes of a name in an hour: what stands there already is not written again.
        if ((name !== undefined && name !== before.name) || picture !== undefined)
          await ask(
            '/users/@me',
            shown,
            {
              username: name ?? before.name,
              ...(picture === undefined ? {} : { avatar: picture && dataOf(picture) }),
            },
            signal,
          )
        if (about !== undefined && about !== before.about)
          await ask('/applications/@me', application, { description: { default: about } }, signal)
        return { kind: 'done', profile: await read(signal) }
      }),
  }
}

const dataOf = ({ mimeType, bytes }: ProfilePicture) =>
  `data:${mimeType};base64,${Buffer.from(bytes).toString('base64')}`

class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: ApiRefusal
  constructor(refusal: ApiRefusal) {
    super(refusal.text)
    this.refusal = refusal
  }
}

function outcomeOf({ status, text, retryAfterMs }: ApiRefusal): Failed {
  if (retryAfterMs !== undefined) return { kind: 'later', retryAfterMs, code: 'too-fast', text }
  if (status === 401) return { kind: 'refused', code: 'wrong-credentials', text: wrongToken }
  return { kind: 'refused', code: 'refused', text: `Discord says: ${text.slice(0, 200) || status}` }
}

function refuse({ name, about, links, headline, picture }: ProfileChange): ProfileOutcome | undefined {
  const no = (code: string, text: string): ProfileOutcome => ({ kind: 'refused', code, text })
  if (name !== undefined && (name.trim().length < 2 || [...name].length > limits.nameCodePoints))
    return no('bad-name', `A bot’s name has 2 to ${limits.nameCodePoints} characters.`)
  if (about !== undefined && [...about].length > limits.aboutCodePoints)
    return no('too-long', `The description may have ${limits.aboutCodePoints} characters. Please shorten it.`)
  if (headline || (links && links.length > 0))
    return no('no-place', 'A bot has a name, a picture and a description. Links can stand in the description.')
  if (picture && !/^image\/(?:png|jpeg|gif)$/.test(picture.mimeType))
    return no('bad-picture', 'A picture is a PNG, JPEG or GIF file.')
  if (picture && picture.bytes.length > limits.pictureBytes) return no('too-big', 'A picture may have 2 MB.')
  return undefined
}
