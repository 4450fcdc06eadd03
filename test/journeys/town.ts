import type { Status } from '#src/domain/report.ts'
import { asksToFollow } from './following.ts'
import { letterTo, linkIn } from './letters.ts'
import { acted, aReport } from './requests.ts'
import { aResident, neighbour, staff } from './signing-in.ts'
import type { Stage } from './stage.ts'

/** A town in which something of everything has happened, for those who look at its pages. */
export type Town = {
  /** The number of a report in each status. */
  readonly reports: Readonly<Record<Status, number>>
  /** The path by which the author of the resolved report says from the letter whether it is. */
  readonly opinion: string
  /** The path of a private link that still works. */
  readonly answer: string
  /** The path of a link that asks whether one wants to follow, and of what somebody follows. */
  readonly asking: string
  readonly following: string
}

const pothole = { category: 'pothole', 'answer.pothole.place': 'carriageway' }

export async function aTown(stage: Stage): Promise<Town> {
  const report = (description: string) => aReport(stage, neighbour, { ...pothole, description })
  const accepted = async (description: string) => {
    const number = await report(description)
    await acted(stage, staff.moderator, number, 'approve', { organization: 'road-works' })
    return number
  }
  const answered = async (
    description: string,
    act: 'start' | 'ask' | 'postpone' | 'resolve' | 'decline',
    fields = {},
  ) => {
    const number = await accepted(description)
    await acted(stage, staff.officer, number, act, { note: 'Бригада була на місці.', ...fields })
    return number
  }
  const main = await accepted('Яма навпроти ринку')
  const reports = {
    submitted: await report('Яма на кільці, її ніхто ще не бачив'),
    rejected: await report('Десь тут яма, шукайте самі'),
    accepted: main,
    in_progress: await answered('Яма біля мосту через Тетерів', 'start'),
    awaiting_answer: await answered('Яма у другому дворі', 'ask'),
    postponed: await answered('Яма на ґрунтовій дорозі', 'postpone', { reason: 'season', until: nextSummer() }),
    resolved: await answered('Яма перед лікарнею', 'resolve'),
    not_resolved: await answered('Яма на приватному подвір’ї', 'decline', { reason: 'private_property' }),
    merged: await report('Та сама яма навпроти ринку'),
    withdrawn: await report('Яма, яку вже засипали сусіди'),
  }
  await acted(stage, staff.moderator, reports.rejected, 'reject', { reason: 'unclear', note: 'На якій вулиці?' })
  await acted(stage, staff.moderator, reports.merged, 'merge', { into: String(main), sure: String(main) })
  await acted(stage, neighbour, reports.withdrawn, 'withdraw')

  const wire = await aReport(stage, neighbour, { category: 'sagging-wire', description: 'Дріт висить над зупинкою' })
  await acted(stage, staff.moderator, wire, 'approve', { organization: 'power-grid' })
  const letter = await letterTo(stage.house, 'zvernennia@oblenerho.zhytomyr.example', `№ ${wire}: нове звернення`)
  const asking = await letterTo(stage.house, neighbour.address, `№ ${reports.resolved}: вирішено`)
  const opinion = new URL(linkIn(asking, '/opinions/')).pathname
  return { reports, opinion, answer: new URL(linkIn(letter, '/answer/')).pathname, ...(await aFollower(stage, main)) }
}

/** One who asked and did not confirm, and one who did. */
async function aFollower(stage: Stage, number: number): Promise<Pick<Town, 'asking' | 'following'>> {
  const [asking, confirming] = [aResident(), aResident()].map(({ address }) => asksToFollow(stage, address, number))
  const { origin } = stage.house
  const confirmed = await fetch((await confirming) ?? '', { method: 'POST', headers: { origin }, redirect: 'manual' })
  const following = new URL(confirmed.headers.get('location') ?? '', origin).pathname
  return { asking: new URL((await asking) ?? '').pathname, following }
}

function nextSummer(): string {
  return `${new Date().getFullYear() + 1}-06-15`
}
