/**
 * What is worked from now on, in milliseconds of processor time of this process: the cost of an input
 * however busy the machine is. Waiting counts for nothing.
 *
 * `const spent = cpuTime(); hardWork(); spent()` answers `41.2`.
 */
export function cpuTime(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
