// The process in which foreign files are decoded: started by file-decoder.ts, killed when it takes
// too long or too much memory, and without rights to write files or start programs.
import { allowOnlyJpegAndPng, examineImage } from './image.js';
import { examinePdf } from './pdf.js';
import { sniff } from './sniff.js';
import type { Examination, ExaminationOrder } from './examination.js';

async function examine(order: ExaminationOrder): Promise<Examination> {
  const mime = await sniff(order.content, order.allowed);
  if (typeof mime !== 'string') return mime;
  return mime === 'application/pdf' ? examinePdf(order.content) : examineImage(order, mime);
}

allowOnlyJpegAndPng();
process.on('message', (order: ExaminationOrder) => {
  void examine(order).then((examination) => process.send?.(examination));
});
process.on('disconnect', () => process.exit());
process.send?.('READY');
