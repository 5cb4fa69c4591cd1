import { describeConformance } from '#connectors/conformance.ts'
import { modernHarness } from '#tests/servers/irc.ts'

describeConformance(modernHarness)
