// How long something calculated: unlike the clock, it does not run on while other programs have the processor.

/** Starts now. @returns asked at the end, milliseconds of this process's processor time since */
export function processorTime(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
}
