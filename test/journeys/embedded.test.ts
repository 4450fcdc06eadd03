import { journeysOn } from './journeys.ts'

journeysOn('PGlite')
