import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { McpServer } from '@modelcontextprotocol/server'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { createKithApi } from '#cli/mcp/kith-api.ts'
import { addTools } from '#cli/mcp/tools.ts'
import { createHttpClient } from '#platform/http.ts'
import type { Settings } from '#platform/settings.ts'

export type McpOptions = { url?: string; tokenFile?: string }

const instructions = `Kith is for the recruiter who is a friend first. People are met on their own ground: read what they write, say
something useful, be answered, say who you are; work comes up when they ask. read_person names the next right step and why. Write as the
recruiter would to this one person, in their language, and refer only to what the recruiter has read (readAt). leave_draft puts a text
into the composer; only the recruiter sends.`

async function tokenFrom(settings: Settings, { tokenFile }: McpOptions): Promise<string | undefined> {
  if (tokenFile === undefined) return settings.token
  return (await readFile(tokenFile, 'utf8')).trim()
}

/** `kith mcp`: the Model Context Protocol on standard input and output, until the assistant closes it. Gives the exit code. */
export async function mcp(
  settings: Settings,
  options: McpOptions,
  version: string,
  io: { err: (part: string) => void },
): Promise<0 | 1> {
  const token = await tokenFrom(settings, options).catch(() => undefined)
  if (!token) {
    io.err(
      'Kith needs a token: put it into KITH_TOKEN, or into a file named with --token-file. Make one under Settings, API tokens, for reading and leaving drafts.\n',
    )
    return 1
  }
  const url = (options.url ?? settings.publicUrl).replace(/\/+$/, '')
  // The one who starts it names the server; it stands in their own network more often than not.
  await using http = createHttpClient({ allowAddress: () => true })
  const server = new McpServer({ name: 'kith', title: 'Kith', version }, { instructions })
  addTools(server, createKithApi(http, { url, token }))
  const transport = new StdioServerTransport()
  await server.connect(transport)
  await once(process.stdin, 'close')
  await server.close()
  return 0
}
