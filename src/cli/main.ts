import { readFile } from 'node:fs/promises'
import { enableCompileCache } from 'node:module'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import type { ExportOptions } from '#cli/export.ts'

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/kith/', import.meta.url)))

const io = {
  out: (part: string) => void process.stdout.write(part),
  err: (part: string) => void process.stderr.write(part),
  readStdin: () => text(process.stdin),
}

const packageShape = z.object({ version: z.string() })
const { version } = packageShape.parse(
  JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')),
)

const settings = async () => (await import('#platform/settings.ts')).readSettings()

/** Runs one command; its number is the exit code. */
const doing =
  <Args extends unknown[]>(command: (...args: Args) => Promise<number>) =>
  async (...args: Args) => {
    process.exitCode = await command(...args)
  }

const collect = (value: string, all: string[] = []) => [...all, value]

function days(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number of days.')
  return count
}

function count(value: string): number {
  const read = Number(value)
  if (!Number.isInteger(read)) throw new InvalidArgumentError('Give a whole number.')
  return read
}

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

function addDocumentCommands(program: Command): void {
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

function addListCommands(program: Command): void {
  type ListOptions = { map?: string[]; out?: string; json?: boolean }
  const withListOptions = (command: Command) =>
    command
      .option('--map <column=meaning>', 'what a column means, as often as needed', collect)
      .option('--out <file>', 'write there instead of to standard output')
      .option('--json', 'JSON instead of CSV')
  withListOptions(
    program.command('dedupe').description('find the rows of a CSV file that are one person').argument('<file>'),
  )
    .addHelpText('after', '\nExample:\n  kith dedupe contacts.csv --map "Alias=full name" --out clusters.csv')
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
    .addHelpText('after', '\nExample:\n  kith etiquette check < cases.jsonl > verdicts.jsonl')
    .action(
      doing(async () => {
        const { checkEtiquetteLines } = await import('#cli/etiquette-check.ts')
        const { systemClock } = await import('#kernel/clock.ts')
        const { bad } = await checkEtiquetteLines(process.stdin, line => io.out(`${line}\n`), systemClock)
        return bad === 0 ? 0 : 1
      }),
    )
}

function addImportCommand(program: Command): void {
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

function addDatabaseCommands(program: Command): void {
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
    .description('write out what a team holds: everything as JSON lines, or its people as vCards or CSV')
    .addOption(
      new Option('--format <format>', 'jsonl: everything; vcard, csv: the people')
        .choices(['jsonl', 'vcard', 'csv'])
        .default('jsonl'),
    )
    .option('--out <file>', 'write there instead of to standard output')
    .option('--workspace <name>', 'which team, when there are several')
    .option('--json', 'print what was written as JSON, with --out')
    .addHelpText(
      'after',
      '\nExamples:\n  kith export --out everything.jsonl\n  kith export --format vcard --out people.vcf\n  kith export | grep \'"type":"note"\'',
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

function addUserCommands(program: Command): void {
  const user = program.command('user').description('recruiters and their tokens')
  user
    .command('add')
    .description('add a recruiter; the first one owns the team')
    .requiredOption('--name <name>')
    .requiredOption('--email <address>')
    .option('--role <role>', 'owner, admin, recruiter or viewer')
    .option('--password-stdin', 'read the password from standard input')
    .option('--workspace <name>', 'which team, when there are several')
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  kith user add --name "Mara Lind" --email mara@example.org --password-stdin < password.txt',
    )
    .action(
      doing(async options => {
        const { userAdd } = await import('#cli/user-add.ts')
        const { openKith } = await import('#cli/open-database.ts')
        const { systemClock } = await import('#kernel/clock.ts')
        await using kith = await openKith(await settings())
        return await userAdd(options, { db: kith.db, clock: systemClock }, io)
      }),
    )
  user
    .command('token')
    .description('make a token for the API; it is shown once')
    .requiredOption('--email <address>')
    .option('--name <name>', 'what it is for', 'command line')
    .option('--days <count>', 'ends after so many days', days)
    .option('--workspace <name>', 'which team, when there are several')
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', '\nExample:\n  kith user token --email mara@example.org --name "CRM sync" --days 90')
    .action(
      doing(async options => {
        const { userToken } = await import('#cli/user-token.ts')
        const { openKith } = await import('#cli/open-database.ts')
        const { systemClock } = await import('#kernel/clock.ts')
        await using kith = await openKith(await settings())
        return await userToken(options, { db: kith.db, clock: systemClock }, io)
      }),
    )
}

function addSampleCommand(program: Command): void {
  program
    .command('sample')
    .description('load a workspace of invented people to look around in, or remove it')
    .option('--people <count>', 'how many people', count)
    .option('--remove', 'remove the sample data and what was added to it')
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', '\nExamples:\n  kith sample\n  kith sample --people 500\n  kith sample --remove')
    .action(
      doing(async (options: { people?: number; remove?: boolean; json?: boolean }) =>
        (await import('#cli/sample.ts')).sample(await settings(), options, io),
      ),
    )
}

function buildProgram(): Command {
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
  program
    .command('serve')
    .description('run Kith: web pages, API, networks and background work')
    .addHelpText(
      'after',
      '\nSettings come from the environment; docs/operate/settings.md lists them.\nExample:\n  KITH_PORT=8080 kith serve',
    )
    .action(doing(async () => (await import('#cli/serve.ts')).serve(await settings(), io)))
  program
    .command('doctor')
    .description('look for what would keep Kith from running well here')
    .option('--json', 'print the findings as JSON')
    .action(
      doing(async (options: { json?: boolean }) =>
        (await import('#cli/doctor.ts')).doctor(await settings(), options, io),
      ),
    )
  addDocumentCommands(program)
  addListCommands(program)
  addImportCommand(program)
  addDatabaseCommands(program)
  addUserCommands(program)
  addSampleCommand(program)
  return program
}

// `kith … | head` closes our output early; that is no fault.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

const usageCode = 2

try {
  await buildProgram().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usageCode
  else {
    io.err(`kith: ${error instanceof Error ? error.message : String(error)}\n`)
    // Our own errors explain themselves; any other is a fault worth its trace.
    const explained = error instanceof Error && 'code' in error
    if (!explained && error instanceof Error) io.err(`${error.stack ?? ''}\n`)
    process.exitCode = 1
  }
}
