import { expect, test } from 'vitest'
import { compareKeys, compareLanguages, findKeyUses, findLiteralWords, type Source, type Texts } from './check.ts'

const code = {
  ...import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!../gallery/**', '!../strings/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>(['../../features/*/ui/**/*.{ts,tsx}', '!../../features/*/ui/**/*.test.*'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
}
const locales: Record<string, Texts> = {
  ...import.meta.glob<Texts>('../locale/*.json', { import: 'default', eager: true }),
  ...import.meta.glob<Texts>('../../features/*/ui/locale/*.json', { import: 'default', eager: true }),
}

const sources: readonly Source[] = Object.entries(code).map(([path, text]) => ({ path, text }))
const namespaces = [...new Set(Object.keys(locales).map(path => /features\/([^/]+)\//.exec(path)?.[1] ?? 'shell'))]
const fileOf = (namespace: string, language: string) =>
  locales[
    namespace === 'shell' ? `../locale/${language}.json` : `../../features/${namespace}/ui/locale/${language}.json`
  ]

test('the check reads the shell, and sees a word planted in code', () => {
  expect(sources.length).toBeGreaterThan(40)
  const planted = {
    path: 'a.tsx',
    text: `const A = () => <p title="Send now">Hello {ok ? 'yes please' : name}{kind === 'warn' && <b />}</p>`,
  }
  expect(findLiteralWords(planted).map(each => each.words)).toEqual(['Send now', 'Hello', 'yes please'])
  const uses = findKeyUses({
    path: 'a.tsx',
    text: `const t = useText('people'); t('gone'); t(\`stage.\${x}\`); t(a ? 'b' : 'c')`,
  })
  expect(uses.map(use => use.key)).toEqual(['gone', 'stage.', 'b', 'c'])
  expect(compareKeys(uses, 'people', { b: '', c: '', stage: { read: '' }, idle: '' }, '')).toEqual([
    'a.tsx:1 uses people:gone, which has no text',
    'people:idle is used nowhere',
  ])
  expect(compareLanguages('x', { a: '{{n}} people', b: '' }, { a: 'Leute', c: '' })).toHaveLength(3)
})

test('no words for the reader stand in code', () => {
  const findings = sources.filter(source => source.path.endsWith('.tsx')).flatMap(findLiteralWords)
  expect(findings.map(each => `${each.path}:${each.line} “${each.words}”`)).toEqual([])
})

test('every text is used, every text used is there, in English and German alike', () => {
  const uses = sources.flatMap(findKeyUses)
  const problems = namespaces.flatMap(namespace => {
    const [en, de] = [fileOf(namespace, 'en'), fileOf(namespace, 'de')]
    if (!en || !de) return [`${namespace} needs locale/en.json and locale/de.json`]
    // A key may also be handed on as a quoted word, as a manifest does with its label.
    const quoted = sources
      .filter(source => namespace === 'shell' || source.path.includes(`/features/${namespace}/`))
      .map(source => source.text)
      .join('\n')
    return [...compareKeys(uses, namespace, en, quoted), ...compareLanguages(namespace, en, de)]
  })
  expect(problems).toEqual([])
})
