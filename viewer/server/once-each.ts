/** What has been made under a name is made once, and is there for whoever asks next. A failure is not kept. */
export type Once = <T>(name: string, make: () => Promise<T>) => Promise<T>;

export function onceEach(): Once {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const before = kept.get(name) as Promise<T> | undefined;
    if (before) return before;
    const made = make();
    kept.set(name, made);
    made.catch(() => kept.delete(name));
    return made;
  };
}

/** Two are looked at side by side: what others hold is read again when somebody comes back to them. A day of one run may be millions of rows. */
const KEPT_RUNS = 2;

/** The same for each run, of the last runs that were asked for. */
export function keepRuns(): (folder: string) => Once {
  const runs = new Map<string, Once>();
  return (folder) => {
    const once = runs.get(folder) ?? onceEach();
    runs.delete(folder);
    runs.set(folder, once);
    for (const oldest of runs.keys()) if (runs.size > KEPT_RUNS) runs.delete(oldest);
    return once;
  };
}
