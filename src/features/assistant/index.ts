export { type AssistantDeps, type SuggestRefusal, suggestDraft } from './actions.ts'
export { assistantRoutes, replySuggest } from './routes.ts'
