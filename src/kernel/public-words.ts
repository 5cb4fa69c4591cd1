/** Puts values into the `{places}` of a text; a place without one stays. */
export const fillWords = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

/** `6 minutes`, `2 hours`, `3 days`: no more exact than it is known. */
export function formatDuration(minutes: number, lang: string): string {
  const [count, unit] =
    minutes < 90 ? [minutes, 'minute'] : minutes < 2_880 ? [minutes / 60, 'hour'] : [minutes / 1_440, 'day']
  const format = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(lang, format).format(count)
}
