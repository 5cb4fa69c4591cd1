import { expect, test } from 'vitest'
import { connectorTools, findConnector } from '#connectors/registry.ts'
import { manifest as websiteChat } from '#connectors/website-chat/manifest.ts'
import { createHttpClient } from '#platform/http.ts'
import { tellsPresence } from './presence.ts'

test('whether somebody is there is said only of tools that tell it', async () => {
  await using http = createHttpClient()
  const outside = { http, allowAddress: () => false }
  const manifests = [websiteChat]
  for (const tool of connectorTools) {
    const connector = await findConnector(tool, outside)
    if (connector) manifests.push(connector.manifest)
  }
  expect(manifests).toHaveLength(connectorTools.length + 1)
  for (const { tool, capabilities } of manifests)
    expect([tool, tellsPresence(tool)]).toEqual([tool, capabilities.presence !== 'rejected'])
  for (const tool of ['linkedin', 'facebook', 'myspace'] as const) expect(tellsPresence(tool)).toBe(false)
})
