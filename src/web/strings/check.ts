import ts from 'typescript'

export type Source = { path: string; text: string }
export type Texts = { [key: string]: string | Texts }
export type Finding = { path: string; line: number; words: string }

type KeyUse = { namespace: string; key: string; whole: boolean; path: string; line: number }

const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'alt',
  'title',
  'placeholder',
  'label',
  'hint',
  'error',
  'header',
  'words',
])
const hasWords = (text: string) => /\p{L}{2,}/u.test(text)

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, child => visit(child, see))
}

const parse = ({ path, text }: Source) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
const lineOf = (file: ts.SourceFile, node: ts.Node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1

/** Words that stand in code where a reader will meet them: between tags, in an expression between tags, in a spoken attribute. */
export function findLiteralWords(source: Source): readonly Finding[] {
  const file = parse(source)
  const findings: Finding[] = []
  const note = (node: ts.Node, words: string) => {
    if (hasWords(words)) findings.push({ path: source.path, line: lineOf(file, node), words: words.trim() })
  }
  const literal = (expression: ts.Expression): void => {
    if (ts.isStringLiteralLike(expression)) note(expression, expression.text)
    else if (ts.isTemplateExpression(expression)) {
      note(
        expression,
        [expression.head, ...expression.templateSpans.map(span => span.literal)].map(part => part.text).join(' '),
      )
    } else if (ts.isConditionalExpression(expression)) {
      literal(expression.whenTrue)
      literal(expression.whenFalse)
    } else if (ts.isBinaryExpression(expression)) {
      literal(expression.left)
      literal(expression.right)
    } else if (ts.isParenthesizedExpression(expression)) literal(expression.expression)
  }
  visit(file, node => {
    if (ts.isJsxText(node)) note(node, node.text)
    else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      literalOutsideComparison(node.expression, literal)
    else if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(file)) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) note(node, node.initializer.text)
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) {
        literalOutsideComparison(node.initializer.expression, literal)
      }
    }
  })
  return findings
}

/** `stage === 'read' && <p/>` compares words, it doesn't show them. */
function literalOutsideComparison(expression: ts.Expression, literal: (expression: ts.Expression) => void): void {
  if (ts.isBinaryExpression(expression)) {
    const shows = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]
    if (expression.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
      literalOutsideComparison(expression.right, literal)
    else if (shows.includes(expression.operatorToken.kind)) literal(expression)
    return
  }
  literal(expression)
}

/** Calls of a `useText('namespace')` function, or of a prop called `t` in a file with one namespace. A template gives a prefix. */
export function findKeyUses(source: Source): readonly KeyUse[] {
  const file = parse(source)
  const names = new Map<string, string>()
  visit(file, node => {
    if (
      !ts.isVariableDeclaration(node) ||
      !ts.isIdentifier(node.name) ||
      !node.initializer ||
      !ts.isCallExpression(node.initializer)
    )
      return
    const [argument] = node.initializer.arguments
    if (node.initializer.expression.getText(file) === 'useText' && argument && ts.isStringLiteral(argument))
      names.set(node.name.text, argument.text)
  })
  const uses: KeyUse[] = []
  const only = new Set(names.values()).size === 1 ? [...names.values()][0] : undefined
  visit(file, node => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return
    const namespace = names.get(node.expression.text) ?? (node.expression.text === 't' ? only : undefined)
    const [argument] = node.arguments
    if (namespace === undefined || !argument) return
    const add = (expression: ts.Expression): void => {
      const line = lineOf(file, expression)
      if (ts.isStringLiteralLike(expression))
        uses.push({ namespace, key: expression.text, whole: true, path: source.path, line })
      else if (ts.isTemplateExpression(expression))
        uses.push({ namespace, key: expression.head.text, whole: false, path: source.path, line })
      else if (ts.isConditionalExpression(expression)) {
        add(expression.whenTrue)
        add(expression.whenFalse)
      }
    }
    add(argument)
  })
  return uses
}

export function flatten(texts: Texts, before = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value] as const] : [...flatten(value, `${before}${key}.`)],
    ),
  )
}

const plural = /_(zero|one|two|few|many|other)$/

/** Every key used is there, every key there is used (words of a manifest and of prefixes count), plurals are whole. */
export function compareKeys(
  uses: readonly KeyUse[],
  namespace: string,
  texts: Texts,
  quoted: string,
): readonly string[] {
  const keys = [...flatten(texts).keys()]
  const plain = new Set(keys.map(key => key.replace(plural, '')))
  const own = uses.filter(use => use.namespace === namespace)
  const missing = own
    .filter(use =>
      use.whole ? !plain.has(use.key) && !keys.includes(use.key) : !keys.some(key => key.startsWith(use.key)),
    )
    .map(use => `${use.path}:${use.line} uses ${namespace}:${use.key}, which has no text`)
  const unused = [...plain]
    .filter(
      key =>
        !own.some(use => (use.whole ? use.key === key : use.key !== '' && key.startsWith(use.key))) &&
        !quoted.includes(`'${key}'`),
    )
    .map(key => `${namespace}:${key} is used nowhere`)
  return [...missing, ...unused]
}

const holes = (text: string) => [...text.matchAll(/\{\{\s*([\w-]+)[^}]*\}\}/g)].map(match => match[1] ?? '').toSorted()

/** The same keys and the same {{holes}} in both languages; plural forms may differ, each language has its own. */
export function compareLanguages(namespace: string, one: Texts, other: Texts): readonly string[] {
  const [a, b] = [flatten(one), flatten(other)]
  const fold = (texts: ReadonlyMap<string, string>) =>
    new Map([...texts].map(([key, text]) => [key.replace(plural, ''), text]))
  const [left, right] = [fold(a), fold(b)]
  return [
    ...[...left.keys()]
      .filter(key => !right.has(key))
      .map(key => `${namespace}:${key} is missing in the second language`),
    ...[...right.keys()]
      .filter(key => !left.has(key))
      .map(key => `${namespace}:${key} is missing in the first language`),
    ...[...left]
      .filter(([key, text]) => right.has(key) && holes(text).join() !== holes(right.get(key) ?? '').join())
      .map(([key]) => `${namespace}:${key} has other {{holes}} in the second language`),
    ...[...a.keys(), ...b.keys()]
      .filter(key => key.endsWith('_one') && !a.has(key.replace(plural, '_other')))
      .map(key => `${namespace}:${key} has no _other`),
  ]
}
