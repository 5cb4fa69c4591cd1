import { expect, test } from 'vitest'
import source from './tokens.css?raw'

type Theme = 'light' | 'dark'

const tokens = new Map(
  [...source.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
)

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(ink: string, ground: string, theme: Theme): number {
  const [a, b] = [ink, ground].map(name => {
    const token = tokens.get(name)
    if (!token) throw new Error(`tokens.css has no --${name}`)
    return luminance(token[theme])
  })
  const [high, low] = (a ?? 0) > (b ?? 0) ? [a ?? 0, b ?? 0] : [b ?? 0, a ?? 0]
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['bg', 'surface', 'sunken', 'hover', 'selected']
const softs = ['warn-soft', 'block-soft', 'ok-soft', 'info-soft']
const stages = [...tokens.keys()].filter(name => name.startsWith('st-'))
const kinds = [...tokens.keys()].filter(name => name.startsWith('kind-'))
const states = ['warn', 'block', 'ok', 'info']
const across = (inks: string[], grounds: string[]) => inks.flatMap(ink => grounds.map(ground => [ink, ground] as const))

const words = [
  ...across(['text', 'text2', 'text3', 'accent-text'], surfaces),
  ...across(['text', 'text2'], softs),
  ...across(stages, surfaces),
  ...states.flatMap(state => [[`${state}-text`, `${state}-soft`] as const, ...across([`${state}-text`], surfaces)]),
  ['accent-text', 'accent-soft'] as const,
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-hover'] as const,
  ...across(['on-kind'], kinds),
]
const marks = [
  ...across(['focus'], [...surfaces, ...softs]),
  ...across(['control'], ['bg', 'surface', 'sunken', 'selected', 'hover']),
  ...across(kinds, surfaces),
  ...states.flatMap(state => across([`${state}-mark`], [...surfaces, `${state}-soft`])),
  ...across(['accent'], surfaces),
]

test('the test reads every colour that tokens.css defines, once', () => {
  const declared = [...source.matchAll(/--([\w-]+): light-dark\(/g)].map(match => match[1])
  expect(declared.length).toBe(tokens.size)
  expect(tokens.size).toBeGreaterThanOrEqual(45)
  expect(stages).toHaveLength(12)
  expect(kinds).toHaveLength(4)
  expect(words.length + marks.length).toBeGreaterThanOrEqual(132)
})

test('black on white is 21 and a failing pair would be seen', () => {
  expect(luminance('#ffffff')).toBeCloseTo(1)
  expect(contrast('line', 'surface', 'light')).toBeLessThan(3)
})

for (const theme of ['light', 'dark'] as const) {
  test(`every word of the ${theme} theme has a contrast of 4.5 where it stands`, () => {
    const low = words.filter(([ink, ground]) => contrast(ink, ground, theme) < 4.5)
    expect(low.map(([ink, ground]) => `${ink} on ${ground}: ${contrast(ink, ground, theme).toFixed(2)}`)).toEqual([])
  })
  test(`every mark, control and focus ring of the ${theme} theme has a contrast of 3`, () => {
    const low = marks.filter(([ink, ground]) => contrast(ink, ground, theme) < 3)
    expect(low.map(([ink, ground]) => `${ink} on ${ground}: ${contrast(ink, ground, theme).toFixed(2)}`)).toEqual([])
  })
}
