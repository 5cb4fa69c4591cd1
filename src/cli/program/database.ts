import { type Command, Option } from 'commander'
import { doing, io, settings } from '#cli/command-line.ts'
import type { ExportOptions } from '#cli/export.ts'

/** `kith backup`, `restore`, `export` and `keys rotate`. */
export function addDatabaseCommands(program: Command, version: string): void {
  program
    .command('backup')
    .description('save the whole database in one file; Kith may go on running')
    .option('--out <file>', 'where to; a name with the date unless told')
    .option('--with-key', 'save the key file beside it, as FILE.keys.json')
    .option('--json', 'print what was saved as JSON')
    .addHelpText('after', '\nExample:\n  kith backup --out /backups/kith.backup')
    .action(
      doing(async (options: { out?: string; withKey?: boolean; json?: boolean }) =>
        (await import('#cli/backup.ts')).backup(await settings(), options, { version, now: new Date() }, io),
      ),
    )
  program
    .command('restore')
    .description('put a backup into an empty database: all of it, or nothing is changed')
    .argument('<file>')
    .option('--force', 'replace what is there')
    .option('--with-key', 'also take over FILE.keys.json')
    .option('--json', 'print what was restored as JSON')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://kith@db/kith kith restore kith.backup')
    .action(
      doing(async (file: string, options: { force?: boolean; withKey?: boolean; json?: boolean }) =>
        (await import('#cli/restore.ts')).restore(await settings(), file, options, io),
      ),
    )
  program
    .command('export')
    .description(
      'write out what a team holds: everything as JSON lines, its people as vCards, CSV or JSON, any one kind of thing, its feeds as OPML',
    )
    .addOption(
      new Option(
        '--format <format>',
        'jsonl: everything (unless told); vcard, csv, json: the people; opml: the blogs that are followed',
      ).choices(['jsonl', 'json', 'vcard', 'csv', 'opml']),
    )
    .option('--entity <name>', 'one kind of thing alone, such as note or touch, as json (unless told) or csv')
    .option('--out <file>', 'write there instead of to standard output')
    .option('--workspace <name>', 'which team, when there are several')
    .option('--json', 'print what was written as JSON, with --out')
    .addHelpText(
      'after',
      '\nExamples:\n  kith export --out everything.jsonl\n  kith export --format vcard --out people.vcf\n  kith export --entity touch --format csv --out touches.csv\n  kith export | grep \'"type":"note"\'',
    )
    .action(
      doing(async (options: ExportOptions) =>
        (await import('#cli/export.ts')).exportCommand(await settings(), options, { ...io, output: process.stdout }),
      ),
    )
  const keys = program.command('keys').description('the keys that seal passwords of your networks')
  keys
    .command('rotate')
    .description('make a fresh key and seal every stored secret with it')
    .option('--drop-old', 'forget the earlier keys; restart every Kith first')
    .option('--json', 'print the outcome as JSON')
    .action(
      doing(async (options: { dropOld?: boolean; json?: boolean }) =>
        (await import('#cli/keys-rotate.ts')).rotateKeys(await settings(), options, io),
      ),
    )
}
