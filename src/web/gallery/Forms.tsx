import { useState } from 'react'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { Dropzone } from '#web/kit/Dropzone.tsx'
import { CheckField, ChoiceField, SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Section } from './Section.tsx'

const words = {
  title: 'Forms',
  server: 'Server',
  hint: 'Where your mail lives, such as mail.example.org.',
  password: 'Password',
  wrong: 'mail.example.org refused the password. Nothing here is lost.',
  note: 'Note',
  tool: 'Tool',
  choices: [
    { value: 'xmpp', label: 'XMPP' },
    { value: 'irc', label: 'IRC' },
    { value: 'sms', label: 'SMS', unavailable: true },
  ],
  consent: 'She agreed to be contacted',
  quiet: 'Quiet hours',
  quietHint: '21:00 to 8:00, in their time.',
  drop: 'Choose a file',
  dropHint: 'or drop it here: a LinkedIn export, vCard or any CSV',
  plain: 'Cancel',
  quietButton: 'Skip',
  danger: 'Erase this person',
  off: 'Save',
  why: 'Test the connection first',
  busy: 'Testing',
  step: 'Test it',
}

export function Forms() {
  const [tool, setTool] = useState('xmpp')
  return (
    <Section title={words.title}>
      <div className="g-wide">
        <Stack>
          <TextField label={words.server} hint={words.hint} defaultValue="mail.example.org" />
          <TextField
            label={words.password}
            type="password"
            error={words.wrong}
            defaultValue="1234"
            autoComplete="off"
          />
          <SelectField label={words.tool} choices={words.choices} />
          <TextAreaField label={words.note} optional />
        </Stack>
        <Stack>
          <ChoiceField label={words.tool} choices={words.choices} value={tool} onChoose={setTool} />
          <CheckField label={words.consent} defaultChecked />
          <CheckField look="switch" label={words.quiet} hint={words.quietHint} defaultChecked />
          <CheckField look="switch" label={words.quiet} />
          <Dropzone label={words.drop} hint={words.dropHint} onFiles={() => undefined} />
        </Stack>
      </div>
      <Line>
        <NextStep>{words.step}</NextStep>
        <Button>{words.plain}</Button>
        <Button look="quiet">{words.quietButton}</Button>
        <Button look="danger">{words.danger}</Button>
        <Button unavailable={words.why}>{words.off}</Button>
        <Button busy>{words.busy}</Button>
      </Line>
    </Section>
  )
}
