import { journeysOn } from './journeys.ts'

journeysOn('PostgreSQL')
