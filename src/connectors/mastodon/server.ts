import type { z } from 'zod'
import { CallFailure } from '../call-failure.ts'
import type { MastodonAccount } from './account.ts'
import { fullAddress } from './address.ts'
import type { Client } from './client.ts'
import type { Reading } from './events.ts'
import { usualLimits } from './manifest.ts'
import { instance, ownPerson } from './shapes.ts'

/** What the server says of itself and of us. */
export type Server = {
  reading: Reading
  name: string
  /** Follows are let in one by one. */
  locked: boolean
  limits: {
    text: number
    files: number
    imageBytes: number
    link: number
    fields: number
    mimeTypes: readonly string[]
  }
  ownPath: string
  /** Undefined where it names none. */
  streaming: string | undefined
}

export async function meetServer(client: Client, account: MastodonAccount, signal: AbortSignal): Promise<Server> {
  const about = await aboutServer(client, signal)
  const me = await whoAmI(client, signal)
  // snac is an exception in two things: the word “private”, and that an account's list leaves out what is not for everybody.
  const isSnac = /\bsnac\b/i.test(about.version)
  const { configuration: given } = about
  const host = hostOf(about.domain ?? about.uri) ?? new URL(account.base).host
  return {
    reading: { me: { id: me.id, address: fullAddress(me.acct, host) }, host, privateIsDirect: isSnac },
    name: me.display_name.trim() || me.acct,
    locked: me.locked ?? false,
    limits: {
      text: given?.statuses?.max_characters ?? about.max_toot_chars ?? usualLimits.text,
      files: given?.statuses?.max_media_attachments ?? usualLimits.files,
      imageBytes: given?.media_attachments?.image_size_limit ?? usualLimits.imageBytes,
      link: given?.statuses?.characters_reserved_per_url ?? usualLimits.link,
      fields: given?.accounts?.max_profile_fields ?? usualLimits.fields,
      mimeTypes: given?.media_attachments?.supported_mime_types ?? [],
    },
    ownPath: isSnac ? '/api/v1/timelines/home' : `/api/v1/accounts/${encodeURIComponent(me.id)}/statuses`,
    streaming: given?.urls?.streaming ?? about.urls?.streaming_api ?? undefined,
  }
}

/** Servers older than Mastodon 4 and many others have the first version only. */
async function aboutServer(client: Client, signal: AbortSignal): Promise<z.output<typeof instance>> {
  try {
    return await client.get('/api/v2/instance', instance, signal)
  } catch (error) {
    if (!(error instanceof CallFailure) || !['not-found', 'bad-response', 'rejected'].includes(error.code)) throw error
  }
  try {
    return await client.get('/api/v1/instance', instance, signal)
  } catch (error) {
    if (!(error instanceof CallFailure) || !['not-found', 'bad-response'].includes(error.code)) throw error
    throw new CallFailure(
      'not-found',
      `${client.host} does not speak the Mastodon API. Check the server’s name: it is the part after the last @ of your address there.`,
      { cause: error },
    )
  }
}

async function whoAmI(client: Client, signal: AbortSignal) {
  try {
    return await client.get('/api/v1/accounts/verify_credentials', ownPerson, signal)
  } catch (error) {
    // snac answers 422 to a token that it does not know.
    if (!(error instanceof CallFailure) || error.code !== 'rejected') throw error
    throw new CallFailure(
      'wrong-credentials',
      `The access token is not valid on ${client.host}. Make a new one in its settings, and enter it here.`,
      { cause: error },
    )
  }
}

function hostOf(text: string | null | undefined): string | undefined {
  if (!text) return undefined
  const address = /^https?:/i.test(text) ? text : `https://${text}`
  return URL.canParse(address) ? new URL(address).host : undefined
}
