const STEP = 1_000;

/** How large a file is: '812 bytes', '12 KB', '3.4 MB'. */
export function fileSize(bytes: number): string {
  if (bytes < STEP) return `${bytes} byte${bytes === 1 ? '' : 's'}`;
  if (bytes < STEP * STEP) return `${Math.round(bytes / STEP)} KB`;
  return `${(bytes / STEP / STEP).toFixed(1)} MB`;
}
