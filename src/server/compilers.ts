import { AjvCompiler, type BuildCompilerFromPool } from '@fastify/ajv-compiler'
import { type SerializerFactory, SerializerSelector } from '@fastify/fast-json-stringify-compiler'

const shared = { useDefaults: true, removeAdditional: false, allErrors: true, allowUnionTypes: true } as const

type Validate = ReturnType<ReturnType<BuildCompilerFromPool>>

/** Made at the first request: most of a start was spent on routes that nobody asks for just then. */
function validateLater(make: () => Validate): Validate {
  let made: Validate | undefined
  const later = (data: unknown) => {
    made ??= make()
    const fits = made(data)
    later.errors = made.errors
    return fits
  }
  later.errors = undefined as Validate['errors']
  // Fastify asks a validator for nothing but its verdict and its errors.
  return later as Validate
}

/** Bodies are taken as they are; only text that can't be anything else (query, path) becomes a number or a list. */
export const validators = (): BuildCompilerFromPool => {
  const build = AjvCompiler()
  return external => {
    const exact = build(external, { customOptions: { ...shared, coerceTypes: false } })
    // `1e999` in an address is read as infinite: strict, the validator would pass it by instead of holding it against the maximum.
    const fromText = build(external, { customOptions: { ...shared, coerceTypes: 'array', strictNumbers: false } })
    return route => {
      const compile = typeof route === 'object' && route.httpPart === 'body' ? exact : fromText
      return validateLater(() => compile(route))
    }
  }
}

/** The same for answers. */
export const serializers = (): SerializerFactory => {
  const build = SerializerSelector()
  return (external, options) => {
    const compile = build(external, options)
    return route => {
      let made: ReturnType<typeof compile> | undefined
      return answer => {
        made ??= compile(route)
        return made(answer)
      }
    }
  }
}
