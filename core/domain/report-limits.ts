// How much a report may hold; the same for whoever sends, carries, opens and receives it.

export const REPORT_LIMITS = {
  papers: 8,
  /** Octets of one paper, and of a whole message on the wire (base64 takes a third more). */
  paperBytes: 8 << 20,
  messageBytes: 24 << 20,
  /** Octets of all that a package holds, unpacked. */
  packageBytes: 40 << 20,
  narrative: 4000,
  name: 200,
  note: 1000,
} as const;
