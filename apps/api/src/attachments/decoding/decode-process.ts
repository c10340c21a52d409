// The process in which foreign files are decoded: started by file-decoder.ts, killed when it takes
// too long or too much memory, and without rights to write files or start programs.
import { allowOnlyJpegAndPng, examineImage } from './image.js';
import { examinePdf } from './pdf.js';
import { qrTextsOn } from './qr-codes.js';
import { sniff } from './sniff.js';
import type { Examination, ExaminationOrder } from './examination.js';

async function examine(order: ExaminationOrder): Promise<Examination> {
  const mime = await sniff(order.content, order.allowed);
  if (typeof mime !== 'string') return mime;
  if (mime === 'application/pdf') return examinePdf(order.content, order.readsCodes ?? false);
  const examined = await examineImage(order, mime);
  if (!examined.ok || !order.readsCodes) return examined;
  return { ...examined, codes: await qrTextsOn(examined.content) };
}

allowOnlyJpegAndPng();
process.on('message', (order: ExaminationOrder) => {
  void examine(order).then((examination) => process.send?.(examination));
});
process.on('disconnect', () => process.exit());
process.send?.('READY');
