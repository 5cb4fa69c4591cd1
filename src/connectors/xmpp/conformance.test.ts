import { prosodyHarness } from '#tests/servers/xmpp.ts'
import { describeConformance } from '../conformance.ts'

describeConformance(prosodyHarness)
