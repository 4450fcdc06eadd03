import type { Database } from '#test/database.ts'
import { runHouse } from '#test/running-house.ts'
import { actForm, city, newReport, reportForm } from './forms.ts'
import type { Attack } from './row.ts'
import { aVisitor, signIn } from './visitor.ts'

/** A running house with people in it, and a report that an organization works on. */
export async function attackOn(database: Database): Promise<Attack> {
  const house = await runHouse(database)
  const signedIn = async (email: string) => {
    const visitor = aVisitor(house.origin)
    await signIn(visitor, email, house.letters)
    return visitor
  }
  const people = {
    resident: await signedIn('resident@people.example'),
    other: await signedIn('other@people.example'),
    third: await signedIn('third@people.example'),
    moderator: await signedIn('moderator@rada.zhytomyr.example'),
    officer: await signedIn('officer@shliakhy.zhytomyr.example'),
  }
  // Away from where all others will be: what is near is asked about.
  const place = { category: 'kerb-and-ramp', lng: '28.68', lat: '50.265' }
  const sent = await people.resident.post(newReport, reportForm(place))
  const report = Number(/\/reports\/(\d+)/.exec(sent.headers.get('location') ?? '')?.[1])
  await people.moderator.post(`${city}/desk/${report}/approve`, actForm({ organization: 'road-works' }))
  return { house, ...people, report, stranger: () => aVisitor(house.origin) }
}
