/** Aborted when a person stops the command. One a process, for what takes long before a command has anything to stop. */
export const interrupt = new AbortController();
