import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { OwnProfile, ProfileChange, ProfileOutcome } from '../contract.ts'
import { failureOf } from '../keep-trying.ts'
import { type ApiRefusal, type DiscordApi, wrongToken } from './api.ts'

const limits = { nameCodePoints: 32, aboutCodePoints: 400, links: 0, pictureBytes: 2_000_000 }

const shown = z.object({ id: z.string(), username: z.string(), avatar: z.string().nullish() })
const application = z.object({ description: z.string().default('') })

/** The bot's name and picture, and the application's description, which Discord shows as “About me”. */
export function profileOver(api: DiscordApi) {
  async function tried(act: () => Promise<ProfileOutcome>): Promise<ProfileOutcome> {
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
    read: (signal: AbortSignal) => tried(async () => ({ kind: 'done', profile: await read(signal) })),
    write: (change: ProfileChange, signal: AbortSignal) =>
      tried(async () => {
        const refusal = refuse(change)
        if (refusal) return refusal
        const { name, about, picture } = change
        const before = await read(signal)
        // Discord takes two changes of a name in an hour: what stands there already is not written again.
        if ((name !== undefined && name !== before.name) || picture)
          await ask(
            '/users/@me',
            shown,
            {
              username: name ?? before.name,
              ...(picture
                ? { avatar: `data:${picture.mimeType};base64,${Buffer.from(picture.bytes).toString('base64')}` }
                : {}),
            },
            signal,
          )
        if (about !== undefined && about !== before.about)
          await ask('/applications/@me', application, { description: { default: about } }, signal)
        return { kind: 'done', profile: await read(signal) }
      }),
  }
}

class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: ApiRefusal
  constructor(refusal: ApiRefusal) {
    super(refusal.text)
    this.refusal = refusal
  }
}

function outcomeOf({ status, text, retryAfterMs }: ApiRefusal): ProfileOutcome {
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
