import { accounting } from './industries/accounting.ts'
import { care } from './industries/care.ts'
import { crafts } from './industries/crafts.ts'
import { farming } from './industries/farming.ts'
import { hospitality } from './industries/hospitality.ts'
import { kitchen } from './industries/kitchen.ts'
import { laboratory } from './industries/laboratory.ts'
import { logistics } from './industries/logistics.ts'
import { nursing } from './industries/nursing.ts'
import { retail } from './industries/retail.ts'
import { software } from './industries/software.ts'
import { teaching } from './industries/teaching.ts'
import { theatre } from './industries/theatre.ts'
import { trucking } from './industries/trucking.ts'
import { welding } from './industries/welding.ts'
import type { Industry } from './industry.ts'

export const industries: readonly Industry[] = [
  nursing,
  trucking,
  welding,
  hospitality,
  retail,
  teaching,
  farming,
  laboratory,
  crafts,
  care,
  logistics,
  accounting,
  kitchen,
  theatre,
  software,
]
