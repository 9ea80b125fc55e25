/* Line drawings on a 24 × 24 grid, drawn for Chancery. */
const SHAPES = {
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5',
  inbox: 'M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20',
  folder: 'M3.5 18.5v-12h6l2 2.5h9v9.5z',
  folderOpen: 'M3.5 18.5v-12h6l2 2.5h7V11M3.5 18.5 6 11h15l-2.5 7.5z',
  file: 'M6.5 3.5h7l4 4v13h-11zM13.5 3.5v4h4',
  letter: 'M3.5 6h17v12h-17zM3.5 6l8.5 6.5L20.5 6',
  library: 'M5 4.5v15M9 4.5v15M13 4.5v15M16.5 5l4 14.2M4 19.5h17',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5',
  ledger: 'M6 4h12.5v16H6zM6 4v16M9.5 8h6M9.5 11.5h6M9.5 15h4',
  scale: 'M12 4v16M8 20h8M5 7h14M5 7l-2.5 6a2.5 2.5 0 0 0 5 0zM19 7l-2.5 6a2.5 2.5 0 0 0 5 0z',
  upload: 'M12 15.5V4.5M7.5 9 12 4.5 16.5 9M4.5 15.5v4h15v-4',
  download: 'M12 4.5v11M7.5 11l4.5 4.5 4.5-4.5M4.5 15.5v4h15v-4',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  seal: 'M12 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM9.8 9l1.6 1.6 3-3.2M8.5 13.5 7 20.5l5-2.5 5 2.5-1.5-7',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  building: 'M5 20.5v-16h9v16M14 9.5h5v11M3 20.5h18M8 8h3M8 11.5h3M8 15h3',
  route: 'M6 6.5h9a3 3 0 0 1 0 6H9a3 3 0 0 0 0 6h9M6 4.5v4M15.5 16l2.5 2.5-2.5 2.5',
  history: 'M4.5 5v4.5H9M4.8 9.5a8 8 0 1 1-.8 4M12 8v4.5l3 2',
  alert: 'M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1',
  check: 'M4.5 12.5 10 18 20 6.5',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  left: 'M14.5 5.5 8 12l6.5 6.5',
  right: 'M9.5 5.5 16 12l-6.5 6.5',
  down: 'M5.5 9 12 15.5 18.5 9',
  menu: 'M4 7h16M4 12h16M4 17h16',
  move: 'M4 12h15M13.5 6.5 19 12l-5.5 5.5',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 10.5v6M13.5 10.5v6',
  pages: 'M8 3.5h11v14H8zM5 6.5v14h11',
  wide: 'M4 5v14M20 5v14M7.5 12h9M10 9l-3 3 3 3M14 9l3 3-3 3',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  keyboard: 'M3 7h18v11H3zM6.5 10.5h.1M10 10.5h.1M13.5 10.5h.1M17 10.5h.1M7.5 14.5h9',
  retry: 'M19.5 5v5h-5M19 10a7.5 7.5 0 1 0 .5 4.5',
  edit: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  stop: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5v5.5M12 16.3v.1',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5.5M12 7.8v.1',
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
