import { actAt, actForm, newReport, reportForm } from '../forms.ts'
import type { Group, Row } from '../row.ts'
import { uk } from '../words.ts'

const words = 'Провалився тротуар біля школи'
const unread = uk('form.problem.point_malformed')
const outside = uk('objection.outside_city')

const points: Row[] = (
  [
    ['not a number', 'NaN', 'NaN', unread],
    ['beyond every number', 'Infinity', '-Infinity', unread],
    ['half of a point', '28.6587', '', unread],
    ['commas for points', '28,6587', '50,2547', unread],
    ['hexadecimal', '0x1c', '0x32', unread],
    ['in powers of ten', '2.8e1', '5.0e1', unread],
    ['in digits of another script', '٢٨', '٥٠', unread],
    ['of a thousand digits', `28.${'6'.repeat(1000)}`, '50.25', unread],
    ['over the edge of the earth', '180.1', '50.2547', unread],
    ['over the pole', '28.6587', '-90.1', unread],
    ['of SQL', "28.6587'); drop table report; --", '50.2547', unread],
    ['of two points', '28.6587 28.6588', '50.2547', unread],
    ['where the equator begins', '0', '0', outside],
    ['below nothing', '-0', '-0', outside],
    ['with its figures swapped', '50.2547', '28.6587', outside],
    ['on the other side', '-151.3413', '-50.2547', outside],
    ['at the end of the earth', '180', '90', outside],
    ['in another city', '28.4682', '49.2331', outside],
  ] as const
).map(([name, lng, lat, says]) => ({
  name: `a point ${name}`,
  send: ({ resident }) => resident.post(newReport, reportForm({ lng, lat })),
  status: 422,
  says,
  keeps: words,
}))

const approvals: Row[] = (
  [
    ['not a number', 'NaN', 'NaN', 422, uk('acting.point_malformed')],
    ['in another city', '28.4682', '49.2331', 409, 'статус звернення змінився'],
  ] as const
).map(([name, lng, lat, status, says]) => ({
  name: `an approval at a point ${name}`,
  send: (attack) => actAt(attack.moderator, attack, 'approve', actForm({ organization: 'road-works', lng, lat })),
  status,
  says,
}))

const numbers: Row[] = ['9'.repeat(400), '10000000000', '-1', '1e9', '3.5', 'NaN', '٣', '0x10', 'двадцять', "1'--"].map(
  (width) => ({
    name: `a number of ${width.slice(0, 20)}`,
    send: ({ resident }) =>
      resident.post(
        newReport,
        reportForm({ category: 'pothole', 'answer.pothole.place': 'crossing', 'answer.pothole.width': width }),
      ),
    status: 422,
    says: uk('form.problem.answer_not_number'),
    keeps: width,
  }),
)

const undated = uk('acting.date_malformed')
const dates: Row[] = (
  [
    ['', undated],
    ['2026-02-30', undated],
    ['9999-99-99', undated],
    ['31.12.2026', undated],
    ['2026-1-1', undated],
    ['2026-01-01T00:00:00Z', undated],
    ['+275760-09-13', undated],
    ['-000001-01-01', undated],
    ['٢٠٢٦-٠١-٠١', undated],
    ["2026-01-01'--", undated],
    ['0000-01-01', uk('refusal.date_not_ahead')],
    ['1970-01-01', uk('refusal.date_not_ahead')],
    ['9999-12-31', uk('refusal.date_too_far')],
  ] as const
).map(([until, says]) => ({
  name: `a date of ${until || 'nothing'}`,
  send: (attack) =>
    actAt(attack.officer, attack, 'postpone', actForm({ reason: 'season', until, note: 'Лише навесні' })),
  status: 422,
  says,
  keeps: 'Лише навесні',
}))

export const figures: readonly Group[] = [
  { about: 'points, numbers and dates that are none', rows: [...points, ...approvals, ...numbers, ...dates] },
]
