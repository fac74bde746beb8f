// For which system and processor a shared library was built, read from its first bytes: ELF (gABI 4),
// PE/COFF ("PE Format" 2 and 3), Mach-O (<mach-o/loader.h>, <mach-o/fat.h>).

export interface LibraryKind {
  readonly format: 'elf' | 'pe' | 'mach-o';
  /** As Node's process.arch calls them; what is not known here is given in hexadecimal. */
  readonly architectures: readonly string[];
}

const ELF_MACHINES: ReadonlyMap<number, string> = new Map([
  [3, 'ia32'],
  [8, 'mips'],
  [20, 'ppc'],
  [21, 'ppc64'],
  [22, 's390x'],
  [40, 'arm'],
  [62, 'x64'],
  [183, 'arm64'],
  [243, 'riscv64'],
  [258, 'loong64'],
]);
const PE_MACHINES: ReadonlyMap<number, string> = new Map([
  [0x014c, 'ia32'],
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
]);
const MACH_CPUS: ReadonlyMap<number, string> = new Map([
  [0x00000007, 'ia32'],
  [0x01000007, 'x64'],
  [0x0100000c, 'arm64'],
]);

/** How many bytes `libraryKind` wants to see. */
export const HEADER_LENGTH = 4096;

/** Null where the bytes begin no shared library. */
export function libraryKind(header: Uint8Array): LibraryKind | null {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  try {
    switch (view.getUint32(0)) {
      case 0x7f454c46:
        return elf(view);
      case 0xcffaedfe:
      case 0xcefaedfe:
        return machO([view.getUint32(4, true)]);
      case 0xcafebabe:
        return fatMachO(view);
      default:
        return view.getUint16(0) === 0x4d5a ? pe(view) : null;
    }
  } catch {
    // Cut off in the middle of a header.
    return null;
  }
}

function elf(view: DataView): LibraryKind | null {
  const littleEndian = view.getUint8(5) === 1;
  const ET_DYN = 3;
  if (view.getUint16(16, littleEndian) !== ET_DYN) return null;
  return { format: 'elf', architectures: [named(ELF_MACHINES, view.getUint16(18, littleEndian))] };
}

function pe(view: DataView): LibraryKind | null {
  const start = view.getUint32(0x3c, true);
  const signature = 0x50450000;
  if (view.getUint32(start) !== signature) return null;
  return { format: 'pe', architectures: [named(PE_MACHINES, view.getUint16(start + 4, true))] };
}

function fatMachO(view: DataView): LibraryKind | null {
  const count = view.getUint32(4);
  // Java's class files begin with the same four bytes; there the next ones are a version above 40.
  if (count === 0 || count > 20) return null;
  return machO(Array.from({ length: count }, (_, index) => view.getUint32(8 + 20 * index)));
}

function machO(cpus: readonly number[]): LibraryKind {
  return { format: 'mach-o', architectures: cpus.map((cpu) => named(MACH_CPUS, cpu)) };
}

function named(names: ReadonlyMap<number, string>, machine: number): string {
  return names.get(machine) ?? `0x${machine.toString(16)}`;
}
