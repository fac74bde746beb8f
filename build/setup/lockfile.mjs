// Compares what package-lock.json names with what npm has put into node_modules.

/**
 * @typedef {{ version?: string, optional?: boolean }} Entry
 * @typedef {{ packages?: Record<string, Entry> }} Lockfile
 */

/**
 * Packages that are named but not there, or there in another version. Exact where dates of files (a
 * fresh checkout, a copied folder) are not. An optional package may be missing: its build failed.
 * @param {Lockfile} named package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json, npm's own list of what it installed
 * @returns {string[]} their folders
 */
export function outdatedPackages(named, installed) {
  return Object.entries(named.packages ?? {})
    .filter(([folder, wanted]) => {
      if (folder === '') return false;
      const here = installed.packages?.[folder];
      return here === undefined ? wanted.optional !== true : here.version !== wanted.version;
    })
    .map(([folder]) => folder);
}
