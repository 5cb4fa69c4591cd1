import { describeConformance } from '#connectors/conformance.ts'
import { slackHarness } from '#tests/servers/slack.ts'

describeConformance(slackHarness)
