const paths = {
  play: 'M7 4.5v15l13-7.5z',
  pause: 'M7 5h3.6v14H7zM13.4 5H17v14h-3.6z',
  layers: 'M12 3 2.5 8 12 13l9.5-5zM4.6 11.2 2.5 12.3 12 17.3l9.5-5-2.1-1.1L12 15.1zM4.6 15.4l-2.1 1.1L12 21.5l9.5-5-2.1-1.1L12 19.3z',
  tables: 'M3 5h18v14H3zm2 2v3h4V7zm6 0v3h8V7zm-6 5v2h4v-2zm6 0v2h8v-2zm-6 4v1h4v-1zm6 0v1h8v-1z',
  help: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zm.1 14.9a1.3 1.3 0 1 1 0-2.6 1.3 1.3 0 0 1 0 2.6zm1.1-4.6v.7h-2.1v-1.1c0-1.1.8-1.6 1.5-2 .6-.4 1-.7 1-1.2 0-.7-.6-1.1-1.4-1.1-.9 0-1.5.5-1.7 1.4l-2-.6c.4-1.7 1.8-2.7 3.8-2.7 2.1 0 3.5 1.1 3.5 2.9 0 1.5-1 2.1-1.7 2.6-.6.4-.9.6-.9 1.1z',
  about: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zm-1.1 7.7h2.2v7h-2.2zM12 6.4a1.35 1.35 0 1 1 0 2.7 1.35 1.35 0 0 1 0-2.7z',
  close: 'm6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z',
  plus: 'M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z',
  minus: 'M5 11h14v2H5z',
  home: 'M12 3.5 3 11h2.5v8.5h5v-5.5h3v5.5h5V11H21z',
  tilt: 'M2.5 18 8 8h8l5.5 10zm3.4-2h12.2l-3.3-6H9.2zM11 2h2v4h-2z',
  north: 'm12 2.5 5 14-5-3-5 3zM11 18h2v3.5h-2z',
  moon: 'M20.5 14.4A8.6 8.6 0 0 1 9.6 3.5a8.6 8.6 0 1 0 10.9 10.9z',
  search: 'M10.2 3.2a7 7 0 1 0 4.2 12.6l4.9 4.9 1.5-1.5-4.9-4.9a7 7 0 0 0-5.7-11.1zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10z',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }) => <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="currentColor" d={paths[name]} /></svg>;
