/**
 * The results before the first failure, in their order: what comes after it does not take its place.
 * @throws the failure, where it is the first
 */
export function untilFailure<T>(results: readonly PromiseSettledResult<T>[]): T[] {
  const values: T[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') {
      values.push(result.value);
      continue;
    }
    if (values.length === 0) throw result.reason;
    break;
  }
  return values;
}
