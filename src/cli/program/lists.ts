import { setFlagsFromString } from 'node:v8'
import type { Command } from 'commander'
import { collect, doing, io } from '#cli/command-line.ts'

/** `kith dedupe`, `kith link` and `kith etiquette check`: files in, answers out, no database. */
export function addListCommands(program: Command): void {
  type ListOptions = { map?: string[]; out?: string; json?: boolean }
  const withListOptions = (command: Command) =>
    command
      .option('--map <column=meaning>', 'what a column means, as often as needed; a wrong one lists them all', collect)
      .option('--out <file>', 'write there instead of to standard output')
      .option('--json', 'JSON instead of CSV')
  withListOptions(
    program.command('dedupe').description('find the rows of a CSV file that are one person').argument('<file>'),
  )
    .addHelpText('after', '\nExample:\n  kith dedupe contacts.csv --map "Alias=full-name" --out clusters.csv')
    .action(
      doing(async (file: string, options: ListOptions) =>
        (await import('#cli/dedupe.ts')).dedupeCommand({ file, ...options }),
      ),
    )
  withListOptions(
    program
      .command('link')
      .description('find the rows of two CSV files that are one person')
      .argument('<left>')
      .argument('<right>'),
  )
    .addHelpText('after', '\nExample:\n  kith link crm.csv conference.csv --out pairs.csv')
    .action(
      doing(async (left: string, right: string, options: ListOptions) =>
        (await import('#cli/link.ts')).linkCommand({ left, right, ...options }),
      ),
    )
  const etiquette = program.command('etiquette').description('the rules of each tool')
  etiquette
    .command('check')
    .description('judge drafts: JSON lines in, one verdict per line out; exit code 1 when a line was bad')
    .option('--policy <file>', 'limits of a workspace as JSON, instead of Kith’s own')
    .addHelpText('after', '\nExample:\n  kith etiquette check < cases.jsonl > verdicts.jsonl')
    .action(
      doing(async (options: { policy?: string }) => {
        // Hundreds of patterns, most tried a few times: V8 otherwise compiles them twice, first for its interpreter.
        setFlagsFromString('--no-regexp-tier-up')
        const { checkEtiquetteLines, readPolicyFile } = await import('#cli/etiquette-check.ts')
        const { systemClock } = await import('#kernel/clock.ts')
        const policy = options.policy === undefined ? undefined : await readPolicyFile(options.policy)
        if (policy && !policy.ok) {
          io.err(`${policy.refusal.message}\n`)
          return 1
        }
        const { bad } = await checkEtiquetteLines(
          process.stdin,
          line => io.out(`${line}\n`),
          systemClock,
          policy?.value,
        )
        return bad === 0 ? 0 : 1
      }),
    )
}
