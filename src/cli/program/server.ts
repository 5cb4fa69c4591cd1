import type { Command } from 'commander'
import { doing, io, settings } from '#cli/command-line.ts'

/** `kith serve`, `kith doctor` and `kith mcp`. */
export function addServerCommands(program: Command, version: string): void {
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
  program
    .command('mcp')
    .description(
      'let an assistant read in a running Kith and leave drafts (Model Context Protocol on stdin and stdout)',
    )
    .option('--url <address>', 'where Kith runs; else KITH_PUBLIC_URL, else this machine')
    .option('--token-file <path>', 'file with the API token; else KITH_TOKEN')
    .addHelpText(
      'after',
      '\nNothing is sent: drafts wait in the composer, and what the etiquette stops is not left.\nExample, as the command of an MCP client:\n  KITH_TOKEN=kith_… kith mcp --url https://kith.example.org',
    )
    .action(
      doing(async (options: { url?: string; tokenFile?: string }) =>
        (await import('#cli/mcp.ts')).mcp(await settings(), options, version, io),
      ),
    )
}
