import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { z } from 'zod'
import { startOwnKith } from '#tests/servers/kith.ts'

export const name = 'site'

const seconds = 4
const connections = 24
/** Others on the machine make its processors slower and nothing makes them faster: the best of so many runs counts. */
const runs = 3

/** Seconds of processor that a process has used so far. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** As many answers as the connections give in the time; all must have `status`. */
async function load(url: string, headers: Record<string, string>, status: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = Date.now() + seconds * 1_000
  let answers = 0
  const one = () =>
    new Promise<void>((resolve, reject) => {
      request(url, { agent, headers }, response => {
        if (response.statusCode !== status) reject(new Error(`${url} answered ${response.statusCode}`))
        response.resume().on('end', resolve)
      })
        .on('error', reject)
        .end()
    })
  const worker = async () => {
    while (Date.now() < until) {
      await one()
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  return answers
}

/** Until what the posts have set off (hubs, searches, rollups) is done: it is no part of an answer. */
async function untilCalm(pid: number): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const before = await cpuSeconds(pid)
    await new Promise(resolve => setTimeout(resolve, 1_000))
    if ((await cpuSeconds(pid)) - before < 0.1) return
  }
}

const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}

const made = z.object({ id: z.string() })
const page = z.object({ pages: z.array(z.object({ id: z.string(), slug: z.string() })) })

/** Requests for each second of processor that the server's process uses: what one core can do, however busy the machine is. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  await using kith = await startOwnKith()
  const { id } = await kith.api.call('POST', '/api/v1/pages', made, { title: 'Night jobs' })
  await kith.api.call('PATCH', `/api/v1/pages/${id}`, made, { published: true })
  const [landing] = (await kith.api.call('GET', '/api/v1/pages', page)).pages
  for (let n = 0; n < 30; n += 1) {
    const post = await kith.api.call('POST', '/api/v1/posts', made, { title: `What we learned at night ${n}` })
    const content = {
      title: `Night ${n}`,
      summary: '',
      body: 'The cold chain at night. '.repeat(80),
      tags: [],
      lang: 'en',
    }
    await kith.api.ask('PATCH', `/api/v1/posts/${post.id}`, { content })
    await kith.api.ask('POST', `/api/v1/posts/${post.id}/publish`, {})
  }
  const feed = `${kith.url}/blog/atom.xml`
  const etag = (await fetch(feed)).headers.get('etag') ?? ''
  const figures = []
  for (const [label, url, headers, status] of [
    // As a browser asks, so that its visit is counted.
    ['landing page', `${kith.url}/p/${landing?.slug}`, browser, 200],
    ['blog feed, whole', feed, {}, 200],
    ['blog feed, conditional GET', feed, { 'if-none-match': etag }, 304],
  ] as const) {
    await load(url, { ...headers }, status)
    await untilCalm(kith.pid())
    const found: number[] = []
    for (let n = 0; n < runs; n += 1) {
      const before = await cpuSeconds(kith.pid())
      const answers = await load(url, { ...headers }, status)
      found.push(answers / ((await cpuSeconds(kith.pid())) - before))
    }
    figures.push({ name: label, figure: Math.max(...found), unit: 'answers for each second of processor' })
  }
  return figures
}
