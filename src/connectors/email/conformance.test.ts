import { afterAll } from 'vitest'
import { describeConformance } from '#connectors/conformance.ts'
import { emailHarness, stopSharedServer } from '#tests/servers/email.ts'

afterAll(stopSharedServer)
describeConformance(emailHarness)
