import { type Command, Option } from 'commander'
import { count, doing, io, settings } from '#cli/command-line.ts'
import { roles } from '#kernel/roles.ts'

/** `kith user add` and `kith user token`. */
export function addUserCommands(program: Command): void {
  const user = program.command('user').description('recruiters and their tokens')
  user
    .command('add')
    .description('add a recruiter; the first one owns the team')
    .requiredOption('--name <name>')
    .requiredOption('--email <address>')
    .addOption(new Option('--role <role>', 'what they may do').choices([...roles]))
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
    .addOption(
      new Option('--scope <scope>', 'what it may do; all that the recruiter may, when not said').choices([
        'all',
        'read',
        'assistant',
      ]),
    )
    .option('--days <count>', 'ends after so many days', count)
    .option('--workspace <name>', 'which team, when there are several')
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', '\nExample:\n  kith user token --email mara@example.org --name "CRM sync" --days 90')
    .action(
      doing(async options => {
        const { userToken } = await import('#cli/user-token.ts')
        const { openKith } = await import('#cli/open-database.ts')
        const { systemClock } = await import('#kernel/clock.ts')
        await using kith = await openKith(await settings(), { mustExist: true })
        return await userToken(options, { db: kith.db, clock: systemClock }, io)
      }),
    )
}

/** `kith sample`. */
export function addSampleCommand(program: Command): void {
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
