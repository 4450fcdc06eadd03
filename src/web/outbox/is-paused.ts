import { waitsForWifi } from './outbox.ts'

type Link = { readonly type?: string; readonly saveData?: boolean }

/** True on a link that costs, where the person asked that files wait for another. Only some browsers tell; of the others each link is free. */
export async function isPaused(): Promise<boolean> {
  const link = (navigator as { connection?: Link }).connection
  return (link?.type === 'cellular' || link?.saveData === true) && (await waitsForWifi())
}
