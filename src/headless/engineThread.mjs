import { register } from 'tsx/esm/api';

// in a thread of its own the loader has to be asked for again
register();
await import('./engineThread.ts');
