export * from './wire/todos.ts'
