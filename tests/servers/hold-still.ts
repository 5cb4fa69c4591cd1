import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const stoppedWithinMs = 2_000

/** The state letter of each thread (proc(5), /proc/pid/task/tid/stat); a thread that has gone is none. */
function threadStates(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).flatMap(thread => {
    try {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')
      // The name before it may hold anything, brackets and blanks too.
      return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
    } catch {
      return []
    }
  })
}

/** Returns when nothing of the process runs any more: a signal is only on its way when `kill` returns, and a server may answer meanwhile. */
export function holdStill(child: ChildProcess | undefined): void {
  if (!child?.pid || !child.kill('SIGSTOP')) return
  const until = Date.now() + stoppedWithinMs
  while (threadStates(child.pid).some(state => !'TtZX'.includes(state)))
    if (Date.now() > until) throw new Error('The process did not stop within two seconds of SIGSTOP.')
}
