/**
 * Whether somebody is on the tool of this profile. What a table says without naming a tool (employer, headline) stands on a card of
 * e-mail without an address: that is not being there. In SQL: `kith_on_tool`.
 */
export const isOnTool = ({ tool, handle }: { tool: string; handle?: string | null | undefined }): boolean =>
  tool !== 'email' || Boolean(handle)

/** Each once, in the order of the profiles. */
export const toolsOf = <Tool extends string>(
  profiles: readonly { tool: Tool; handle?: string | null | undefined }[],
): Tool[] => [...new Set(profiles.filter(isOnTool).map(({ tool }) => tool))]
