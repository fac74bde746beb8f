// The file of applications beside the desk's file of reports: another archive, with another clock.

/** @param desk path of the file of reports */
export function applicationsPath(desk: string): string {
  return `${desk}.permohonan`;
}
