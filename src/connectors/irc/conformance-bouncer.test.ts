import { describeConformance } from '#connectors/conformance.ts'
import { bouncerHarness } from '#tests/servers/irc.ts'

describeConformance(bouncerHarness)
