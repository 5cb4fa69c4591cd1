// Shared by the scripts beside it; runs on any Node from 18 on, before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'

/** Ends the script with one sentence. */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** The Node that package.json pins. */
export function findNode() {
  const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
  if (!existsSync(join(root, 'node_modules')))
    giveUp(`Kith's parts are not installed yet. Run "npm ci" in ${root} first.`)
  if (!existsSync(node))
    giveUp(
      `Kith's own Node is missing (npm ran without install scripts, or for another system). Run "npm ci" in ${root}.`,
    )
  return node
}

/** cmd.exe, which npm's programs need on Windows, splits at blanks. */
const quoted = text => (/[\s&()^|<>]/.test(text) ? `"${text}"` : text)

/** Starts a program that npm installed, or with `shell: false` any other; resolves with its exit code. */
export function run(command, args, options = {}) {
  const shell = options.shell ?? windows
  const env = {
    ...process.env,
    ...options.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  }
  const quiet = options.capture === true
  return new Promise((resolve, reject) => {
    const child = spawn(shell ? quoted(command) : command, shell ? args.map(quoted) : args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...options,
      env,
      shell,
    })
    let output = ''
    for (const stream of quiet ? [child.stdout, child.stderr] : []) stream.on('data', chunk => (output += chunk))
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }))
    options.onStart?.(child)
  })
}

function newest(path) {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}

const builds = [
  { name: 'web pages', config: 'vite.config.ts', entry: 'src/web', marker: 'dist/web/index.html' },
  // After the pages, whose build empties dist/web.
  { name: 'chat widget', config: 'vite.widget.config.ts', entry: 'src/widget', marker: 'dist/web/widget/panel.js' },
]
const sources = ['src/kernel', 'src/features', 'package-lock.json']

/** Builds the pages that are missing or older than what they are made from. */
export async function buildWeb({ force = false, onlyMissing = false } = {}) {
  const shared = Math.max(...sources.map(path => newest(join(root, path))))
  for (const { name, config, entry, marker } of builds) {
    const made = join(root, marker)
    const main = join(root, entry)
    if (!existsSync(main) || readdirSync(main).length === 0) continue
    const age = existsSync(made) ? statSync(made).mtimeMs : 0
    if (onlyMissing && age > 0) continue
    if (!force && age > Math.max(shared, newest(main), newest(join(root, config)))) continue
    if (!existsSync(join(root, 'node_modules', 'vite'))) {
      if (age > 0) continue
      giveUp(`The ${name} are not built, and npm left out what builds them. Run "npm ci" without --omit=dev.`)
    }
    console.error(`Building the ${name} …`)
    const { code, output } = await run('vite', ['build', '--config', config, '--logLevel', 'warn'], { capture: true })
    if (code !== 0) giveUp(`${output}\nThe ${name} could not be built; the reason is above.`)
    if (!existsSync(made)) giveUp(`Building the ${name} made no ${marker}.`)
    utimesSync(made, new Date(), new Date())
  }
}

/**
 * Asks the children to end, and waits for them by running on: after Ctrl-C, after `kill`, and when npm is gone, which ends its
 * shell but not what runs in it. `children` may still grow.
 */
export function stopTogether(children) {
  const stop = signal => {
    for (const child of children) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the children itself; so does Windows, where a signal of ours would cut them off.
      if (signal !== 'SIGINT' || !(windows || process.stdin.isTTY)) stop(signal)
    })
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop('SIGTERM')
  }, 500)
  watch.unref()
}
