import { describeConformance } from '#connectors/conformance.ts'
import { xmppHarness } from '#tests/servers/xmpp.ts'

describeConformance(xmppHarness)
