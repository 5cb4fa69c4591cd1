import { connect, createServer, type Server, type Socket } from 'node:net'

/** Stands before an SMTP server: it can swallow the answer to a mail, or be gone. */
export async function startSmtpGate(port: number) {
  const sockets = new Set<Socket>()
  let swallowing = false
  let ownPort = 0
  let server: Server | undefined

  const serve = (client: Socket) => {
    const upstream = connect(port, '127.0.0.1')
    let tail = ''
    let allSent = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', chunk => {
      upstream.write(chunk)
      tail = `${tail}${chunk.toString('latin1')}`.slice(-5)
      if (tail === '\r\n.\r\n') allSent = true
    })
    upstream.on('data', chunk => {
      if (!(swallowing && allSent)) client.write(chunk)
    })
  }

  const listen = () =>
    new Promise<void>((resolve, reject) => {
      const opened = createServer(serve)
      opened.once('error', reject)
      opened.listen(ownPort, '127.0.0.1', () => {
        const address = opened.address()
        if (typeof address === 'object' && address) ownPort = address.port
        server = opened
        resolve()
      })
    })
  const shut = async () => {
    const closing = server
    server = undefined
    for (const socket of sockets) socket.destroy()
    if (closing) await new Promise<void>(resolve => closing.close(() => resolve()))
  }
  await listen()
  return {
    port: ownPort,
    /** From now on the server gets the mail, and nobody hears that it did. */
    swallowAnswers: (on: boolean) => {
      swallowing = on
    },
    shut,
    listen,
  }
}
