import type { ActKind, DeclineReason, DelayReason, ExtensionReason, RejectReason } from '#src/domain/act.ts'

/** Acts as buttons say them (`act.*`), as the timeline tells them (`did.*`), and the reasons one can choose. */
export const acts = {
  'act.approve': 'Прийняти до розгляду',
  'act.reject': 'Відхилити',
  'act.revise': 'Надіслати ще раз',
  'act.assign': 'Передати',
  'act.start': 'Взяти в роботу',
  'act.ask': 'Запитати уточнення',
  'act.answer': 'Надіслати відповідь',
  'act.postpone': 'Відкласти',
  'act.extend': 'Продовжити строк',
  'act.resolve': 'Вирішено',
  'act.decline': 'Не вирішено',
  'act.merge': 'Об’єднати',
  'act.separate': 'Роз’єднати',
  'act.confirm': 'Так, вирішено',
  'act.reopen': 'Відкрити повторно',
  'act.withdraw': 'Відкликати звернення',
  'act.add': 'Надіслати доповнення',
  'act.show_addition': 'Показати всім',
  'act.decline_addition': 'Відхилити доповнення',
  'act.note': 'Додати нотатку',
  'act.hide_media': 'Приховати фото',
  'act.show_media': 'Показати фото',

  'did.submitted': 'Звернення надіслано',
  'did.approve': 'Прийнято до розгляду',
  'did.reject': 'Відхилено модератором',
  'did.revise': 'Автор доопрацював звернення',
  'did.assign': 'Передано іншій організації',
  'did.start': 'Взято в роботу',
  'did.ask': 'Організація просить уточнити',
  'did.answer': 'Автор уточнив',
  'did.postpone': 'Відкладено',
  'did.extend': 'Строк відповіді продовжено',
  'did.resolve': 'Вирішено',
  'did.decline': 'Не вирішено',
  'did.merge': 'Об’єднано з іншим зверненням',
  'did.separate': 'Роз’єднано',
  'did.confirm': 'Автор підтвердив, що проблему вирішено',
  'did.reopen': 'Відкрито повторно',
  'did.withdraw': 'Автор відкликав звернення',
  'did.add': 'Мешканець доповнив звернення',
  'did.show_addition': 'Доповнення показано всім',
  'did.decline_addition': 'Доповнення відхилено',
  'did.note': 'Службова нотатка',
  'did.hide_media': 'Фото чи відео приховано',
  'did.show_media': 'Фото чи відео показано',

  'reject.not_a_city_matter': 'Це не належить до повноважень міста',
  'reject.offensive': 'Образливий вміст',
  'reject.personal_data': 'Містить чужі персональні дані',
  'reject.unclear': 'Незрозуміло, що сталося або де',
  'reject.advertising': 'Реклама',

  'delay.needs_funding': 'Потрібне фінансування',
  'delay.needs_contractor': 'Потрібен підрядник',
  'delay.season': 'Роботи можливі лише в інший сезон',
  'delay.needs_other_body': 'Потрібне рішення іншого органу',
  'delay.emergency_regime': 'Обмеження воєнного стану',

  'extension.needs_inspection': 'Потрібен огляд на місці',
  'extension.needs_documents': 'Потрібно підготувати документи або розрахунки',
  'extension.needs_other_answer': 'Потрібна відповідь іншого органу',
  'extension.needs_commission': 'Потрібне рішення комісії',

  'decline.not_ours': 'Не належить до повноважень організації',
  'decline.private_property': 'Приватна власність',
  'decline.no_funding': 'Немає фінансування',
  'decline.not_confirmed': 'Проблему на місці не підтверджено',
  'decline.against_rules': 'Суперечить закону або нормам',
} as const satisfies Record<
  | `act.${ActKind}`
  | `did.${ActKind | 'submitted'}`
  | `reject.${RejectReason}`
  | `delay.${DelayReason}`
  | `extension.${ExtensionReason}`
  | `decline.${DeclineReason}`,
  string
>
