export const needs: readonly { skip: string; package: string; there(): boolean; said: RegExp }[]
export function filesNeeding(skipped: readonly string[], root: string): string[]
