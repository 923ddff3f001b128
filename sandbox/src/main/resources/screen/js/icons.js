/** Line icons on a 20 by 20 grid. */

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  hash: 'M8 3 6.500 17M13.500 3 12 17M3.500 7.500h13M3 12.500h13',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  home: 'M3.500 9.500 10 4l6.500 5.500M5 8.500V16h10V8.500M8.500 16v-4h3v4',
  chat: 'M4 4.500h12v9H9.500L6 16.500v-3H4z',
  bolt: 'M11 2.500 5 11h4l-1 6.500L15 9h-4.500z',
  send: 'M3.500 16.500 17 10 3.500 3.500 5 9l6 1-6 1z',
  smile: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7 12c1 2 5 2 6 0M7.800 8v.2M12.200 8v.2',
  reply: 'M8 5 3.500 9.500 8 14M4 9.500h7c3.500 0 5.500 2 5.500 5.500',
  dots: 'M4.500 10h.2M10 10h.2M15.500 10h.2',
  pin: 'M7 3h6l-.8 5 2.800 3H5l2.800-3zM10 11v6',
  people: 'M7.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2.500 16.500c0-5 10-5 10 0M13 4a3 3 0 0 1 0 5.500M14.500 12c2 .5 3 2 3 4.500',
  close: 'M5 5l10 10M15 5 5 15',
  menu: 'M3.500 5.500h13M3.500 10h13M3.500 14.500h13',
  down: 'M5.500 8 10 12.500 14.500 8',
  archive: 'M3.500 4.500h13v3h-13zM4.500 7.500V16h11V7.500M8 10.500h4',
  file: 'M5 3h6.500L15 6.500V17H5zM11.500 3v3.500H15',
  download: 'M10 3.500v9M6 9l4 4 4-4M4 16.500h12',
  link: 'M8.500 11.500a3 3 0 0 0 4.500 0l3-3a3 3 0 0 0-4.500-4.500L10.500 5M11.500 8.500a3 3 0 0 0-4.500 0l-3 3a3 3 0 0 0 4.500 4.500l1-1',
  eye: 'M2.500 10c3-6.500 12-6.500 15 0-3 6.500-12 6.500-15 0M10 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600',
  check: 'M4 10.500 8 14.500 16 6',
  plus: 'M10 4v12M4 10h12',
};

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
