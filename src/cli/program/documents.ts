import type { Command } from 'commander'
import { doing, io, settings } from '#cli/command-line.ts'

async function documentIo() {
  const { createHttpClient, allowNetworks } = await import('#platform/http.ts')
  const { outboundAllow } = await settings()
  const http = createHttpClient({ allowAddress: allowNetworks(outboundAllow) })
  return {
    stdout: io.out,
    stderr: io.err,
    fetch: async (address: string) => {
      const { status, body, url, headers } = await http.fetch(address)
      if (status >= 400) throw new Error(`The server answered with status ${status}.`)
      const contentType = headers.get('content-type')
      return { bytes: body, url, ...(contentType !== null && { contentType }) }
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}

/** `kith feed parse` and `kith page parse`. */
export function addDocumentCommands(program: Command): void {
  const feed = program.command('feed').description('read feeds (RSS, Atom, JSON Feed, h-feed)')
  feed
    .command('parse')
    .description('print a feed as JSON; several files as one line each')
    .argument('<file-or-url...>')
    .option('--base <url>', 'address that relative links in it belong to')
    .addHelpText(
      'after',
      '\nExamples:\n  kith feed parse blog.xml --base https://ada.example/\n  kith feed parse https://ada.example/feed',
    )
    .action(
      doing(async (targets: string[], options: { base?: string }) => {
        await using documents = await documentIo()
        return await (await import('#cli/feed-parse.ts')).feedParse(targets, options, documents)
      }),
    )
  const page = program.command('page').description('read web pages')
  page
    .command('parse')
    .description('print the persons, feeds, entries and links of a page as JSON')
    .argument('<file-or-url...>')
    .option('--base <url>', 'address that relative links in it belong to')
    .addHelpText('after', '\nExample:\n  kith page parse saved-profile.html --base https://example.org/ada')
    .action(
      doing(async (targets: string[], options: { base?: string }) => {
        await using documents = await documentIo()
        return await (await import('#cli/page-parse.ts')).pageParse(targets, options, documents)
      }),
    )
}
