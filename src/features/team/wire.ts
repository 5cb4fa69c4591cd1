export * from './wire/hand-over.ts'
export * from './wire/todos.ts'
