import sharp from 'sharp';

const COATS = ['#2f4858', '#4a3f55', '#3d5a40', '#5a4632'] as const;

/** An invented portrait on white, drawn, in the proportions of an ID photo. */
export function demoPhoto(serial: number): Promise<Buffer> {
  const coat = COATS[serial % COATS.length] ?? COATS[0];
  const height = 180 + (serial % 5) * 6;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="537" height="662">
    <rect width="537" height="662" fill="#fdfdfd"/>
    <path d="M48 662c16-150 98-200 220-200s206 50 221 200z" fill="${coat}"/>
    <ellipse cx="268" cy="280" rx="118" ry="${height - 30}" fill="#d9a679"/>
    <path d="M150 260c0-130 60-170 118-170s120 40 120 170c-32-78-206-78-238 0z" fill="#2b2320"/>
    <circle cx="226" cy="275" r="10" fill="#222"/><circle cx="312" cy="275" r="10" fill="#222"/>
    <path d="M232 350c22 22 52 22 74 0" stroke="#7a2a2a" stroke-width="6" fill="none"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
}

/** A sheet of paper as a phone would photograph it. */
export function demoScan(): Promise<Buffer> {
  const lines = Array.from(
    { length: 18 },
    (_, index) =>
      `<rect x="120" y="${200 + index * 60}" width="${760 - (index % 4) * 90}" height="10" fill="#888"/>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1414">
    <rect width="1000" height="1414" fill="#efece4"/><rect x="40" y="40" width="920" height="1334" fill="#fff"/>
    ${lines}<circle cx="740" cy="1180" r="90" fill="none" stroke="#c22" stroke-width="8"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}
