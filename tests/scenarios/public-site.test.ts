import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, until, type Website } from './browser/website.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const made = z.object({ id: z.string() })
const nothing = z.unknown()

let site: Website
let browser: Browser
let axe: string

beforeAll(async () => {
  site = await startWebsite()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

const description = `You pack what the boats bring, **at night and in the cold**, with two others who know how.

## A night with us

- 22:00 coffee, and who takes which line
- 02:00 a warm meal
- 06:00 home, by the bus that we pay

> Nobody carries more than 15 kg alone.`

const text = `Last week four people asked me the same thing: *is it only nights?* Here is the honest answer.

## What the rota says

| Week | Nights | Off |
| --- | --- | --- |
| one | 4 | 3 |
| two | 3 | 4 |

1. You see it six weeks ahead.
2. You may swap, and nobody asks why.

> The cold you get used to. The quiet you come to like.

Ask whoever works there: \`night@harbour.example\`.`

async function fill(): Promise<void> {
  await site.api(nothing, 'PATCH', '/site', {
    name: 'Harbour nights',
    tagline: 'Work by the water, told by those who do it.',
    about: 'We look for **people**, not for CVs. Ask us anything.',
    accent: '#8a2be2',
    contact: 'mara@harbour.example',
  })
  for (const [title, lang] of [
    ['Night packer', 'en'],
    ['Kühlkette nachts', 'de'],
  ]) {
    const { id } = await site.api(made, 'POST', '/openings', { title, organisation: 'Harbour & Sons' })
    await site.api(nothing, 'PATCH', `/openings/${id}`, {
      description,
      must: ['A forklift licence', 'Norwegian for the radio'],
      nice: ['You like fish'],
      pay: { min: 3_200, max: 3_800, currency: 'EUR', period: 'month' },
      place: 'Bergen, Norway',
      lang,
      startsOn: '2027-01-04',
    })
    await site.api(nothing, 'PUT', `/openings/${id}/state`, { state: 'open' })
  }
  const post = await site.api(made, 'POST', '/posts', { title: 'Is it only nights?' })
  const content = {
    title: 'Is it only nights?',
    summary: 'The rota, the cold and the quiet.',
    body: text,
    tags: ['Night work'],
    lang: 'en',
  }
  await site.api(nothing, 'PATCH', `/posts/${post.id}`, { content })
  await site.api(nothing, 'POST', `/posts/${post.id}/publish`, {})
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))).concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the page'] : []))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

const paths = [
  '/jobs',
  '/jobs/night-packer',
  '/jobs/kuhlkette-nachts',
  '/blog',
  '/blog/is-it-only-nights',
  '/blog/tag/night-work',
  '/privacy',
]

test('public pages can be read and used by everybody, on the phone and the desk, by day and by night, and are small', {
  timeout: 180_000,
}, async () => {
  await fill()
  const faults: string[] = []
  for (const [width, height, colorScheme] of [
    [390, 844, 'light'],
    [1440, 900, 'dark'],
  ] as const) {
    const context = await browser.newContext({
      baseURL: site.url,
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.on('console', message => {
      if (/Content Security Policy|Refused to/i.test(message.text())) faults.push(message.text())
    })
    for (const path of paths) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(200)
      expect((await answer?.body())?.byteLength ?? Number.POSITIVE_INFINITY, path).toBeLessThan(50_000)
      for (const found of await findings(page)) faults.push(`${path} ${width} ${colorScheme}: ${found}`)
    }
    await context.close()
  }
  expect(faults).toEqual([])
})

test('without script somebody reads a job and sends the form; with it the chat opens in place', {
  timeout: 120_000,
}, async () => {
  const plain = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const page = await plain.newPage()
  await page.goto('/jobs')
  await page.getByRole('link', { name: 'Night packer' }).click()
  await page.getByRole('heading', { name: 'Night packer', level: 1 }).waitFor()
  await page.getByLabel('Your name').fill('Ana Ruiz')
  await page.getByLabel('Your e-mail address').fill('ana@harbour.example')
  await page.getByLabel(/may be kept/).check()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'Thank you. It arrived.' }).waitFor()
  await plain.close()
  const context = await browser.newContext({ baseURL: site.url })
  const lively = await context.newPage()
  await lively.goto('/jobs/night-packer')
  await lively.getByRole('link', { name: 'Chat now' }).click()
  const frame = await until('the chat', async () => lively.frames().find(each => each.url().includes('/chat/')))
  await frame.getByRole('heading', { name: 'Mara' }).waitFor()
  expect(new URL(lively.url()).pathname).toBe('/jobs/night-packer')
  await context.close()
})

