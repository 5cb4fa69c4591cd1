import type { Command } from 'commander'
import { collect, doing, io, settings } from '#cli/command-line.ts'

/** `kith import`. */
export function addImportCommand(program: Command): void {
  type ImportOptions = { mapping?: string[]; email?: string; workspace?: string; json?: boolean }
  program
    .command('import')
    .description('bring people in: LinkedIn exports, CSV tables, vCards; Kith may go on running')
    .argument('<file...>')
    .option('--mapping <column=meaning>', 'what a column of a table means, as often as needed', collect)
    .option('--email <address>', 'the recruiter whose import it is, where there are several')
    .option('--workspace <name>', 'the team, when the recruiter is in several')
    .option('--json', 'print what was done as JSON, one line per file')
    .addHelpText(
      'after',
      '\nExamples:\n  kith import Basic_LinkedInDataExport.zip\n  kith import people.csv --mapping "Firm=company" --email mara@example.org',
    )
    .action(
      doing(async (paths: string[], options: ImportOptions) => {
        const stop = new AbortController()
        process.once('SIGINT', () => stop.abort(new Error('stopped')))
        const { importCommand } = await import('#cli/import.ts')
        const isTerminal = process.stderr.isTTY
        return await importCommand({ paths, ...options }, await settings(), { ...io, isTerminal, signal: stop.signal })
      }),
    )
}
