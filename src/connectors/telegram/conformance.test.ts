import { describeConformance } from '#connectors/conformance.ts'
import { telegramHarness } from '#tests/servers/telegram.ts'

describeConformance(telegramHarness)
