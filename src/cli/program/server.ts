import type { Command } from 'commander'
import { doing, io, settings } from '#cli/command-line.ts'

/** `kith serve` and `kith doctor`. */
export function addServerCommands(program: Command): void {
  program
    .command('serve')
    .description('run Kith: web pages, API, networks and background work')
    .option('--quiet', 'print no link, only what is wrong')
    .addHelpText(
      'after',
      '\nSettings come from the environment; docs/operate/settings.md lists them.\nExamples:\n  kith serve\n  KITH_PORT=8080 kith serve',
    )
    .action(
      doing(async (options: { quiet?: boolean }) =>
        (await import('#cli/serve.ts')).serve(await settings(), options, io),
      ),
    )
  program
    .command('doctor')
    .description('look for what would keep Kith from running well here')
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      '\nExit code 1 when something fails; warnings alone are 0.\nExample:\n  KITH_DATA=/srv/kith kith doctor',
    )
    .action(
      doing(async (options: { json?: boolean }) =>
        (await import('#cli/doctor.ts')).doctor(await settings(), options, io),
      ),
    )
}
