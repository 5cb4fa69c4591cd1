import { expect, test } from 'vitest'
import { anyFiles, readers, survives } from './fixtures/damage.test-support.ts'

/** A part of what `npm run fuzz` goes through: the first of the same cases. */
const cases = 300

test.each(readers.map(reader => [reader.name, reader] as const))(
  'damaged files never crash or hang the reader of %s',
  async (_, reader) => {
    const { read } = await survives(reader, { to: cases })
    expect(read).toBeGreaterThan(0)
    // Whatever else it is handed, it says so.
    await survives({ ...reader, seeds: anyFiles }, { to: anyFiles.length * 2 })
  },
  120_000,
)
