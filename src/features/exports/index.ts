export { printEntity, printEverything, printPeople } from './actions.ts'
export type { Counter } from './model.ts'
export { exportRoutes } from './routes.ts'
