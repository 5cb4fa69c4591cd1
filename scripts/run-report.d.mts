export type FileReport = {
  file: string
  project: string
  ok: boolean
  message: string
  seconds: number
  tests: { name: string; state: 'passed' | 'failed' | 'skipped' | 'pending'; message: string }[]
}
export type Report = { files: FileReport[]; stray: { file?: string | undefined; message: string }[] }
export function countTests(report: Report): { passed: number; failed: number; skipped: number }
export function listWorthAnotherRun(report: Report): string[]
export function firstFailureIn(report: Report, file: string): string
export function putInPlace(report: Report, file: string, second: Report): Report
export function listRetried(report: Report): string[]
