export { changePage, createPage, findOwnPage, type PagesDeps } from './actions.ts'
export { promiseOf } from './html.ts'
export { campaignsRoutes } from './routes.ts'
export { deletePage, listPages } from './store.ts'
