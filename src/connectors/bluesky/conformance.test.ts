import { afterAll } from 'vitest'
import { blueskyHarness, stopSharedAtproto } from '#tests/servers/bluesky.ts'
import { describeConformance } from '../conformance.ts'

afterAll(stopSharedAtproto)
describeConformance(await blueskyHarness())
