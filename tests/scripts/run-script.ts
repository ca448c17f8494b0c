import { execFile } from 'node:child_process';

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs one of the scripts in a process of its own, to its end. */
export function runScript(
  name: string,
  args: readonly string[],
  variables: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', `scripts/${name}.ts`, ...args],
      { env: { ...process.env, ...variables } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}
