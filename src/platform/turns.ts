import { setImmediate as breathe } from 'node:timers/promises'

/** About a millisecond's work: so long the database's answers to others may wait. */
const together = 48

/** Visits a long list with a pause after every few, in which others get their turn: above all whoever waits for the database. */
export async function eachInTurns<Item>(items: Iterable<Item>, visit: (item: Item) => void): Promise<void> {
  let count = 0
  for (const item of items) {
    visit(item)
    if (++count % together === 0) await breathe()
  }
}
