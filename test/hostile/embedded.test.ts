import { sendAllAt } from './table.ts'

sendAllAt('PGlite')
