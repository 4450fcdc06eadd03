import { walkList } from './walk-list.ts'

walkList()
