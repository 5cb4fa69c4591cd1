import {
  type Description,
  inner,
  innerList,
  type Operation,
  type Parameter,
  resolved,
  type Schema,
} from './description.ts'

const methods = new Set(['get', 'put', 'post', 'delete', 'patch'])
const places = new Set(['path', 'query', 'header'])

/** OpenAPI 3.0 and 3.1. `only`: of a large description, the operations whose path it takes. */
export function describeOpenApi(document: Schema, only: (path: string) => boolean = () => true): Description {
  const operations: Operation[] = []
  for (const [path, item] of Object.entries(inner(document.paths))) {
    if (!only(path)) continue
    for (const [method, value] of Object.entries(inner(item))) {
      if (!methods.has(method)) continue
      const operation = inner(value)
      const parameters = [...innerList(inner(item).parameters), ...innerList(operation.parameters)]
        .map(each => resolved(document, each))
        .flatMap((each): Parameter[] =>
          places.has(String(each.in))
            ? [
                {
                  in: each.in as Parameter['in'],
                  name: String(each.name),
                  required: each.required === true,
                  schema: inner(each.schema),
                },
              ]
            : [],
        )
      const body = operation.requestBody === undefined ? undefined : resolved(document, operation.requestBody)
      operations.push({
        id: String(operation.operationId ?? `${method} ${path}`),
        method: method.toUpperCase(),
        path,
        parameters,
        ...(body
          ? {
              bodies: {
                required: body.required === true,
                types: new Map(
                  Object.entries(inner(body.content)).map(([type, each]) => [type, inner(inner(each).schema)] as const),
                ),
              },
            }
          : {}),
        answers: new Map(
          Object.entries(inner(operation.responses)).map(([status, each]) => {
            const json = inner(resolved(document, each).content)['application/json']
            return [status, json === undefined ? undefined : inner(inner(json).schema)] as const
          }),
        ),
      })
    }
  }
  return { document, operations }
}
