import { say } from '#src/text/catalogue.ts'

/** What pages and letters say in Ukrainian: helpers find buttons and fields by it, as people do. */
export const uk = say('uk')

/** The city in which all journeys go. */
export const city = '/zhytomyr'
