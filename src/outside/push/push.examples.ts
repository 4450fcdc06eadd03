import type { Message } from './push.ts'

export const aMessage: Message = {
  tag: 'dzherelne/1042',
  id: 'one',
  title: '№ 1042: Вирішено',
  body: 'Джерельне. Ваше звернення: торкніться, щоб прочитати.',
  lang: 'uk',
  url: 'https://city.example/dzherelne/reports/1042',
}
