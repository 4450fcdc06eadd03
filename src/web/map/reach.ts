/** How far a map can be moved beyond the city on each side, in sizes of the city: as far as there need be streets. */
export const farFromCity = 0.75
