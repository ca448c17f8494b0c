/** What is asked before it is done to saved views, each in a dialog. */
export type ViewAsking = 'save' | 'change' | 'delete';
