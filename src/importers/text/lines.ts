import { UnreadableFile } from '#importers/contract.ts'

const maxLineChars = 4 << 20

/** Lines of text that comes in pieces, without their ends. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let pending = ''
  for await (const piece of pieces) {
    pending += piece
    const lines = pending.split(/\r\n|\n/)
    pending = lines.pop() ?? ''
    if (pending.length > maxLineChars)
      throw new UnreadableFile(
        'too-big',
        'One line of this file is longer than 4 million characters, so reading stopped.',
      )
    yield* lines
  }
  if (pending !== '') yield pending.replace(/\r$/, '')
}
