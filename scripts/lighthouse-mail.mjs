// The pages that are reached from a mail only: a reader asks for a list, confirms, gets an issue and asks for their own data.
import { createServer } from 'node:net'

/** A mail server that takes everything; keeps what was said after DATA. */
function startMailbox() {
  const mails = []
  const server = createServer(socket => {
    let heard = ''
    let inData = false
    socket.on('error', () => undefined)
    socket.write('220 mailbox\r\n')
    socket.on('data', chunk => {
      heard += chunk.toString('latin1')
      for (;;) {
        const mark = inData ? '\r\n.\r\n' : '\r\n'
        const end = heard.indexOf(mark)
        if (end < 0) return
        const said = heard.slice(0, end)
        heard = heard.slice(end + mark.length)
        if (inData) {
          mails.push(said.replaceAll('=\r\n', '').replaceAll('=3D', '='))
          inData = false
          socket.write('250 taken\r\n')
        } else if (/^QUIT/i.test(said)) socket.end('221 bye\r\n')
        else if (/^DATA/i.test(said)) {
          inData = true
          socket.write('354 go on\r\n')
        } else socket.write('250 good\r\n')
      }
    })
  })
  return new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => resolve({ mails, port: server.address().port, close: () => server.close() })),
  )
}

/** `api(path, method, body)` answers with what was parsed. Gives the paths of the pages, by name. */
export async function readerPaths(url, api, list) {
  const mailbox = await startMailbox()
  const email = 'reader@jobs.example.org'
  const send = (path, fields) => fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(fields) })
  const linkTo = async kind => {
    for (const until = Date.now() + 60_000; Date.now() < until; ) {
      const found = mailbox.mails.map(mail => new RegExp(`http://[^/\\s]+(/${kind}/[\\w.-]+)`).exec(mail)?.[1])
      const path = found.find(each => each !== undefined)
      if (path) return path
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`No mail with a link to /${kind}/ came in a minute.`)
  }
  try {
    await api('/list-mail', 'PUT', {
      host: '127.0.0.1',
      port: mailbox.port,
      security: 'plain',
      username: '',
      connections: 1,
      fromName: 'Mara at Harbour',
      fromAddress: 'mara@jobs.example.org',
      replyTo: '',
      returnAddress: 'bounces@jobs.example.org',
      imprint: 'Harbour Recruiting, Quay 4, 20457 Hamburg',
      domainLimit: 0,
      domainLimits: {},
    })
    await send(new URL(list.url).pathname, { email, name: 'Ana Ruiz', consent: 'yes' })
    const confirm = await linkTo('l/yes')
    await send(confirm, {})
    const { id } = await api(`/lists/${list.id}/issues`, 'POST', { subject: 'Nights this week' })
    await api(`/issues/${id}`, 'PATCH', { body: 'Hello {{name}}.' })
    await api(`/issues/${id}/send`, 'POST', {})
    const [leave, choose] = [await linkTo('l/leave'), await linkTo('l/choose')]
    await send('/privacy', { email })
    return { leave, choose, own: await linkTo('privacy') }
  } finally {
    mailbox.close()
  }
}
