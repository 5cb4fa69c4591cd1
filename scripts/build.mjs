// npm run build: the pages that are missing or old, for those who start Kith with `kith serve`.
import { buildWeb, findNode } from './house.mjs'

findNode()
await buildWeb()
