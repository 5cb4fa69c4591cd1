import { spawn } from 'node:child_process'

/** SpamAssassin's word on a mail, from its own rules alone: it asks nobody. */
export function judgeSpam(mail: string): Promise<{ score: number; rules: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('spamassassin', ['-L', '-t'], { stdio: ['pipe', 'pipe', 'ignore'] })
    let out = ''
    child.stdout.on('data', part => {
      out += part
    })
    child.once('error', reject)
    child.once('close', () => {
      const score = /^X-Spam-Status: \w+, score=(-?[\d.]+)/m.exec(out)?.[1]
      const rules = /^X-Spam-Status: [\s\S]*?tests=([\s\S]*?)\s+(?:autolearn|version)=/m.exec(out)?.[1] ?? ''
      if (score === undefined) reject(new Error(`SpamAssassin said nothing of a score:\n${out.slice(0, 500)}`))
      else resolve({ score: Number(score), rules: rules.replaceAll(/\s+/g, '') })
    })
    child.stdin.end(mail.replaceAll('\r\n', '\n'))
  })
}
