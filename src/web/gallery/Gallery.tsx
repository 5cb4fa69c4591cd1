import { useState } from 'react'
import { Frame } from '#web/frame/Frame.tsx'
import { useLanguage } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { Line, Meta, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Composer } from './Composer.tsx'
import { Conditions } from './Conditions.tsx'
import { Forms } from './Forms.tsx'
import { Grid } from './Grid.tsx'
import { Marks } from './Marks.tsx'
import { entries } from './samples.ts'
import './gallery.css'

const words = {
  title: 'Kit',
  meta: 'every part in every state',
  list: 'Parts',
  side: 'Beside',
  next: 'Introduce yourself',
  action: 'Add a note',
  sections: ['Marks', 'Verdict', 'Grid', 'Forms', 'Conditions'],
  about: 'The side pane: 320 px at 1440, a sheet at 1024.',
}

/** Built with `--mode kit` or in development. Its words are samples, so they stand in code. */
export function Gallery() {
  const [section, setSection] = useState(window.location.hash.slice(1) || 'all')
  const { code } = useLanguage()
  const shows = (name: string) => section === 'all' || section === name
  return (
    <Frame
      me={{ name: 'Mara Lindqvist', email: 'mara@example.org', workspace: 'Night shift', live: null }}
      entries={entries}
      onSignOut={() => undefined}
    >
      <Page
        key={code}
        title={words.title}
        meta={words.meta}
        actions={
          <>
            <Button>{words.action}</Button>
            <NextStep showKey>{words.next}</NextStep>
          </>
        }
        list={{
          label: words.list,
          content: (
            <Stack gap={1}>
              {words.sections.map(name => (
                <button
                  key={name}
                  type="button"
                  className="k-rail-link"
                  aria-pressed={section === name}
                  onClick={() => setSection(section === name ? 'all' : name)}
                >
                  {name}
                </button>
              ))}
            </Stack>
          ),
        }}
        side={{
          label: words.side,
          content: (
            <Line>
              <Meta>{words.about}</Meta>
            </Line>
          ),
        }}
      >
        <Stack gap={6}>
          {shows('Marks') && <Marks />}
          {shows('Verdict') && <Composer />}
          {shows('Grid') && <Grid />}
          {shows('Forms') && <Forms />}
          {shows('Conditions') && <Conditions />}
        </Stack>
      </Page>
    </Frame>
  )
}
