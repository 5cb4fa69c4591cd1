import { z } from 'zod'
import { entityFormats, peopleFormats } from './model.ts'

/** `entities`: what may be asked for one by one; only for those who may have it. */
export const exportList = z.object({ entities: z.array(z.string()) })
export const peopleQuery = z.object({ format: z.enum(peopleFormats).default('csv') })
export const entityParams = z.object({ entity: z.string().max(60) })
export const entityQuery = z.object({ format: z.enum(entityFormats).default('json') })
