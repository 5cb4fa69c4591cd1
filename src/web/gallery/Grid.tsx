import { useMemo, useState } from 'react'
import { announce } from '#web/kit/Announcer.tsx'
import { NextStep } from '#web/kit/Button.tsx'
import { NumberText } from '#web/kit/Figures.tsx'
import { DataGrid, type GridColumn, type GridSort } from '#web/kit/grid/DataGrid.tsx'
import { PresenceDot } from '#web/kit/PresenceDot.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { Section } from './Section.tsx'
import { people, type SamplePerson } from './samples.ts'

const words = {
  title: 'Grid',
  label: 'Sample people',
  name: 'Name',
  stage: 'Stage',
  tools: 'Tools',
  place: 'Place',
  touches: 'Touches',
  next: 'Next',
  read: 'Read',
}

const columns: readonly GridColumn<SamplePerson>[] = [
  {
    id: 'name',
    header: words.name,
    width: 'minmax(170px, 2fr)',
    sortable: true,
    cell: person => (
      <bdi>
        {person.name} <PresenceDot presence={person.presence} />
      </bdi>
    ),
  },
  { id: 'stage', header: words.stage, width: '130px', cell: person => <StageMark stage={person.stage} /> },
  {
    id: 'tools',
    header: words.tools,
    width: '70px',
    cell: person => person.tools.map(tool => <ToolMark key={tool} tool={tool} />),
  },
  { id: 'place', header: words.place, width: '80px', card: 'hidden', cell: person => person.place },
  {
    id: 'touches',
    header: words.touches,
    width: '70px',
    numeric: true,
    sortable: true,
    cell: person => <NumberText value={person.touches} />,
  },
  { id: 'next', header: words.next, width: '76px', cell: () => <NextStep size="row">{words.read}</NextStep> },
]

export function Grid() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['p2']))
  const [sort, setSort] = useState<GridSort>()
  const [opened, setOpened] = useState<string>()
  const rows = useMemo(() => {
    if (!sort) return people
    const way = sort.descending ? -1 : 1
    return people.toSorted(
      (a, b) => way * (sort.column === 'name' ? a.name.localeCompare(b.name) : a.touches - b.touches),
    )
  }, [sort])
  return (
    <Section title={words.title}>
      <div className="g-grid">
        <DataGrid
          label={words.label}
          rows={rows}
          rowId={person => person.id}
          columns={columns}
          total={214_000}
          selected={selected}
          onSelect={setSelected}
          sort={sort}
          onSort={setSort}
          currentId={opened}
          onOpen={person => {
            setOpened(person.id)
            announce(person.name)
          }}
        />
      </div>
    </Section>
  )
}
