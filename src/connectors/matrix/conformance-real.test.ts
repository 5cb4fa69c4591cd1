import { describe, test } from 'vitest'
import { describeConformance } from '#connectors/conformance.ts'
import { realHarness, realUrl } from '#tests/servers/matrix.ts'

if (realUrl === undefined)
  test('the same against a real homeserver', context =>
    context.skip('set KITH_TEST_MATRIX_URL to one with open registration'))
else describe(`against ${realUrl}`, () => describeConformance(realHarness))
