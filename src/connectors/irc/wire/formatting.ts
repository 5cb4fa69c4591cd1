/** mIRC's codes: bold, italic, underline, strike, monospace, reverse, reset; colours by number and by hex. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these control characters are the formatting
const codes = /\x03(?:\d{1,2}(?:,\d{1,2})?)?|\x04(?:[0-9a-f]{6}(?:,[0-9a-f]{6})?)?|[\x02\x0f\x11\x16\x1d\x1e\x1f]/gi

/** The words without their colours; other control characters go too, except a tab. */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no screen can show
  return text.replace(codes, '').replace(/[\x00-\x08\x0a-\x1f\x7f]/g, '')
}

export type Ctcp = { command: string; text: string }

/** What is wrapped in 0x01; some programs leave the closing one out. */
export function ctcpOf(text: string): Ctcp | undefined {
  if (!text.startsWith('\u0001')) return undefined
  // biome-ignore lint/suspicious/noControlCharactersInRegex: 0x01 is the quote of CTCP
  const [, command = '', rest = ''] = /^\x01([^\x01 ]+) ?([^\x01]*)/.exec(text) ?? []
  return command === '' ? undefined : { command: command.toUpperCase(), text: rest }
}

export const ctcp = (command: string, text: string): string => `\u0001${command}${text === '' ? '' : ` ${text}`}\u0001`
