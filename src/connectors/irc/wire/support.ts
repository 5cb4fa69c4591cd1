export type Casemapping = 'ascii' | 'rfc1459' | 'strict-rfc1459'

/** What the server says of itself (numeric 005), with the protocol's defaults until it did. */
export type Support = {
  network: string | undefined
  casemapping: Casemapping
  nickBytes: number
  channelBytes: number
  channelTypes: string
  /** Symbols before a nick in NAMES, highest first, with the mode letter of each. */
  prefixes: readonly { mode: string; symbol: string }[]
  /** Symbols that may stand before a channel to reach only its operators or voiced people. */
  statusSymbols: string
  /** Mode letters by whether they carry a parameter: lists and keys always, limits only when set. */
  modesWithParam: { always: string; whenSet: string }
  lineBytes: number
  /** How many people may be watched; 0 = MONITOR is not there. */
  monitor: number
  maxHistory: number
  whox: boolean
  bot: string | undefined
  targetsOf(command: string): number
}

/** Takes 005 lines, `-NAME` included, and answers with what holds now. */
export function supportBook() {
  const known = new Map<string, string>()
  const number = (name: string, otherwise: number, most: number) => {
    const value = Number.parseInt(known.get(name) ?? '', 10)
    return Number.isFinite(value) && value > 0 ? Math.min(value, most) : otherwise
  }
  const targets = (command: string) => {
    for (const pair of (known.get('TARGMAX') ?? '').split(',')) {
      const [name = '', most = ''] = pair.split(':')
      if (name.toUpperCase() === command) return most === '' ? 20 : Math.max(Number.parseInt(most, 10) || 1, 1)
    }
    return command === 'JOIN' ? 4 : number('MAXTARGETS', 1, 20)
  }
  const book = {
    /** The parameters of one 005, without our nick and the closing words. */
    take(params: readonly string[]): void {
      for (const param of params) {
        if (param.includes(' ')) continue
        const [, minus, name = '', value] = /^(-?)([A-Za-z0-9]+)(?:=(.*))?$/s.exec(param) ?? []
        if (name === '') continue
        if (minus) known.delete(name.toUpperCase())
        else known.set(name.toUpperCase(), withoutEscapes(value ?? ''))
      }
    },
    view(): Support {
      const [, modes = 'ov', symbols = '@+'] = /^\(([^)]*)\)(.*)$/.exec(known.get('PREFIX') ?? '') ?? []
      const [lists = 'b', always = 'k', whenSet = 'l'] = (known.get('CHANMODES') ?? 'b,k,l,').split(',')
      const mapping = known.get('CASEMAPPING')?.toLowerCase()
      return {
        network: known.get('NETWORK') || undefined,
        casemapping:
          mapping === 'ascii' || mapping === 'strict-rfc1459'
            ? mapping
            : known.has('CASEMAPPING') && mapping !== 'rfc1459'
              ? 'ascii'
              : 'rfc1459',
        nickBytes: number('NICKLEN', 9, 200),
        channelBytes: number('CHANNELLEN', 200, 400),
        channelTypes: known.get('CHANTYPES') || '#&',
        prefixes: [...modes].flatMap((mode, at) => (symbols[at] ? [{ mode, symbol: symbols[at] }] : [])),
        statusSymbols: known.get('STATUSMSG') ?? '',
        modesWithParam: { always: lists + always + modes, whenSet },
        lineBytes: number('LINELEN', 512, 16_384),
        monitor: known.has('MONITOR') ? number('MONITOR', 100, 1_000) : 0,
        maxHistory: number('CHATHISTORY', number('DRAFT/CHATHISTORY', 50, 1_000), 1_000),
        whox: known.has('WHOX'),
        bot: known.get('BOT') || undefined,
        targetsOf: targets,
      }
    },
  }
  return book
}

/** `\x20` and the like inside values. */
const withoutEscapes = (text: string) =>
  text.replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** How the server compares names: in rfc1459 `[]\^` are the capitals of `{}|~`. */
export function fold(name: string, casemapping: Casemapping): string {
  const lower = name.replace(/[A-Z]/g, letter => letter.toLowerCase())
  if (casemapping === 'ascii') return lower
  const brackets = lower.replaceAll('[', '{').replaceAll(']', '}').replaceAll('\\', '|')
  return casemapping === 'rfc1459' ? brackets.replaceAll('^', '~') : brackets
}
