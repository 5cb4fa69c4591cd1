const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** Slack's marks as people see them: `<@U1>`, `<#C1|general>`, `<https://…|label>`, `<!here>`. */
export function plainWords(text: string, nameOf: (user: string) => string | undefined): string {
  return text
    .replace(/<([^<>]+)>/g, (all, inner: string) => {
      const [what = '', label] = inner.split('|', 2)
      if (what.startsWith('@')) return `@${label || nameOf(what.slice(1)) || what.slice(1)}`
      if (what.startsWith('#')) return `#${label || what.slice(1)}`
      if (what.startsWith('!')) return label || `@${what.slice(1).split('^')[0]}`
      const address = what.replace(/^mailto:|^tel:/, '')
      if (!/^[a-z][a-z0-9+.-]*:/i.test(what)) return all
      return label && label !== address && label !== what ? `${label} (${address})` : address
    })
    .replace(/&(?:lt|gt|amp);/g, found => entities[found] ?? found)
}

/** The three signs that mean something to Slack, so that words stay words. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Members who are mentioned, for their names. */
export const mentionedIn = (text: string): string[] =>
  [...text.matchAll(/<@([UW][A-Z0-9]+)/g)].flatMap(each => each[1] ?? [])
