export * from './wire/hand-over.ts'
export * from './wire/teams.ts'
export * from './wire/todos.ts'
