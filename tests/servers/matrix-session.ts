import { recordingHost } from '#connectors/conformance/recording-host.ts'
import type { Account, Connector } from '#connectors/contract.ts'
import { connector as usual } from './matrix.ts'

/** A session that runs, with what it told; goes on from the recording's cursor. */
export function openMatrix(account: Account, recording = recordingHost(), connector: Connector = usual) {
  const ending = new AbortController()
  const session = connector.open(account, recording.host)
  const before = recording.states.length
  const done = session.run(recording.cursor(), ending.signal)
  const stop = async () => {
    ending.abort()
    await done
    await session[Symbol.asyncDispose]()
  }
  return {
    session,
    recording,
    done,
    stop,
    connected: () =>
      recording.until(
        'connected',
        () => recording.states.slice(before).some(state => state.kind === 'connected'),
        20_000,
      ),
    [Symbol.asyncDispose]: stop,
  }
}
