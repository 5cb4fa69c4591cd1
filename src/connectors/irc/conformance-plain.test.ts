import { describeConformance } from '#connectors/conformance.ts'
import { plainHarness } from '#tests/servers/irc.ts'

describeConformance(plainHarness)
