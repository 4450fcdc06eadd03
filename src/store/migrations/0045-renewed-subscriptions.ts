/** A subscription that goes to another address gets another id: links with the old one, in letters to the old address, lead nowhere. */
export const renewedSubscriptions = `
  alter table delivery
    drop constraint delivery_city_id_subscription_id_fkey,
    add constraint delivery_city_id_subscription_id_fkey foreign key (city_id, subscription_id)
      references subscription on delete cascade on update cascade;
`
