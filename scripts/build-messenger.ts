import { build } from 'esbuild';

/** Builds what sites load of the messenger: the loader, and the widget in its frame with its looks. */
export async function buildMessenger(): Promise<void> {
  const options = {
    outdir: 'dist/messenger',
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'none',
  } as const;
  await Promise.all([
    build({ ...options, entryPoints: ['components/messenger/loader.ts'], format: 'iife' }),
    build({
      ...options,
      entryPoints: ['components/messenger/widget.tsx', 'components/messenger/widget.css'],
      format: 'esm',
      jsx: 'automatic',
    }),
  ]);
}
