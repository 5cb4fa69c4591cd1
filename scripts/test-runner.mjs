// Vitest's own runner for whole servers and browsers: files that share a process differ in how often their tests are tried.
import { TestRunner } from 'vitest'

export default class Runner extends TestRunner {
  onCollectStart(file) {
    // A second try of a scenario would find what the first has left: scripts/test.mjs runs the whole file again instead.
    this.config.retry = file.filepath.includes('/tests/scenarios/') ? 0 : 1
    super.onCollectStart(file)
  }
}
