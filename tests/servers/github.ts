import { readVendorFile } from './vendor-api/description.ts'
import { describeOpenApi } from './vendor-api/openapi.ts'
import { type Answer, startVendorApi, type VendorApi } from './vendor-api/server.ts'

export type GithubAccount = {
  login: string
  type: 'User' | 'Organization'
  name: string | null
  company?: string
  bio?: string
}

/** What every list of accounts says of one. */
function short({ login, type }: GithubAccount) {
  const api = `https://api.github.com/users/${login}`
  return {
    login,
    id: login.length,
    node_id: `U_${login}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${login.length}`,
    gravatar_id: '',
    url: api,
    html_url: `https://github.com/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type,
    site_admin: false,
  }
}

const whole = (account: GithubAccount) => ({
  ...short(account),
  name: account.name,
  company: account.company ?? null,
  blog: '',
  location: null,
  email: null,
  hireable: null,
  bio: account.bio ?? null,
  public_repos: 3,
  public_gists: 0,
  followers: 5,
  following: 2,
  created_at: '2019-03-04T05:06:07Z',
  updated_at: '2026-11-20T05:06:07Z',
})

export type GithubApi = VendorApi & {
  /** Questions that are answered before the hour is up. */
  left: number
}

/** GitHub's API as GitHub describes it, with these accounts, members and events; whoever comes without the headers that it asks for is refused. */
export async function startGithub(world: {
  accounts: readonly GithubAccount[]
  /** By organisation. */
  members: Readonly<Record<string, readonly string[]>>
  /** By account: projects that they starred. */
  stars: Readonly<Record<string, readonly string[]>>
  token?: string
}): Promise<GithubApi> {
  const state = { left: 60 }
  const counted = (): Record<string, string> => ({
    'x-ratelimit-remaining': String(state.left),
    'x-ratelimit-reset': String(Date.parse('2026-11-22T11:00:00Z') / 1_000),
  })
  const missing: Answer = {
    status: 404,
    json: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
  }
  const find = (login: unknown) => world.accounts.find(one => one.login.toLowerCase() === String(login).toLowerCase())
  const api = await startVendorApi({
    description: describeOpenApi(readVendorFile('github')),
    before({ headers }) {
      const asks =
        headers.get('accept') === 'application/vnd.github+json' && headers.get('x-github-api-version') === '2022-11-28'
      if (!headers.get('user-agent') || !asks)
        return { status: 403, bytes: 'Request forbidden by administrative rules.' }
      if (world.token && headers.get('authorization') !== `Bearer ${world.token}`)
        return { status: 401, bytes: '{"message":"Bad credentials"}' }
      if (state.left === 0) return { status: 403, headers: counted(), bytes: '{"message":"API rate limit exceeded"}' }
      state.left--
      return undefined
    },
    answers: {
      'users/get-by-username': ({ path }) => {
        const account = find(path.username)
        return account ? { status: 200, headers: counted(), json: whole(account) } : missing
      },
      'orgs/list-public-members': ({ path, query }) => {
        const all = world.members[String(path.org).toLowerCase()] ?? []
        const [size, page] = [Number(query.per_page ?? 30), Number(query.page ?? 1)]
        const next = `<${api.url}/orgs/${path.org}/public_members?per_page=${size}&page=${page + 1}>; rel="next"`
        const first = `<${api.url}/orgs/${path.org}/public_members?per_page=${size}&page=1>; rel="first"`
        return {
          status: 200,
          headers: { ...counted(), ...(all.length > page * size ? { link: `${next}, ${first}` } : {}) },
          json: all
            .slice((page - 1) * size, page * size)
            .map(login => short(find(login) ?? { login, type: 'User', name: null })),
        }
      },
      'activity/list-public-events-for-user': ({ path }) => ({
        status: 200,
        headers: counted(),
        json: (world.stars[String(path.username).toLowerCase()] ?? []).map((project, index) => ({
          id: String(4_000_000_000 + index),
          type: 'WatchEvent',
          actor: {
            id: 1,
            login: path.username,
            gravatar_id: '',
            url: `https://api.github.com/users/${path.username}`,
            avatar_url: 'https://avatars.githubusercontent.com/u/1',
          },
          repo: { id: 9, name: project, url: `https://api.github.com/repos/${project}` },
          payload: { action: 'started' },
          public: true,
          created_at: '2026-11-20T08:00:00Z',
        })),
      }),
    },
  })
  return Object.defineProperty(api, 'left', {
    get: () => state.left,
    set: (left: number) => {
      state.left = left
    },
  }) as GithubApi
}
