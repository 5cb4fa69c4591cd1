import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { markdownHtml, plainFrom, withWholeAddresses } from './markdown.ts'

test('Markdown becomes plain elements: headings below the title, lists, tables that scroll, bare links, code as it was typed', () => {
  expect(markdownHtml('# Nights\n\nOne *word*.')).toBe('<h2>Nights</h2>\n<p>One <em>word</em>.</p>\n')
  expect(markdownHtml('#### Deep')).toBe('<h4>Deep</h4>\n')
  expect(markdownHtml('- [x] done\n- open')).toContain('<input checked="" disabled="" type="checkbox">')
  expect(markdownHtml('| a | b |\n| - | - |\n| 1 | 2 |')).toMatch(
    /^<div class="table" tabindex="0" role="region"><table>[\s\S]*<td>1<\/td>[\s\S]*<\/table><\/div>\n?$/,
  )
  expect(markdownHtml('See https://a.example/?x=1&y=2 now')).toContain(
    '<a href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a>',
  )
  expect(markdownHtml('[all](/jobs "What is &quot;open&quot;")')).toBe(
    '<p><a href="/jobs" title="What is &quot;open&quot;">all</a></p>\n',
  )
  expect(markdownHtml('![A *ward*](/blog/images/a.webp)')).toBe(
    '<p><img loading="lazy" decoding="async" src="/blog/images/a.webp" alt="A ward"></p>\n',
  )
  expect(markdownHtml('```js\nif (a < b) "c"\n```')).toContain('if (a &lt; b) &quot;c&quot;')
  expect(markdownHtml('~~never~~')).toBe('<p><del>never</del></p>\n')
})

/** Whatever a browser would run: elements, attributes and schemes of the tree that parse5 makes of it. */
function dangersIn(html: string): string[] {
  const found: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if ('attrs' in node) {
      if (/^(?:script|style|iframe|object|embed|svg|math|form|base|meta|link)$/.test(node.tagName))
        found.push(node.tagName)
      for (const { name, value } of node.attrs) {
        if (name.startsWith('on') || name === 'style') found.push(name)
        const scheme = /^([a-z][\w+.-]*)\s*:/i.exec(value.replaceAll(/[^!-~]/g, ''))?.[1]
        if ((name === 'href' || name === 'src') && scheme && !/^(?:https?|mailto|xmpp|ircs?)$/i.test(scheme))
          found.push(value)
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  const { childNodes } = parse(html)
  childNodes.forEach(visit)
  return found
}

test('nothing that a writer or somebody’s pasted text holds can run', () => {
  const attacks = [
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<div onclick="alert(1)">\n\nx\n\n</div>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&#58;alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](&#1;javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox)',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
    '![x" onerror="alert(1)](https://a.example/i.png)',
    '[x](https://a.example "t" onmouseover="alert(1)")',
    '[x](https://a.example/"onmouseover="alert(1))',
    '[a]: javascript:alert(1)\n\n[a]',
    '<javascript:alert(1)>',
    '<https://a.example/"onclick=alert(1)>',
    '```"><script>alert(1)</script>\ncode\n```',
    '| <script>alert(1)</script> |\n| - |\n| <svg onload=alert(1)> |',
    '# <svg/onload=alert(1)>',
    '- [ ] <iframe src="javascript:alert(1)">',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ]
  for (const attack of attacks) expect(dangersIn(`<body>${markdownHtml(attack)}`), attack).toEqual([])
  expect(markdownHtml('<b>bold</b> words')).toBe('<p>&lt;b&gt;bold&lt;/b&gt; words</p>\n')
})

test('for readers elsewhere every address is whole', () => {
  const html = markdownHtml(
    '[a](/jobs?x=1&y=2) [b](next) [c](#end) [d](https://b.example/) [e](mailto:a@b.example) ![f](/i.webp)',
  )
  const whole = withWholeAddresses(html, 'https://a.example/blog/one')
  expect([...whole.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    'https://a.example/jobs?x=1&amp;y=2',
    'https://a.example/blog/next',
    'https://a.example/blog/one#end',
    'https://b.example/',
    'mailto:a@b.example',
    'https://a.example/i.webp',
  ])
})

test('a summary has no marks and ends between words', () => {
  expect(plainFrom('## Nights\n\nAsk *about* the [ward](/jobs) & pay', 100)).toBe('Nights Ask about the ward & pay')
  expect(plainFrom('one two three four', 12)).toBe('one two …')
})