test('search engines find everything that is open, and nothing else', async () => {
  const map = await (await fetch(`${site.url}/sitemap.xml`)).text()
  for (const path of ['/jobs', '/jobs/night-packer', '/blog/is-it-only-nights'])
    expect(map).toContain(`<loc>${site.url}${path}</loc>`)
  const robots = await (await fetch(`${site.url}/robots.txt`)).text()
  expect(robots).toContain(`Sitemap: ${site.url}/sitemap.xml`)
  expect(robots).toContain('Disallow: /api/')
})

test('a post is written as it will look or as Markdown: what was there stays to the letter, what is pasted is cut down to what a text may hold; a table is changed with buttons', async () => {
  const written = z.object({ post: z.object({ content: z.object({ body: z.string() }) }) })
  const { id } = await site.api(made, 'POST', '/posts', { title: 'Written twice' })
  const table = '| Week | Nights |\n|-|-|\n| one | 4 |'
  const before = `We _see_ **it**.\n\n${table}\n\n* one\n* two`
  const content = { title: 'Written twice', summary: '', body: before, tags: [], lang: 'en' }
  await site.api(nothing, 'PATCH', `/posts/${id}`, { content })
  const body = async () => (await site.api(written, 'GET', `/posts/${id}`)).post.content.body
  const context = await site.signIn(browser)
  const page = await context.newPage()
  await page.goto(`/posts/${id}`)
  const text = page.getByRole('textbox', { name: 'Text' })
  await text.getByText('two').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Heading H2' }).click()
  await page.keyboard.type('After *this*')
  await expect.poll(body).toBe(`${before}\n\n## After *this*`)

  await page.keyboard.press('Enter')
  const pasted =
    '<p onclick="x()">Asked <b>twice</b><script>window.ran = 1</script> <a href="javascript:window.ran=1">here</a> <a href="https://a.example/">there</a><img src=x onerror="window.ran=1"></p>'
  await page.evaluate(`(() => {
    const data = new DataTransfer()
    data.setData('text/html', ${JSON.stringify(pasted)})
    const text = document.querySelector('[role=textbox][contenteditable=true]')
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })()`)
  await expect.poll(body).toContain('Asked **twice**')
  expect(await body()).toContain('[there](https://a.example/)')
  expect(await body()).not.toMatch(/javascript|onclick|script/)
  expect(await page.evaluate('window.ran')).toBeUndefined()

  await page.getByRole('button', { name: 'Markdown' }).click()
  await expect.poll(() => text.inputValue()).toContain(table)
  await text.fill(`${table}\n\nOnly this.`)
  await expect.poll(body).toBe(`${table}\n\nOnly this.`)
  await page.getByRole('button', { name: 'As it looks' }).click()
  await text.getByText('Only this.').waitFor()
  expect(await findings(page)).toEqual([])

  await text.getByRole('cell', { name: 'one' }).click()
  await page.getByRole('button', { name: 'Rows and columns' }).click()
  await page.getByRole('menuitem', { name: 'Row below' }).waitFor()
  // A menu belongs to its button and stands in no landmark.
  expect((await findings(page)).filter(each => !each.startsWith('region:'))).toEqual([])
  await page.getByRole('menuitem', { name: 'Row below' }).click()
  await expect.poll(() => text.getByRole('row').count()).toBe(3)
  await text.getByRole('cell').nth(2).click()
  await page.keyboard.type('two | three')
  await expect.poll(body).toBe('| Week | Nights |\n| --- | --- |\n| one | 4 |\n| two \\| three |  |\n\nOnly this.')
  await page.getByRole('button', { name: 'Rows and columns' }).click()
  await page.getByRole('menuitem', { name: 'Remove the column' }).click()
  await expect.poll(body).toBe('| Nights |\n| --- |\n| 4 |\n|  |\n\nOnly this.')
  await context.close()
})
