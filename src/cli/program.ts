import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { z } from 'zod'
import { addDatabaseCommands } from '#cli/program/database.ts'
import { addDocumentCommands } from '#cli/program/documents.ts'
import { addImportCommand } from '#cli/program/import.ts'
import { addListCommands } from '#cli/program/lists.ts'
import { addSampleCommand, addUserCommands } from '#cli/program/people.ts'
import { addServerCommands } from '#cli/program/server.ts'

const packageShape = z.object({ version: z.string() })

/** Every command of `kith`; what a command needs is loaded when it runs. */
export async function buildProgram(): Promise<Command> {
  const { version } = packageShape.parse(
    JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')),
  )
  const program = new Command('kith')
    .description('Kith: recruiting by relationship.')
    .version(version)
    .exitOverride()
    .configureHelp({ sortSubcommands: true })
    .showHelpAfterError('Add --help to see how it is used.')
    .addHelpText(
      'after',
      '\nExamples:\n  kith serve\n  kith import Basic_LinkedInDataExport.zip\n  kith etiquette check < cases.jsonl > verdicts.jsonl\n  kith dedupe contacts.csv --out clusters.csv\n  kith feed parse https://ada.example/feed\n  kith page parse profile.html\n  kith backup --out kith.backup\n\nEvery command explains itself: kith COMMAND --help',
    )
  addServerCommands(program, version)
  addDocumentCommands(program)
  addListCommands(program)
  addImportCommand(program)
  addDatabaseCommands(program, version)
  addUserCommands(program)
  addSampleCommand(program)
  return program
}
