import { describeConformance } from '#connectors/conformance.ts'
import { homeHarness } from '#tests/servers/matrix.ts'

describeConformance(homeHarness)
