interface Version {
  readonly version: number;
  readonly by: string;
  readonly at: string;
}

/** What one person writes without so long a pause is one draft. */
const PAUSE_MS = 10 * 60_000;

/**
 * The drafts of a report, the latest first: of what one person saved in one go only the last version.
 * @param versions the latest first
 * @example draftsOf of 3 (甲 9:05), 2 (甲 9:04), 1 (乙 8:00) // 3 and 1
 */
export function draftsOf<V extends Version>(versions: readonly V[]): V[] {
  const drafts: V[] = [];
  let newer: V | null = null;
  for (const version of versions) {
    const goesOn: boolean =
      newer !== null &&
      newer.by === version.by &&
      Date.parse(newer.at) - Date.parse(version.at) < PAUSE_MS;
    if (!goesOn) drafts.push(version);
    newer = version;
  }
  return drafts;
}
