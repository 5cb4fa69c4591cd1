import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { readStage } from '#web/kit/stages.ts'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { usePresence } from '#web/live/presence.ts'
import { peopleQueryOf } from '../model.ts'
import { foundPeopleQuery, foundSaidQuery } from './api.ts'
import { Excerpt } from './Excerpt.tsx'
import { type Group, suggestionsFor } from './options.tsx'

/** What fits what is typed, by sort; what waits for an answer keeps showing what was found before. */
export function useGroups(typed: string) {
  const t = useText('search')
  const presence = usePresence()
  const people = useQuery(foundPeopleQuery(typed))
  const said = useQuery(foundSaidQuery(typed))
  const groups = useMemo<readonly Group[]>(() => {
    if (typed.trim() === '') return []
    const asksPeople = peopleQueryOf(typed) !== ''
    const all: Group[] = [
      {
        id: 'suggested',
        label: t('group.suggested'),
        options: suggestionsFor(typed).map(value => ({
          id: value,
          complete: value,
          content: <code>{value.trim()}</code>,
        })),
      },
      {
        id: 'people',
        label: t('group.people'),
        options: (asksPeople ? (people.data ?? []) : []).map(person => ({
          id: person.id,
          to: { to: '/people/$personId', params: { personId: person.id } },
          content: (
            <>
              <PersonName
                name={person.name}
                stage={readStage(person.stage)}
                stageWord
                tools={person.tools.slice(0, 3)}
                presence={presence.get(person.id) ?? 'off'}
              />
              <span className="f-more">{[person.headline, person.place].filter(Boolean).join(' · ')}</span>
            </>
          ),
        })),
      },
      {
        id: 'messages',
        label: t('group.messages'),
        options: (said.data?.messages ?? []).map(message => ({
          id: message.id,
          to: { to: '/inbox/$conversationId', params: { conversationId: message.conversation } },
          content: (
            <>
              <span className="f-who">
                <ToolMark tool={message.tool} /> <bdi>{message.name ?? t('nobody')}</bdi>
                {message.own && <span className="k-meta"> {t('you')}</span>}
              </span>
              <Excerpt excerpt={message.excerpt} />
              <span className="k-meta">
                <TimeAgo at={message.at} />
              </span>
            </>
          ),
        })),
      },
      {
        id: 'activity',
        label: t('group.activity'),
        options: (said.data?.activity ?? []).map(item => ({
          id: item.id,
          to: {
            to: '/people/$personId',
            params: { personId: item.person },
            search: { tab: 'activity', item: item.id },
          },
          content: (
            <>
              <span className="f-who">
                <ToolMark tool={item.tool} /> <bdi>{item.name}</bdi>
              </span>
              <span className="f-line">
                {item.title && <bdi className="f-title">{item.title} </bdi>}
                <Excerpt excerpt={item.excerpt} />
              </span>
              <span className="k-meta">
                <TimeAgo at={item.at} />
              </span>
            </>
          ),
        })),
      },
      {
        id: 'rooms',
        label: t('group.rooms'),
        options: (said.data?.rooms ?? []).map(room => ({
          id: room.conversation,
          to: { to: '/inbox/$conversationId', params: { conversationId: room.conversation } },
          content: (
            <span className="f-who">
              <ToolMark tool={room.tool} /> <bdi>{room.name}</bdi>
            </span>
          ),
        })),
      },
      {
        id: 'all',
        label: t('group.all'),
        options:
          asksPeople && (people.data?.length ?? 0) > 4
            ? [
                {
                  id: 'all',
                  to: { to: '/people', search: { q: peopleQueryOf(typed) } },
                  content: t('all-people', { query: peopleQueryOf(typed) }),
                },
              ]
            : [],
      },
    ]
    return all.filter(group => group.options.length > 0)
  }, [typed, people.data, said.data, presence, t])
  return {
    groups,
    waiting: people.isFetching || said.isFetching,
    error: said.error,
    retry: () => void said.refetch(),
  }
}
