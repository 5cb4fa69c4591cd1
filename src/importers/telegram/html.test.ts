import { expect, test } from 'vitest'
import { bytesSource } from '../byte-source.ts'
import type { ExportOwner, ImportRecord } from '../contract.ts'
import { telegramImporter } from './telegram.ts'

const says = (id: number, at: string, name: string, text: string) => `
  <div class="message default clearfix${name === '' ? ' joined' : ''}" id="message${id}"><div class="body">
    <div class="pull_right date details" title="${at}">12:33</div>
    ${name === '' ? '' : `<div class="from_name">\n${name}\n</div>`}<div class="text">\n${text}\n</div></div></div>`
const page = (
  chat: string,
  messages: string,
) => `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head>
  <body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">\n${chat}\n</div></div></div>
  <div class="page_body chat_page"><div class="history">
  <div class="message service" id="message-1"><div class="body details">18 February 2024</div></div>${messages}</div></div></div></body></html>`

async function read(html: string, owner?: ExportOwner): Promise<ImportRecord[]> {
  const bytes = new TextEncoder().encode(html)
  expect(await telegramImporter.recognise(bytes, bytesSource('messages.html', bytes))).toMatchObject({ match: 'yes' })
  const records: ImportRecord[] = []
  for await (const record of telegramImporter.read(bytesSource('messages.html', bytes), owner ? { owner } : {}))
    records.push(record)
  return records
}

test('a chat that Telegram wrote as a page is read, joined messages and zones included', async () => {
  const messages =
    says(11, '18.02.2024 12:33:11 UTC+01:00', 'Mira Solberg', 'Hi, are you <b>the</b> recruiter?<br>Two lines') +
    says(12, '18.02.2024 12:33:41 UTC+01:00', '', 'Really?') +
    says(13, '18.02.2024 12:40:00', 'Rita', 'Yes!')
  const records = await read(page('Mira Solberg', messages))
  expect(records.map(({ kind }) => kind)).toEqual(['person', 'empty', 'message', 'message', 'message'])
  expect(records.slice(2)).toMatchObject([
    {
      from: { name: 'Mira Solberg' },
      sentAt: '2024-02-18T11:33:11.000Z',
      text: 'Hi, are you the recruiter?\nTwo lines',
    },
    { from: { name: 'Mira Solberg' }, text: 'Really?' },
    { to: [{ name: 'Mira Solberg' }], sentAt: '2024-02-18T12:40:00.000Z', text: 'Yes!' },
  ])
  expect(records[4]).not.toHaveProperty('from')
})

test('a group is a room, and only a name of the owner is taken for theirs', async () => {
  const messages = ['Ana', 'Tom', 'Rita'].map((name, at) => says(at, '18.02.2024 12:33:11', name, 'Hello')).join('')
  const records = await read(page('Welders of Turku', messages), { names: ['Rita'], emails: [] })
  expect(records.filter(({ kind }) => kind === 'person')).toEqual([])
  expect(records.slice(1)).toMatchObject([
    { surface: 'room', from: { name: 'Ana' } },
    { surface: 'room', from: { name: 'Tom' } },
    { surface: 'room', text: 'Hello' },
  ])
  expect(records[3]).not.toHaveProperty('from')
})
