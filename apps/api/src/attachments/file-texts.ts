import type { RequestInfo } from '../platform/access/actor.js';

type Language = RequestInfo['language'];
export type FileTextParams = Readonly<Record<string, string | number>>;

/** Every sentence about a file, by its stable key; `{name}` is filled in from the params. */
export const FILE_TEXTS = {
  'file.missing': {
    'zh-CN': '请选择要上传的文件。',
    en: 'Choose a file to upload.',
  },
  'file.empty': {
    'zh-CN': '文件是空的,请重新选择。',
    en: 'The file is empty. Choose another one.',
  },
  'file.tooLarge': {
    'zh-CN': '文件不能超过 {limitMb} MB(当前 {actualMb} MB)。请压缩或重新拍照后再上传。',
    en: 'The file must not be larger than {limitMb} MB (it has {actualMb} MB). Make it smaller or take the picture again.',
  },
  'file.tooLargeCut': {
    'zh-CN': '文件不能超过 {limitMb} MB。请压缩或重新拍照后再上传。',
    en: 'The file must not be larger than {limitMb} MB. Make it smaller or take the picture again.',
  },
  'file.interrupted': {
    'zh-CN': '上传中断,未能收到完整的文件,请重试。',
    en: 'The upload was interrupted and the file did not arrive whole. Try again.',
  },
  'file.type': {
    'zh-CN': '文件必须是 {allowed}。这个文件的内容不是这些格式(修改扩展名没有用)。',
    en: 'The file must be {allowed}. The content of this one is not (renaming it does not help).',
  },
  'file.convert': {
    'zh-CN': '不能接收 {format} 格式,文件必须是 {allowed}。请在手机或电脑上另存为 JPG 后再上传。',
    en: '{format} cannot be taken; the file must be {allowed}. Save it as JPG on your phone or computer first.',
  },
  'file.broken': {
    'zh-CN': '文件损坏或不完整,无法打开。请重新保存或拍照后再上传。',
    en: 'The file is damaged or incomplete and cannot be opened. Save it or take the picture again.',
  },
  'file.tooComplex': {
    'zh-CN': '文件过于复杂,无法检查。请打印成新的 PDF 或改用照片上传。',
    en: 'The file is too complex to be checked. Print it to a new PDF or upload a picture instead.',
  },
  'file.pdfPassword': {
    'zh-CN': 'PDF 有密码保护。请取消密码,或打印成新的 PDF 后再上传。',
    en: 'The PDF is protected by a password. Remove it, or print it to a new PDF, and upload again.',
  },
  'file.pdfActive': {
    'zh-CN': 'PDF 含有脚本、附件或自动执行的内容,不能接收。请打印成新的 PDF 或改用照片上传。',
    en: 'The PDF holds scripts, attachments or actions and cannot be taken. Print it to a new PDF or upload a picture.',
  },
  'file.pdfPages': {
    'zh-CN': 'PDF 不能超过 {limit} 页(当前 {pages} 页)。请只上传需要的页面。',
    en: 'The PDF must not have more than {limit} pages (it has {pages}). Upload only the pages that are needed.',
  },
  'file.pixels': {
    'zh-CN': '图片的像素过多(当前 {actualMp} 百万像素,最多 {limitMp} 百万)。请缩小后再上传。',
    en: 'The picture has too many pixels ({actualMp} million, at most {limitMp} million). Make it smaller and upload again.',
  },
  'file.crop': {
    'zh-CN': '裁剪框超出了照片范围,请重新裁剪。',
    en: 'The crop frame lies outside the picture. Crop it again.',
  },
  'file.photoTooSmall': {
    'zh-CN':
      '照片太小:裁剪后为 {width}×{height} 像素,至少需要 {minWidth}×{minHeight} 像素。请用更清晰的照片。',
    en: 'The photo is too small: {width}×{height} pixels after cropping, at least {minWidth}×{minHeight} are needed. Use a larger one.',
  },
  'file.quota': {
    'zh-CN': '24 小时内最多上传 {files} 个文件、共 {mb} MB,请稍后再试。',
    en: 'At most {files} files and {mb} MB can be uploaded within 24 hours. Try again later.',
  },
  'photo.good.PIXELS': { 'zh-CN': '像素足够，打印清楚。', en: 'Enough pixels to print well.' },
  'photo.good.RATIO': { 'zh-CN': '比例合适。', en: 'The shape is right.' },
  'photo.good.SHARPNESS': { 'zh-CN': '清晰。', en: 'Sharp.' },
  'photo.good.EXPOSURE': { 'zh-CN': '曝光合适。', en: 'Well lit.' },
  'photo.good.BACKGROUND': {
    'zh-CN': '背景均匀、明亮。',
    en: 'The background is even and bright.',
  },
  'photo.good.COLOUR': { 'zh-CN': '彩色照片。', en: 'In colour.' },
  'photo.name.PIXELS': { 'zh-CN': '像素', en: 'Pixels' },
  'photo.name.RATIO': { 'zh-CN': '宽高比', en: 'Width by height' },
  'photo.name.SHARPNESS': { 'zh-CN': '清晰度', en: 'Sharpness' },
  'photo.name.EXPOSURE': { 'zh-CN': '曝光（面部亮度）', en: 'Exposure (brightness of the face)' },
  'photo.name.BACKGROUND': {
    'zh-CN': '背景（亮度 ± 不均匀）',
    en: 'Background (brightness ± unevenness)',
  },
  'photo.name.COLOUR': { 'zh-CN': '色彩', en: 'Colour' },
  'photo.PIXELS': {
    'zh-CN': '照片像素偏低,打印时可能不够清楚。建议至少 {wantedWidth}×{wantedHeight} 像素。',
    en: 'The photo has few pixels and may print unclear. At least {wantedWidth}×{wantedHeight} are better.',
  },
  'photo.RATIO': {
    'zh-CN': '照片比例与证件照不同,已从中间裁剪。请检查头部是否完整。',
    en: 'The shape differs from an ID photo, so it was cut around its middle. Check that the head is whole.',
  },
  'photo.SHARPNESS': {
    'zh-CN': '照片可能不清晰(模糊或抖动)。建议重新拍摄。',
    en: 'The photo looks blurred. Taking it again is advised.',
  },
  'photo.TOO_DARK': {
    'zh-CN': '照片偏暗。建议面向光源重新拍摄。',
    en: 'The photo is dark. Face the light and take it again.',
  },
  'photo.TOO_BRIGHT': {
    'zh-CN': '照片过亮,面部细节可能看不清。建议避开强光重新拍摄。',
    en: 'The photo is too bright to show the face well. Avoid strong light and take it again.',
  },
  'photo.BACKGROUND': {
    'zh-CN': '背景不是均匀的白色。请在白墙前重新拍摄。',
    en: 'The background is not an even white. Take the photo before a white wall.',
  },
  'photo.GREY': {
    'zh-CN': '照片看起来是黑白的,证件照需要彩色。',
    en: 'The photo looks black and white; an ID photo must be in colour.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type FileTextKey = keyof typeof FILE_TEXTS;

/** The sentence of `key` in the reader's language. */
export function fileText(
  language: Language,
  key: FileTextKey,
  params: FileTextParams = {},
): string {
  return FILE_TEXTS[key][language].replace(/\{(\w+)\}/g, (hole, name: string) =>
    String(params[name] ?? hole),
  );
}
