/** What PostgreSQL says as it stops, starts, is full of connections or lets nobody in: class 08 and these. */
const saidByServer = new Set(['57P01', '57P02', '57P03', '53300', '55000'])
const saidBySystem = /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
const saidByDriver =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** True when it is no fault of the program: the database, or the way to it, is gone for now. */
export function isOutage(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const code = 'code' in fault ? String(fault.code) : ''
  if (saidByServer.has(code) || /^08\w{3}$/.test(code)) return true
  return saidBySystem.test(code) || saidByDriver.test(fault.message) || isOutage(fault.cause)
}
