import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkEtiquetteLines, readPolicyFile } from './etiquette-check.ts'

const clock = { now: () => new Date('2026-03-11T14:00:00Z') }

async function check(...chunks: (string | Uint8Array)[]) {
  const written: string[] = []
  const count = await checkEtiquetteLines(
    (async function* () {
      yield* chunks
    })(),
    line => written.push(line),
    clock,
  )
  return { count, answers: written.map((line): unknown => JSON.parse(line)) }
}

const line = (id: string, more: object = {}) =>
  JSON.stringify({ id, tool: 'xmpp', surface: 'direct', stage: 'introduced', draft: 'How was the night?', ...more })

test('each line is answered once, in order, whatever way the bytes arrive', async () => {
  const bytes = new TextEncoder().encode(
    `${line('a')}\n${line('ü', { draft: 'We have a role for you.' })}\n\n${line('c')}`,
  )
  const cut = bytes.indexOf(0xc3) + 1
  const { count, answers } = await check(bytes.slice(0, cut), bytes.slice(cut))
  expect(count).toEqual({ lines: 3, bad: 0 })
  expect(answers).toMatchObject([
    { id: 'a', verdict: 'allow', reasons: [], next: { step: 'talk' } },
    { id: 'ü', verdict: 'warn', reasons: [{ code: 'job-before-interest', span: [0, 23] }] },
    { id: 'c', verdict: 'allow' },
  ])
})

test('a bad line says what is wrong and the rest goes on', async () => {
  const { count, answers } = await check(
    `{"id": "x", "tool": "fax"}\nnot json\n${line('tz', { person: { timezone: 'Mars/Base' } })}\n${line('t', { now: 'soon' })}\n${line('ok')}\n`,
  )
  expect(count).toEqual({ lines: 5, bad: 4 })
  expect(answers).toMatchObject([
    { id: 'x', error: expect.stringContaining('tool') },
    { error: expect.stringContaining('Line 2 is no JSON') },
    { id: 'tz', error: expect.stringContaining('Europe/Berlin') },
    { id: 't', error: expect.stringContaining('ISO 8601') },
    { id: 'ok', verdict: 'allow' },
  ])
})

test('a side state is a stage', async () => {
  const { answers } = await check(`${line('p', { stage: 'passive' })}\n${line('d', { stage: 'do-not-contact' })}\n`)
  expect(answers).toMatchObject([{ verdict: 'allow' }, { verdict: 'block', reasons: [{ code: 'do-not-contact' }] }])
})

test('hostile lines each get their error, and the next line is judged', async () => {
  const { count, answers } = await check(
    `\ufeff${line('bom')}\r\n`,
    `\r\n`,
    `${'['.repeat(200_000)}\n`,
    `{"id":"nul","tool":"xmpp\u0000"}\n`,
    `{"id":"cut","tool":"xmpp","draft":"half a li\n`,
    `${JSON.stringify({ id: 'deep', tool: { a: [[[[1]]]] }, draft: 7 })}\n`,
    `{"id":"lone","tool":"xmpp","surface":"direct","stage":"introduced","draft":"How was it \\ud800?"}\n`,
    `null\n`,
    `${line('last')}`,
  )
  expect(count).toEqual({ lines: 8, bad: 5 })
  expect(answers).toMatchObject([
    { id: 'bom', verdict: 'allow' },
    { error: expect.stringContaining('Line 3') },
    { id: 'nul', error: expect.stringContaining('tool') },
    { id: 'cut', error: expect.stringContaining('no JSON') },
    { id: 'deep', error: expect.stringContaining('tool') },
    { id: 'lone', verdict: 'allow' },
    { error: expect.stringContaining('Line 8') },
    { id: 'last', verdict: 'allow' },
  ])
})

test('a line too long to keep is named and dropped while it comes in', async () => {
  const long = 'x'.repeat(500_000)
  const { count, answers } = await check(...Array.from({ length: 12 }, () => long), `\n${line('next')}\n`)
  expect(count).toEqual({ lines: 2, bad: 1 })
  expect(answers).toMatchObject([{ error: expect.stringContaining('longer than') }, { id: 'next', verdict: 'allow' }])
})

test('a draft made to be slow costs no more than a long one', async () => {
  const start = process.cpuUsage()
  const { count } = await check(
    `${line('roles', { draft: 'nurse '.repeat(20_000) })}\n${line('breaks', { draft: '\n'.repeat(100_000) })}\n`,
  )
  const { user } = process.cpuUsage(start)
  expect(count.bad).toBe(0)
  expect(user / 1e6).toBeLessThan(8)
})

test('errors count lines as an editor does, empty ones too', async () => {
  const { answers } = await check(`\n\n${line('a')}\n   \nnot json\n`)
  expect(answers).toMatchObject([{ id: 'a' }, { error: expect.stringContaining('Line 5 is no JSON') }])
})

test('a policy from a file tightens, and one that names a hard rule or a wrong value is refused whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kith-policy-'))
  const read = async (text: string) => {
    await writeFile(join(folder, 'policy.json'), text)
    return readPolicyFile(join(folder, 'policy.json'))
  }
  const policy = await read('{"lines": {"rule.job-before-interest": "block"}}')
  expect(policy.ok).toBe(true)
  const written: string[] = []
  async function* input() {
    yield line('job', { draft: 'We have a role for you.' })
  }
  await checkEtiquetteLines(input(), text => written.push(text), clock, policy.ok ? policy.value : undefined)
  expect(JSON.parse(written.join(''))).toMatchObject({ verdict: 'block', reasons: [{ code: 'job-before-interest' }] })
  const refused = async (text: string) => {
    const answer = await read(text)
    return answer.ok ? '' : answer.refusal.message
  }
  expect(await refused('{"lines": {"rule.do-not-contact": "off"}}')).toContain('no policy can change it')
  expect(await refused('{"lines": {"days-between": 99}}')).toContain('from 1 to 30')
  expect(await refused('{"lines": {"quiet-until": 21}}')).toContain('two different hours')
  expect(await refused('{"days-between": 4}')).toContain('"lines"')
  expect(await refused('{')).toContain('no JSON')
  await rm(folder, { recursive: true })
})
