import { describeConformance } from '#connectors/conformance.ts'
import { discordHarness } from '#tests/servers/discord.ts'

describeConformance(discordHarness('private'))
