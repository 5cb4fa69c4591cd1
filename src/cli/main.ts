import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { CommanderError } from 'commander'

// First, so that all that is loaded from here on comes from it.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/kith/', import.meta.url)))
const { buildProgram } = await import('#cli/program.ts')

// `kith … | head` closes our output early; that is no fault.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

const usageCode = 2

try {
  const program = await buildProgram()
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usageCode
  else {
    process.stderr.write(`kith: ${error instanceof Error ? error.message : String(error)}\n`)
    // Our own errors explain themselves; any other is a fault worth its trace.
    const explained = error instanceof Error && 'code' in error
    if (!explained && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`)
    process.exitCode = 1
  }
}
