import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('no more than so many work at once, those who wait go in order, and a failure frees its place', async () => {
  const inTurn = createTurns(2)
  const [order, ends]: [number[], (() => void)[]] = [[], []]
  let busy = 0
  let most = 0
  const all = Array.from({ length: 6 }, (_, n) =>
    inTurn(async () => {
      order.push(n)
      most = Math.max(most, ++busy)
      await new Promise<void>(resolve => ends.push(resolve))
      busy--
      if (n === 1) throw new Error('no')
    }),
  )
  const settled = Promise.allSettled(all)
  for (let done = 0; done < all.length; done++) {
    await expect.poll(() => ends.length).toBeGreaterThan(done)
    ends[done]?.()
  }
  expect((await settled).map(each => each.status)).toEqual(all.map((_, n) => (n === 1 ? 'rejected' : 'fulfilled')))
  expect(order).toEqual([0, 1, 2, 3, 4, 5])
  expect(most).toBe(2)
})
