import { z } from 'zod'
import type { Id } from '#kernel/ids.ts'

// Pieces that wire schemas share. They pass through JSON Schema, so no refine, transform or trim: those would be lost.

/** A branded id: a lower-case UUID on the wire. */
export const idOf = <Kind extends string>() =>
  z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown as z.ZodType<Id<Kind>, Id<Kind>>

/** ISO 8601 in UTC on the wire; a handler may answer with a Date. */
export const instant = () => z.iso.datetime() as unknown as z.ZodType<string, string | Date>

/** Text that a person typed: not blank, at most `max` UTF-16 units. */
export const typedText = (max: number) => z.string().min(1).max(max).regex(/\S/)

/** Opaque place in a list: the `next` of the page before. */
export const cursor = () => z.string().max(400).optional()
