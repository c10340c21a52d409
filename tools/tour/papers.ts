import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PdfPrinter from 'pdfmake';
import sharp from 'sharp';
import type { TourFile } from './browser.ts';

const require = createRequire(import.meta.url);

/** A portrait-shaped JPEG with EXIF orientation and a place, as a phone would make it. */
export async function photo(): Promise<TourFile> {
  const face = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="660" height="820">
       <rect width="660" height="820" fill="#fdfdfd"/>
       <path d="M60 820c20-190 120-250 270-250s250 60 270 250z" fill="#2f4858"/>
       <ellipse cx="330" cy="330" rx="150" ry="190" fill="#d9a679"/>
       <path d="M180 300c0-150 80-200 150-200s150 50 150 200c-40-90-260-90-300 0z" fill="#2b2320"/>
       <circle cx="275" cy="320" r="14" fill="#222"/><circle cx="385" cy="320" r="14" fill="#222"/>
       <path d="M280 420c30 30 70 30 100 0" stroke="#803" stroke-width="8" fill="none"/>
     </svg>`,
  );
  const content = await sharp(face)
    .jpeg({ quality: 92 })
    .withExif({ IFD0: { Model: 'Tour' }, IFD3: { GPSLatitudeRef: 'N' } })
    .toBuffer();
  return { name: '近期免冠照片.jpg', type: 'image/jpeg', content: new Uint8Array(content) };
}

/** A one-page scan as PDF, saying what it stands for. */
export async function scan(title: string): Promise<TourFile> {
  const folder = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const font = join(folder, '400Regular', 'NotoSansSC_400Regular.ttf');
  PdfPrinter.setUrlAccessPolicy(() => false);
  PdfPrinter.setLocalAccessPolicy((path: string) => path === font);
  PdfPrinter.setFonts({ NotoSansSC: { normal: font, bold: font } });
  const document = PdfPrinter.createPdf({
    content: [
      { text: `${title}（演示）`, fontSize: 24 },
      { text: '本文件由演示程序生成。', margin: [0, 20] },
    ],
    defaultStyle: { font: 'NotoSansSC' },
  });
  return {
    name: `${title}.pdf`,
    type: 'application/pdf',
    content: new Uint8Array(await document.getBuffer()),
  };
}

/** A photographed sheet of paper as PNG. */
export async function picture(title: string): Promise<TourFile> {
  const sheet = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="874"><rect width="1240" height="874" fill="#f6f4ee"/>
     <rect x="60" y="60" width="1120" height="754" fill="#fff" stroke="#999"/></svg>`,
  );
  const content = await sharp(sheet).png().toBuffer();
  return { name: `${title}.png`, type: 'image/png', content: new Uint8Array(content) };
}
