import { afterAll } from 'vitest'
import { snacHarness, stopSharedSnac } from '#tests/servers/fediverse.ts'
import { describeConformance } from '../conformance.ts'

afterAll(stopSharedSnac)
describeConformance(snacHarness)
