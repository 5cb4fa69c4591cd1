import {
  type Description,
  inner,
  innerList,
  type Operation,
  type Parameter,
  resolved,
  type Schema,
} from './description.ts'

const form = 'application/x-www-form-urlencoded'

/** What a Swagger 2 parameter says beside its place and name is its schema. */
function schemaOf({ in: _, name, required, schema, ...rest }: Schema): Schema {
  return schema === undefined ? rest : inner(schema)
}

/** Swagger 2: form fields are parameters there, and become one object. */
export function describeSwagger(document: Schema): Description {
  const operations: Operation[] = []
  for (const [path, item] of Object.entries(inner(document.paths)))
    for (const [method, value] of Object.entries(inner(item))) {
      const operation = inner(value)
      const all = innerList(operation.parameters).map(each => resolved(document, each))
      const fields = all.filter(each => each.in === 'formData')
      const takes = Array.isArray(operation.consumes) ? operation.consumes.map(String) : [form]
      const body = all.find(each => each.in === 'body')
      const schema: Schema = body
        ? inner(body.schema)
        : {
            type: 'object',
            properties: Object.fromEntries(fields.map(each => [String(each.name), schemaOf(each)])),
            required: fields.filter(each => each.required === true).map(each => String(each.name)),
          }
      operations.push({
        id: String(operation.operationId ?? `${method} ${path}`),
        method: method.toUpperCase(),
        path,
        parameters: all.flatMap((each): Parameter[] =>
          each.in === 'query' || each.in === 'header' || each.in === 'path'
            ? [{ in: each.in, name: String(each.name), required: each.required === true, schema: schemaOf(each) }]
            : [],
        ),
        ...(body || fields.length > 0
          ? {
              bodies: {
                required: body?.required === true || fields.some(each => each.required === true),
                types: new Map(takes.map(type => [type, schema] as const)),
              },
            }
          : {}),
        answers: new Map(
          Object.entries(inner(operation.responses)).map(([status, each]) => {
            const answer = resolved(document, each).schema
            return [status, answer === undefined ? undefined : inner(answer)] as const
          }),
        ),
      })
    }
  return { document, operations }
}
