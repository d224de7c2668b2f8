/** How many files and connections this process may have open at once. */

/** The bot alone has some fifty open; each answer on its way, and each library in use, takes one more. */
const openFilesMin = 128;

/** A sentence for the host where the system allows too few: what is opened then fails here and there, and says so nowhere. */
export function tooFewFiles(): string | null {
  const most = Number((process.report.getReport() as Report).userLimits?.open_files?.soft);
  if (!(most < openFilesMin)) return null;
  return `This process may have ${most} files open at once, and Footnote needs ${openFilesMin} at least: start it after ulimit -n 1024, or with LimitNOFILE=1024 in a systemd unit.`;
}

/** "unlimited" stands for no number; Windows knows no such limits. */
interface Report {
  readonly userLimits?: { readonly open_files?: { readonly soft: string | number } };
}
