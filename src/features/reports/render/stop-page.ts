import { escapeHtml } from '#kernel/html.ts'
import type { Words } from '../model.ts'

/** Where the link in the mail leads: reads and works without script. */
export function stopPage({ weekly }: Words, at: { kind: 'ask'; token: string } | { kind: 'stopped' | 'bad' }): string {
  const title = at.kind === 'stopped' ? weekly.stopped : weekly.stopTitle
  const body =
    at.kind === 'ask'
      ? `<p class="lead">${escapeHtml(weekly.stopLead)}</p>
<form method="post" action="/weekly/stop/${encodeURIComponent(at.token)}"><button type="submit">${escapeHtml(weekly.stopButton)}</button></form>`
      : `<p class="lead">${escapeHtml(at.kind === 'stopped' ? weekly.stoppedLead : weekly.badLink)}</p>`
  return `<!doctype html>
<html lang="${weekly.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="/kith.svg" type="image/svg+xml">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/widget/landing.css">
</head>
<body>
<main><header>
<h1>${escapeHtml(title)}</h1>
${body}
</header></main>
</body>
</html>
`
}
