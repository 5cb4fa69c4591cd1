/** The account that is meant by its name or address on GitHub, a person's or an organisation's; undefined for what can't be one. */
export function githubAccount(typed: string): string | undefined {
  const bare = typed
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\//i, '')
    .replace(/^orgs\//i, '')
    .replace(/^@/, '')
  const [account = ''] = bare.split(/[/?#]/)
  return /^[a-z\d](?:-?[a-z\d]){0,38}$/i.test(account) ? account : undefined
}

/** Where the next page of a list is, as a `Link` header says it. */
export function nextPage(link: string | null): string | undefined {
  for (const part of link?.split(',') ?? []) {
    const [, url, rest] = /<([^>]+)>\s*(;.*)$/.exec(part) ?? []
    if (url && /;\s*rel="?next"?/i.test(rest ?? '')) return url
  }
  return undefined
}
