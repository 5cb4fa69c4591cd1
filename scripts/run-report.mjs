// What a run of the tests writes down, for scripts/test.mjs and scripts/durations.mjs; also runs on an older Node.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './house.mjs'

export const reportFile = join(root, 'tests', 'output', 'run.json')

/** Vitest's reporter, which tells what its own JSON leaves out: whose files they are, and errors outside of any test. */
export default class RunReport {
  onTestRunEnd(modules, errors) {
    const messageOf = error => error?.message?.split('\n')[0] ?? ''
    const files = modules.map(module => {
      // Without its set-up, which may be waiting for servers to be installed.
      const { collectDuration, duration } = module.diagnostic()
      return {
        file: module.relativeModuleId,
        project: module.project.name,
        ok: module.ok(),
        message: messageOf(module.errors()[0]),
        seconds: Math.round((collectDuration + duration) / 1_000),
        tests: [...module.children.allTests()].map(test => {
          const result = test.result()
          return { name: test.fullName, state: result.state, message: messageOf(result.errors?.[0]) }
        }),
      }
    })
    const paths = new Map(modules.map(({ moduleId, relativeModuleId }) => [moduleId, relativeModuleId]))
    const stray = errors.map(error => ({ file: paths.get(error.VITEST_TEST_PATH), message: messageOf(error) }))
    writeReport({ files, stray })
  }
}

export function writeReport(report) {
  mkdirSync(dirname(reportFile), { recursive: true })
  writeFileSync(reportFile, JSON.stringify(report))
}

/** Of the last run; undefined when it did not come to its end. */
export const readReport = () => (existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined)

const failedTests = ({ tests }) => tests.filter(({ state }) => state === 'failed')
const hasFailed = (report, each) => !each.ok || report.stray.some(({ file }) => file === each.file)

/** A file that failed without a failed test, by its hooks or while it was loaded, counts as one; so do errors outside of any test. */
export function countTests({ files, stray }) {
  const having = (...wanted) => files.flatMap(({ tests }) => tests).filter(({ state }) => wanted.includes(state)).length
  const failed = files.reduce((sum, each) => sum + (each.ok ? 0 : Math.max(1, failedTests(each).length)), 0)
  return {
    passed: having('passed'),
    failed: failed || Math.min(1, stray.length),
    skipped: having('skipped', 'pending'),
  }
}

/** Where more have failed, it is no chance. */
const mostAgain = 5

/** The files that failed, when they are few: what is wrong is wrong again, and what came late on a slow day is told as retried. */
export function listWorthAnotherRun(report) {
  const failed = report.files.filter(each => hasFailed(report, each))
  return failed.length <= mostAgain && report.stray.every(({ file }) => file) ? failed.map(({ file }) => file) : []
}

/** What a file's first failure said. */
export function firstFailureIn(report, file) {
  const found = report.files.find(each => each.file === file)
  const [test] = found ? failedTests(found) : []
  if (test) return `${test.name}: ${test.message}`
  return found?.message || (report.stray.find(each => each.file === file)?.message ?? '')
}

/** The file's second run stands for its first. */
export const putInPlace = (report, file, second) => ({
  files: [...report.files.filter(each => each.file !== file), ...second.files],
  stray: [...report.stray.filter(each => each.file !== file), ...second.stray],
})

/** Passed, but not at the first try. */
export const listRetried = ({ files }) =>
  files.flatMap(({ file, tests }) =>
    tests
      .filter(({ state, message }) => state === 'passed' && message !== '')
      .map(({ name, message }) => `retried: ${file} > ${name}\n  ${message}`),
  )
