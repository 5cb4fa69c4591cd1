import type { ByteSource, Importer, ImportRecord } from '../contract.ts'
import { detectEncoding } from '../csv/source-text.ts'
import { decodeText } from '../text/decode.ts'
import { mustUnderstand } from '../understood.ts'
import { unreadPart } from '../unread.ts'
import { createCardReader, type Property } from './lines.ts'
import { readCard } from './person.ts'

async function* readCards(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<Property[][]> {
  const decoder = new TextDecoder(await detectEncoding(source))
  const reader = createCardReader()
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    yield reader.push(decoder.decode(chunk, { stream: true }).replaceAll('\u0000', ''), false)
  }
  yield reader.push(decoder.decode(), true)
}

const rawOf = (card: readonly Property[]): string =>
  card
    .map(({ name, value }) => `${name}:${value}`)
    .join('\n')
    .slice(0, 2_000)

async function* readPeople(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<ImportRecord> {
  let row = 0
  for await (const cards of readCards(source, signal))
    for (const card of cards) {
      row++
      const kind = card.find(({ name }) => name === 'KIND')?.value.trim() ?? ''
      if (/^(?:group|org|location|application|device)$/i.test(kind)) {
        yield {
          kind: 'empty',
          file: source.name,
          row,
          why: `This card is no person's: its kind is “${kind.toLowerCase()}”.`,
        }
        continue
      }
      const read = readCard(card)
      if (read) {
        const { unread, ...whole } = read
        yield { kind: 'person', file: source.name, row, ...whole, ...unreadPart(unread, () => rawOf(card)) }
      } else
        yield {
          kind: 'rejected',
          file: source.name,
          row,
          why: 'This card has no name, e-mail address, phone number or profile.',
          raw: rawOf(card),
        }
    }
}

/** Address books: vCard 2.1, 3.0 and 4.0, any number of cards in a file. */
export const vcardImporter: Importer = {
  format: 'vcard',
  label: 'Address book (vCard)',
  async recognise(head) {
    const { text } = decodeText(head)
    return /^\s*BEGIN:VCARD\s/i.test(text)
      ? { match: 'yes', format: 'vcard', label: 'Address book (vCard)' }
      : { match: 'no' }
  },
  read: (source, { signal }) => mustUnderstand(readPeople(source, signal), 'Export the address book again as vCard.'),
}
