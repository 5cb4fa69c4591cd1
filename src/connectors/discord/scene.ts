import type { RemoteConversation } from '../contract.ts'
import { type DiscordChannel, isReadable } from './objects.ts'

/** Servers and channels as the gateway tells them; forgotten with the session and told again by the next. */
export function createScene() {
  const channels = new Map<string, DiscordChannel>()
  const guilds = new Map<string, string>()
  const channel = (id: string) => channels.get(id)

  return {
    channel,
    learn(each: DiscordChannel, guild = each.guild_id): void {
      channels.set(each.id, guild === undefined ? each : { ...each, guild_id: guild })
    },
    forget: (id: string) => void channels.delete(id),
    learnGuild: (id: string, name: string) => void guilds.set(id, name),
    forgetGuild(id: string): DiscordChannel[] {
      guilds.delete(id)
      const gone = [...channels.values()].filter(each => each.guild_id === id)
      for (const each of gone) channels.delete(each.id)
      return gone
    },
    /** Those in which people write, by server. */
    rooms: () => [...channels.values()].filter(each => each.guild_id !== undefined && isReadable(each)),
    room(id: string): RemoteConversation {
      const found = channels.get(id)
      const name = found?.name ? `#${found.name}` : undefined
      const guild = found?.guild_id ? guilds.get(found.guild_id) : undefined
      const title = name && guild ? `${name} · ${guild}` : name
      return { id, kind: 'room', ...(title ? { title } : {}) }
    },
  }
}

export type Scene = ReturnType<typeof createScene>
