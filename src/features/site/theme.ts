// Shades of one main colour that can be read in both themes: WCAG contrast, computed and not guessed.

type Rgb = readonly [number, number, number]

const grounds = { light: '#fbfaf7', lightSurface: '#ffffff', dark: '#15120f', darkSurface: '#1d1b16' } as const
const needed = 4.6

const rgbOf = (hex: string): Rgb => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const hexOf = (rgb: Rgb) => `#${rgb.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map(part => {
    const share = part / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgbOf(one)), luminance(rgbOf(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const mix = (from: string, to: string, share: number): string => {
  const [a, b] = [rgbOf(from), rgbOf(to)]
  return hexOf(a.map((part, at) => part + ((b[at] ?? 0) - part) * share) as unknown as Rgb)
}

/** The colour itself, or as much darker or lighter as it takes to be read on all of `on`. */
function readable(colour: string, on: readonly string[], towards: '#000000' | '#ffffff'): string {
  for (let share = 0; share <= 1; share += 0.04) {
    const shade = mix(colour, towards, share)
    if (on.every(ground => contrast(shade, ground) >= needed)) return shade
  }
  return towards
}

const shades = (accent: string, dark: boolean): Record<string, string> => {
  const ground = dark ? grounds.dark : grounds.light
  const surface = dark ? grounds.darkSurface : grounds.lightSurface
  const soft = mix(ground, accent, dark ? 0.2 : 0.1)
  const main = readable(accent, [ground, surface, soft], dark ? '#ffffff' : '#000000')
  const hover = mix(main, dark ? '#ffffff' : '#000000', 0.16)
  const on = contrast('#ffffff', main) >= contrast('#000000', main) ? '#ffffff' : '#000000'
  return { accent: main, 'accent-hover': hover, 'on-accent': on, 'accent-text': main, 'accent-soft': soft }
}

const block = (colours: Readonly<Record<string, string>>) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** A style sheet that stands after ours; empty when the site has no colour of its own. */
export function themeCss(accent: string | null): string {
  if (accent === null) return ''
  return `:root{${block(shades(accent, false))}}@media (prefers-color-scheme:dark){:root{${block(shades(accent, true))}}}\n`
}
