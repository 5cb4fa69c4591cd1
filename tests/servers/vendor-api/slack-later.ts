import { inner, type Schema } from './description.ts'

const field = (name: string, required: boolean, type = 'string', place = 'formData') => ({
  in: place,
  name,
  required,
  type,
})
const ok = (properties: Schema, required: readonly string[]) => ({
  200: {
    schema: { type: 'object', properties: { ok: { enum: [true] }, ...properties }, required: ['ok', ...required] },
  },
  default: {
    schema: {
      type: 'object',
      properties: { ok: { enum: [false] }, error: { type: 'string' } },
      required: ['ok', 'error'],
    },
  },
})

/** Methods and parameters that are younger than Slack's published description, by its reference pages (docs.slack.dev). */
export function withLaterMethods(document: Schema): Schema {
  const paths = inner(document.paths)
  const withParameters = (path: string, method: string, more: readonly Schema[]) => {
    const operation = inner(inner(paths[path])[method])
    return {
      [path]: {
        ...inner(paths[path]),
        [method]: { ...operation, parameters: [...((operation.parameters as Schema[]) ?? []), ...more] },
      },
    }
  }
  return {
    ...document,
    paths: {
      ...paths,
      ...withParameters('/chat.postMessage', 'post', [field('metadata', false)]),
      ...withParameters('/conversations.history', 'get', [field('include_all_metadata', false, 'boolean', 'query')]),
      '/apps.connections.open': {
        post: {
          operationId: 'apps_connections_open',
          parameters: [],
          responses: ok({ url: { type: 'string' } }, ['url']),
        },
      },
      '/files.getUploadURLExternal': {
        post: {
          operationId: 'files_getUploadURLExternal',
          parameters: [
            field('filename', true),
            field('length', true, 'integer'),
            field('alt_txt', false),
            field('snippet_type', false),
          ],
          responses: ok({ upload_url: { type: 'string' }, file_id: { type: 'string' } }, ['upload_url', 'file_id']),
        },
      },
      '/files.completeUploadExternal': {
        post: {
          operationId: 'files_completeUploadExternal',
          parameters: [
            {
              in: 'formData',
              name: 'files',
              required: true,
              type: 'array',
              items: {
                type: 'object',
                required: ['id'],
                properties: { id: { type: 'string' }, title: { type: 'string' } },
              },
            },
            field('channel_id', false),
            field('initial_comment', false),
            field('thread_ts', false),
          ],
          responses: ok({ files: { type: 'array' } }, ['files']),
        },
      },
    },
  }
}
