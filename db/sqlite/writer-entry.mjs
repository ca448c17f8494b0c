import { register } from 'tsx/esm/api';

// In development there is no built writer: this thread compiles it, as the server was compiled.
register();
await import('./writer-thread.ts');
