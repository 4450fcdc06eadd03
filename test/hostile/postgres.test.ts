import { sendAllAt } from './table.ts'

sendAllAt('PostgreSQL')
