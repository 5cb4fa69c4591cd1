const wallIn = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(at))
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
}

/**
 * The instant at which a clock in that zone shows `2026-05-04T08:00`. A time that the clock skips in spring is the one an hour later;
 * of one that it shows twice in autumn the first counts. Undefined when the text is no time.
 */
export function instantIn(timeZone: string, wall: string): Date | undefined {
  const wanted = Date.parse(`${wall}Z`)
  if (Number.isNaN(wanted)) return undefined
  // The offset at a first guess, and on both sides of a change of the clock.
  const dayMs = 86_400_000
  const offsets = [wanted - dayMs, wanted + dayMs].map(at => wallIn(at, timeZone) - at)
  const candidates = offsets.map(offset => wanted - offset).toSorted((a, b) => a - b)
  const exact = candidates.find(at => wallIn(at, timeZone) === wanted)
  return new Date(exact ?? candidates[1] ?? wanted)
}
