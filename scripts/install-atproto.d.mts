export function installAtproto(): Promise<string>
