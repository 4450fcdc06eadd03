import { expect } from 'vitest'
import { aReport } from './requests.ts'
import { neighbour, staff, staffComes } from './signing-in.ts'
import { act, openAtDesk, openForm, press, unfold } from './staff.ts'
import { journey, type Stage } from './stage.ts'
import { uk } from './words.ts'

export function twoModerators(stage: () => Stage): void {
  journey(
    stage,
    'the second of two moderators is told what changed, and what they wrote is still there',
    async (all) => {
      const number = await aReport(stage(), neighbour, {
        category: 'bridge',
        description: 'Поруччя на мосту хитаються.',
      })
      const [first, second] = [await staffComes(all, staff.moderator), await staffComes(all, staff.otherModerator)]
      for (const page of [first, second]) await openAtDesk(page, number)

      const form = await unfold(second, 'reject')
      await form.getByLabel(uk('acting.reason')).selectOption({ label: uk('reject.unclear') })
      await form.getByLabel(uk('acting.note.reject')).fill('Напишіть, на якому саме мосту.')
      await act(first, 'approve')
      await press(form, 'reject')

      const news = second.getByRole('alert')
      await news.getByText(uk('did.approve')).waitFor()
      await news.getByText('Ірина Савчук').waitFor()
      await news.getByText(uk('refusal.no_such_move')).waitFor()
      await news.getByText('Напишіть, на якому саме мосту.').waitFor()
      expect(await openForm(second).count()).toBe(0)
      expect(await news.evaluate((alert) => alert === document.activeElement)).toBe(true)
    },
  )
}
