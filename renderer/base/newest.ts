// Answers that overtake one another: what was asked later is what holds.

/** @returns what an answer goes through: null for one that a later question's answer has overtaken */
export function newest(): <T>(asking: Promise<T>) => Promise<T | null> {
  let asked = 0;
  let taken = 0;
  return async (asking) => {
    const mine = ++asked;
    const answer = await asking;
    if (mine < taken) return null;
    taken = mine;
    return answer;
  };
}
