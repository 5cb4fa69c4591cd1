import type { MatrixAccount } from '../account.ts'
import { serverNameOf } from '../address.ts'
import { createApi, type Http, jsonOf } from './api.ts'
import { MatrixFailure } from './failure.ts'
import { versionsAnswer, wellKnown } from './shapes.ts'

export type Server = {
  base: string
  /** Media are fetched with the token (specification 1.11); older servers give them to everybody. */
  authenticatedMedia: boolean
}

/** Where the account's homeserver answers: as the form says, else as its name says (specification, server discovery). */
export async function findServer(http: Http, account: MatrixAccount, signal?: AbortSignal): Promise<Server> {
  const name = serverNameOf(account.userId)
  const given = account.server ?? (await wellKnownBase(http, name, signal)) ?? `https://${name}`
  const answer = await createApi(http, given)
    .call('/_matrix/client/versions', versionsAnswer, signal ? { signal } : {})
    .catch((error: unknown) => {
      const noMatrix = error instanceof MatrixFailure && (error.code === 'bad-answer' || error.status === 404)
      if (!noMatrix) throw error
      throw new MatrixFailure(
        'not-found',
        `${new URL(given).host} is no Matrix server. Check your address, or enter the server’s address under More settings.`,
        { cause: error },
      )
    })
  const modern = answer.versions.some(version => {
    const [, minor] = /^v1\.(\d+)$/.exec(version) ?? []
    return minor !== undefined && Number(minor) >= 11
  })
  return {
    base: given,
    authenticatedMedia: modern || answer.unstable_features['org.matrix.msc3916.stable'] === true,
  }
}

async function wellKnownBase(http: Http, name: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  const at = `https://${name}/.well-known/matrix/client`
  const answer = await http
    .fetch(at, { maxBytes: 100_000, timeoutMs: 10_000, ...(signal ? { signal } : {}) })
    // No page there is allowed: the server is then at the name itself.
    .catch((error: unknown) => {
      if (signal?.aborted) throw error
      return undefined
    })
  if (answer?.status !== 200) return undefined
  const parsed = wellKnown.safeParse(jsonOf(answer.body))
  const base = parsed.success ? parsed.data['m.homeserver'].base_url.trim().replace(/\/+$/, '') : ''
  if (URL.canParse(base) && new URL(base).protocol === 'https:') return base
  throw new MatrixFailure(
    'not-found',
    `${name} says where its Matrix server is in a way that can’t be read (${at}). Enter the server’s address under More settings.`,
  )
}
