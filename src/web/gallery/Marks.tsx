import { ladder, stages } from '#features/relationships/model.ts'
import { toolIds } from '#kernel/tools.ts'
import { NumberText, Proportion, TimeAgo } from '#web/kit/Figures.tsx'
import { Ladder } from '#web/kit/Ladder.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { PresenceDot } from '#web/kit/PresenceDot.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { gatesOf } from '#web/kit/stages.ts'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { Why } from '#web/kit/Why.tsx'
import { Section } from './Section.tsx'
import { people } from './samples.ts'

const words = {
  title: 'Marks',
  why: 'Fit: Night lead, 7 of 9',
  whyWord: '7 of 9',
  items: [
    { key: 'a', what: 'Led nights at Clinic Norte, 2019–2023', weight: '+3' },
    { key: 'b', what: '“Cold-chain checklist”, 14 Nov', weight: '+2' },
    { key: 'c', what: 'Shift wishes', weight: 'not known' },
  ],
  note: 'A short profile lowers the confidence, never the fit.',
}
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

export function Marks() {
  return (
    <Section title={words.title}>
      <Line gap={4}>
        {stages.map(stage => (
          <StageMark key={stage} stage={stage} />
        ))}
      </Line>
      <Line gap={2}>
        {toolIds.map(tool => (
          <ToolMark key={tool} tool={tool} />
        ))}
      </Line>
      <Line gap={4}>
        <ToolMark tool="xmpp" word />
        <ToolMark tool="linkedin" word />
        <ToolMark tool="mastodon" word />
        <ToolMark tool="job-feed" word />
        <PresenceDot presence="online" word />
        <PresenceDot presence="away" word />
        <PresenceDot presence="off" word />
        <PresenceDot presence="visitor" word />
      </Line>
      <Stack gap={2}>
        {people.slice(0, 5).map(person => (
          <PersonName key={person.id} {...person} stageWord />
        ))}
        <PersonName name="Tom Bek" stage="acknowledged" tools={['matrix']} presence="away" to="/kit" />
      </Stack>
      <Ladder current="connected" gates={gatesOf('messaging')} onRung={() => undefined} />
      <Ladder current="found" gates={gatesOf('sourcing')} />
      <Ladder current={ladder[7]} gates={gatesOf('mixed')} />
      <Line gap={4}>
        <Proportion hits={8} total={11} />
        <Proportion hits={3} total={4} />
        <NumberText value={1234567.5} />
        <TimeAgo at={minutesAgo(12)} />
        <TimeAgo at={minutesAgo(60 * 26)} />
        <TimeAgo at={minutesAgo(60 * 24 * 60)} />
        <TimeAgo at={minutesAgo(3)} theirZone="Pacific/Auckland" />
        <Why title={words.why} items={words.items} note={words.note}>
          {words.whyWord}
        </Why>
      </Line>
    </Section>
  )
}
