import { z } from 'zod'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { HttpClient, HttpResponse } from '#platform/http.ts'
import { githubAccount, nextPage } from '../model/github.ts'
import { chunkBytes, chunkCount } from '../model.ts'
import type { SourcingDeps } from './deps.ts'
import { createUpload, putChunk } from './uploads.ts'

/** `token` of any account: without one GitHub answers sixty questions an hour. */
export type GithubDeps = Pick<SourcingDeps, 'db' | 'clock'> & {
  fetch: HttpClient['fetch']
  github: { api: string; token: string | undefined }
}

export type GithubRefusal =
  | { code: 'no-account-name' }
  | { code: 'no-such-account'; account: string }
  | { code: 'no-members'; account: string }
  | { code: 'github-limit'; until: Date | undefined }
  | { code: 'github-silent'; why: string }

export type FetchedFile = { id: string; name: string }

/** Of a large organisation so many members are listed, and of so many more is asked than their name. */
const mostMembers = 2_000
const mostDetails = 100
const perPage = 100
/** Questions that are left for others when the details of members are asked for. */
const keptBack = 5

const account = z.looseObject({ login: z.string(), type: z.string().optional() })

class Refused extends Error {
  readonly refusal: GithubRefusal
  constructor(refusal: GithubRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const left = ({ headers }: HttpResponse): number => Number(headers.get('x-ratelimit-remaining') ?? Number.NaN)

async function ask({ fetch, github }: GithubDeps, path: string, name: string): Promise<HttpResponse> {
  const url = path.startsWith(github.api) ? path : `${github.api}${path}`
  const answer = await fetch(url, {
    headers: {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      ...(github.token ? { authorization: `Bearer ${github.token}` } : {}),
    },
  }).catch((error: unknown) => {
    throw new Refused({ code: 'github-silent', why: error instanceof Error ? error.message : String(error) })
  })
  const { status, headers } = answer
  if (status === 200) return answer
  if (status === 404) throw new Refused({ code: 'no-such-account', account: name })
  if (status === 429 || (status === 403 && left(answer) === 0)) {
    const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN)
    throw new Refused({ code: 'github-limit', until: Number.isNaN(reset) ? undefined : new Date(reset * 1_000) })
  }
  const why = status === 401 ? 'It does not accept the token in KITH_GITHUB_TOKEN.' : `It answered ${status}.`
  throw new Refused({ code: 'github-silent', why })
}

const jsonOf = ({ body }: HttpResponse): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    throw new Refused({ code: 'github-silent', why: 'Its answer could not be read.' })
  }
}
const listOf = (answer: HttpResponse) => z.array(account).safeParse(jsonOf(answer)).data ?? []

/** Everybody who is publicly a member, with all that GitHub shows of them as far as the questions of the hour go. */
async function readMembers(deps: GithubDeps, name: string): Promise<unknown[]> {
  const members: z.infer<typeof account>[] = []
  let questions = 0
  for (let url: string | undefined = `/orgs/${name}/public_members?per_page=${perPage}`; url; ) {
    const page = await ask(deps, url, name)
    members.push(...listOf(page))
    questions = left(page)
    url = members.length < mostMembers ? nextPage(page.headers.get('link')) : undefined
  }
  const asked = Math.min(members.length, mostDetails, Number.isNaN(questions) ? mostDetails : questions - keptBack)
  const known: unknown[] = []
  for (const [index, member] of members.entries()) {
    if (index >= asked) {
      known.push(member)
      continue
    }
    try {
      known.push(jsonOf(await ask(deps, `/users/${encodeURIComponent(member.login)}`, member.login)))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      // Gone in this moment, or no more questions: what the list said is kept.
      known.push(member)
    }
  }
  return known
}

async function keep(deps: GithubDeps, caller: Caller, name: string, content: unknown): Promise<FetchedFile> {
  const bytes = new TextEncoder().encode(JSON.stringify(content))
  const made = await createUpload(deps, caller, { name, size: bytes.length })
  if (!made.ok) throw new Error(`${name}: ${made.refusal.code}`)
  for (let chunk = 0; chunk < chunkCount(bytes.length); chunk++) {
    const part = bytes.subarray(chunk * chunkBytes, (chunk + 1) * chunkBytes)
    const put = await putChunk(deps, caller, { upload: made.value, chunk, bytes: part })
    if (!put.ok) throw new Error(`${name}: ${put.refusal.code}`)
  }
  return { id: made.value, name }
}

/**
 * What GitHub's API shows of somebody, with what they did of late, or of an organisation's public members: as a file that is looked at and
 * imported like any other.
 */
export async function fetchGithub(
  deps: GithubDeps,
  caller: Caller,
  typed: string,
): Promise<Result<FetchedFile, GithubRefusal>> {
  const name = githubAccount(typed)
  if (name === undefined) return refuse({ code: 'no-account-name' })
  try {
    const found = account.safeParse(jsonOf(await ask(deps, `/users/${name}`, name))).data
    if (!found) return refuse({ code: 'github-silent', why: 'Its answer could not be read.' })
    if (found.type === 'Organization') {
      const members = await readMembers(deps, name)
      if (members.length === 0) return refuse({ code: 'no-members', account: name })
      return done(await keep(deps, caller, `github.com ${name} members.json`, members))
    }
    const events = z
      .array(z.looseObject({}))
      .safeParse(jsonOf(await ask(deps, `/users/${name}/events/public?per_page=${perPage}`, name)))
    // An event names who did it in short; here it is the whole account.
    const told = (events.data ?? []).map(event => ({ ...event, actor: found }))
    return done(await keep(deps, caller, `github.com ${name}.json`, told.length > 0 ? told : found))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}
