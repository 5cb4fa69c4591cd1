import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmailNetwork, startEmailNetwork } from '../servers/email.ts'
import { plainMail } from '../servers/mail-stranger.ts'
import { startSignedIn } from './browser/signed-in.ts'

const stack = new AsyncDisposableStack()
let page: Page
let network: EmailNetwork

beforeAll(async () => {
  network = stack.use(await startEmailNetwork())
  ;({ page } = stack.use(await startSignedIn()))
}, 180_000)

afterAll(() => stack.disposeAsync())

test('e-mail in the browser: the form connects, a stranger’s mail is answered, and their answer threads', async () => {
  const { address = '', password = '', imapPort = '', smtpPort = '' } = network.account.values
  await page.goto('/settings/connections')
  await page.getByRole('button', { name: 'Add a connection' }).click()
  await page.getByRole('button', { name: /^E-mail/ }).click()
  await page.getByLabel('Address', { exact: true }).fill(address)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByText('More settings').click()
  await page.getByLabel('Your name').fill('Mara Harbour')
  await page.getByLabel('Incoming server (IMAP)').fill('127.0.0.1')
  await page.getByLabel('Port of IMAP').fill(imapPort)
  await page.getByLabel('Outgoing server (SMTP)').fill('127.0.0.1')
  await page.getByLabel('Port of SMTP').fill(smtpPort)
  await page.getByLabel('Allow a connection without encryption').check()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page
    .getByText(/^Logged in as recruiter/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Connected, caught up').first().waitFor()
  const from = `Ana Ruiz <${network.stranger.address}>`
  const file = Buffer.from('curriculum').toString('base64')
  await network.deliver(
    `From: ${from}\nTo: ${address}\nSubject: Your page about grafting\nMessage-ID: <first@elsewhere.test>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHi Mara, I liked your page.\n\n-- \nAna Ruiz, gardener\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="cv.pdf"\nContent-Transfer-Encoding: base64\n\n${file}\n--b--\n`,
  )
  await page.goto('/inbox')
  await page.getByRole('button', { name: /Requests\s*1/ }).click()
  await page.getByRole('row').filter({ hasText: 'Ana Ruiz' }).click()
  await page.getByText('Hi Mara, I liked your page.', { exact: true }).first().waitFor()
  await page.getByText('Your page about grafting', { exact: true }).first().waitFor()
  await page.getByText('Quoted mail and signature').click()
  await page.getByText('Ana Ruiz, gardener').first().waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'cv.pdf' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('cv.pdf')
  await page.getByRole('button', { name: 'Keep as new person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ana Ruiz' }).waitFor()
  await page
    .getByRole('textbox', { name: /^Message to/ })
    .fill('Thank you, Ana. I am Mara, a recruiter for garden people.')
  await page.keyboard.press('Enter')
  await network.stranger.waitToHear('I am Mara, a recruiter')
  const sent = (await network.theirs()).find(mail => mail.includes('I am Mara, a recruiter')) ?? ''
  expect(sent).toMatch(/^Subject: Re: Your page about grafting\r?$/m)
  expect(sent).toMatch(/^In-Reply-To: <first@elsewhere\.test>\r?$/m)
  expect(sent).toMatch(/^From: Mara Harbour </m)
  const id = /^Message-ID: <([^>]+)>/im.exec(sent)?.[1] ?? ''
  await network.deliver(
    plainMail({
      from,
      to: address,
      subject: 'Re: Your page about grafting',
      text: 'Glad to meet you.\n\nOn Sunday, Mara Harbour wrote:\n> Thank you, Ana.',
      headers: { 'In-Reply-To': `<${id}>`, References: `<first@elsewhere.test> <${id}>` },
    }),
  )
  await page.getByRole('log').getByText('Glad to meet you.', { exact: true }).first().waitFor()
})
