import { jsonFaults } from './json.ts'
import { xmlFaults } from './xml.ts'

const types = {
  rss: /^application\/rss\+xml; charset=utf-8$/,
  atom: /^application\/atom\+xml; charset=utf-8$/,
  json: /^application\/feed\+json(?:; charset=utf-8)?$/,
} as const

/**
 * What a feed does against its own specification and against what the W3C's feed validation service reports as an error or warns of:
 * RSS 2.0.11 with the RSS Advisory Board's profile, RFC 4287, JSON Feed 1.1. Empty: nothing. The service itself needs the web; nobody keeps a
 * version of it as a package.
 */
export function feedFaults(
  format: keyof typeof types,
  answer: { body: string; type: string },
  at: { url: string; now: Date },
): string[] {
  const wrongType = types[format].test(answer.type) ? [] : [`is sent as ${answer.type}`]
  return [...wrongType, ...(format === 'json' ? jsonFaults(answer.body, at) : xmlFaults(format, answer.body, at))]
}
