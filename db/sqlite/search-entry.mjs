import { register } from 'tsx/esm/api';

// In development there is no built thread: this one compiles itself, as the server was compiled.
register();
await import('./search-thread.ts');
