/** One line of the protocol (RFC 1459 2.3.1, IRCv3 message tags). */
export type Line = {
  tags: ReadonlyMap<string, string>
  /** `nick!user@host` or a server's name; absent = the server we talk to. */
  source: string | undefined
  /** Upper case, or three digits. */
  command: string
  params: readonly string[]
}

export type Source = { nick: string; user: string | undefined; host: string | undefined }

const escapes: Readonly<Record<string, string>> = { ':': ';', s: ' ', r: '\r', n: '\n', '\\': '\\' }
const escaped: Readonly<Record<string, string>> = { ';': '\\:', ' ': '\\s', '\r': '\\r', '\n': '\\n', '\\': '\\\\' }

/** Undefined for what is no line: empty, without a command, or with a command that is neither a word nor a number. */
export function parseLine(text: string): Line | undefined {
  let rest = text.replace(/[\r\n\0]/g, '')
  const take = (): string => {
    const end = rest.indexOf(' ')
    const word = end === -1 ? rest : rest.slice(0, end)
    rest = end === -1 ? '' : rest.slice(end).replace(/^ +/, '')
    return word
  }
  const tags = rest.startsWith('@') ? readTags(take().slice(1)) : new Map<string, string>()
  rest = rest.replace(/^ +/, '')
  const source = rest.startsWith(':') ? take().slice(1) : undefined
  const command = take().toUpperCase()
  if (!/^(?:[A-Z]+|\d{3})$/.test(command)) return undefined
  const params: string[] = []
  while (rest !== '') {
    if (rest.startsWith(':')) {
      params.push(rest.slice(1))
      break
    }
    params.push(take())
  }
  return { tags, source: source === '' ? undefined : source, command, params }
}

function readTags(text: string): Map<string, string> {
  const tags = new Map<string, string>()
  for (const pair of text.split(';')) {
    const at = pair.indexOf('=')
    const name = at === -1 ? pair : pair.slice(0, at)
    if (name === '') continue
    const value = at === -1 ? '' : pair.slice(at + 1)
    tags.set(
      name,
      value.replace(/\\(.?)/gsu, (_, mark: string) => escapes[mark] ?? mark),
    )
  }
  return tags
}

export function formatLine(
  command: string,
  params: readonly string[] = [],
  tags: Readonly<Record<string, string>> = {},
): string {
  const pairs = Object.entries(tags).map(([name, value]) => {
    const safe = value.replace(/[; \r\n\\]/g, mark => escaped[mark] ?? mark)
    return safe === '' ? name : `${name}=${safe}`
  })
  const words = params.map((param, index) => {
    const clean = param.replace(/[\r\n\0]/g, ' ')
    const last = index === params.length - 1
    if (last) return clean === '' || clean.includes(' ') || clean.startsWith(':') ? `:${clean}` : clean
    if (clean === '' || clean.includes(' ') || clean.startsWith(':'))
      throw new Error(`a middle parameter of ${command} may not be empty, hold a space or begin with a colon`)
    return clean
  })
  return [...(pairs.length > 0 ? [`@${pairs.join(';')}`] : []), command, ...words].join(' ')
}

/** The parts of `nick!user@host`; a server's name comes back as a nick with a dot in it. */
export function sourceOf(text: string | undefined): Source {
  const [, nick = '', user, host] = /^([^!@]*)(?:!([^@]*))?(?:@(.*))?$/s.exec(text ?? '') ?? []
  return { nick, user, host }
}

export const isServer = (source: string | undefined): boolean =>
  source === undefined || (!source.includes('!') && source.includes('.'))
