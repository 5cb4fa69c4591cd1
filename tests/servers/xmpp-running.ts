import { recordingHost } from '#connectors/conformance/recording-host.ts'
import type { Account, Connector } from '#connectors/contract.ts'
import { connector as usual } from './xmpp.ts'

/** For tests: a session that runs until it is disposed of, with everything that it told. */
export function open(account: Account, recording = recordingHost(), connector: Connector = usual) {
  const ending = new AbortController()
  const session = connector.open(account, recording.host)
  const before = recording.states.length
  const done = session.run(recording.cursor(), ending.signal)
  const connected = () =>
    recording.until('connected', () => recording.states.slice(before).some(state => state.kind === 'connected'))
  const stop = async () => {
    ending.abort()
    await done
  }
  return { recording, session, done, connected, stop, [Symbol.asyncDispose]: stop }
}
