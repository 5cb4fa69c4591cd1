import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { readTestSettings } from '#platform/settings.ts'
import { needs } from '../../scripts/needs.mjs'

/** Before each file: one that needs what is still being installed (see scripts/test.mjs) waits for it. */
const { pending } = readTestSettings()
const { testPath } = expect.getState()
if (pending && testPath && existsSync(pending)) {
  const text = readFileSync(testPath, 'utf8')
  if (needs.some(({ said }) => said.test(text))) while (existsSync(pending)) await sleep(200)
}
