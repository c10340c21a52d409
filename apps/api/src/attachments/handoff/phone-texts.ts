import type { RequestInfo } from '../../platform/access/actor.js';
import type { TurnedAway } from './phone-uploads.js';

type Language = RequestInfo['language'];
type Text = Readonly<Record<Language, string>>;

/** Every sentence of the phone's pages. */
const PHONE_TEXTS = {
  title: { 'zh-CN': '手机拍照上传', en: 'Upload by phone' },
  service: { 'zh-CN': '考谱', en: 'Kaopu' },
  opening: { 'zh-CN': '正在连接电脑上的页面…', en: 'Connecting to the page on your computer…' },
  noLink: {
    'zh-CN': '这个地址不完整。请用手机扫描电脑上的二维码，或重新打开短信里的完整链接。',
    en: 'This address is incomplete. Scan the code on your computer, or open the whole link of the message again.',
  },
  paste: {
    'zh-CN': '页面没有自动继续？请粘贴收到的完整链接：',
    en: 'The page does not go on by itself? Paste the whole link you received:',
  },
  continue: { 'zh-CN': '继续', en: 'Continue' },
  about: { 'zh-CN': '请先核对', en: 'Check this first' },
  person: { 'zh-CN': '为谁上传', en: 'For whom' },
  what: { 'zh-CN': '上传什么', en: 'What' },
  from: { 'zh-CN': '来自电脑', en: 'From the computer' },
  since: { 'zh-CN': '开始时间', en: 'Started at' },
  notYou: {
    'zh-CN': '不是您本人在操作？请关闭本页，不要上传。',
    en: 'Not you at that computer? Close this page and send nothing.',
  },
  camera: { 'zh-CN': '拍照', en: 'Take a picture' },
  album: { 'zh-CN': '从相册选择', en: 'Choose from album' },
  file: { 'zh-CN': '从相册或文件选择', en: 'Choose from album or files' },
  photoAdvice: {
    'zh-CN': '请在白墙前正面免冠拍摄，光线均匀，头部完整。在电脑上还可以裁剪。',
    en: 'Stand before a white wall, face the camera, no hat, even light. You can crop it on the computer.',
  },
  paperAdvice: {
    'zh-CN': '请把材料放平，四角完整入镜，文字清晰，避免反光。',
    en: 'Lay the paper flat, with all four corners in the picture, sharp and without glare.',
  },
  limit: { 'zh-CN': '不超过 {mb} MB，{types}', en: 'At most {mb} MB, {types}' },
  send: { 'zh-CN': '发送到电脑', en: 'Send to the computer' },
  rotate: { 'zh-CN': '旋转 90°', en: 'Turn by 90°' },
  preview: { 'zh-CN': '将要发送的图片', en: 'The picture that will be sent' },
  shrinking: { 'zh-CN': '正在处理图片…', en: 'Preparing the picture…' },
  sending: { 'zh-CN': '正在上传 {percent}%', en: 'Uploading {percent}%' },
  checking: { 'zh-CN': '已上传，正在检查…', en: 'Uploaded, being checked…' },
  unavailable: { 'zh-CN': '服务暂时不可用', en: 'The service is temporarily not available' },
  unavailableMore: {
    'zh-CN': '文件没有发送成功。请稍后再试；仍不行的，请在电脑上直接选择文件。',
    en: 'The file was not sent. Try again in a moment; if that does not help, choose the file on the computer.',
  },
  offline: {
    'zh-CN': '网络中断，未能上传。请检查网络后再点一次“发送到电脑”。',
    en: 'The connection was lost and nothing was sent. Check your network and press “Send to the computer” again.',
  },
  done: { 'zh-CN': '已发送，请回到电脑', en: 'Sent. Go back to the computer' },
  doneMore: {
    'zh-CN': '请在电脑上查看并确认。手机上的这个页面可以关闭了。',
    en: 'Look at it and confirm it there. You may close this page on the phone.',
  },
  scanAgain: {
    'zh-CN': '需要重新上传时，请在电脑上刷新二维码后再扫一次。',
    en: 'To upload again, refresh the code on the computer and scan it once more.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a phone gets no further: a heading and what to do. */
const TURNED_AWAY = {
  UNKNOWN: {
    heading: { 'zh-CN': '二维码无效', en: 'This code is not valid' },
    advice: {
      'zh-CN': '请回到电脑，重新扫描页面上的二维码。',
      en: 'Go back to the computer and scan the code on the page again.',
    },
  },
  BLOCKED: {
    heading: { 'zh-CN': '尝试次数过多', en: 'Too many tries' },
    advice: { 'zh-CN': '请 1 分钟后再扫描。', en: 'Scan again in a minute.' },
  },
  SECOND_PHONE: {
    heading: { 'zh-CN': '已被另一台手机使用', en: 'Another phone is using this code' },
    advice: {
      'zh-CN': '一个二维码只能由一台手机使用。要换这台手机，请在电脑上刷新二维码。',
      en: 'One code serves one phone. To use this phone instead, refresh the code on the computer.',
    },
  },
  USED: {
    heading: { 'zh-CN': '这个二维码已经用过', en: 'This code was used already' },
    advice: {
      'zh-CN': '文件已经发送过一次。需要重新上传时，请在电脑上刷新二维码。',
      en: 'A file was sent with it. To upload again, refresh the code on the computer.',
    },
  },
  CANCELLED: {
    heading: { 'zh-CN': '上传已取消', en: 'The upload was cancelled' },
    advice: {
      'zh-CN': '电脑上已取消或已退出登录。需要时请在电脑上重新打开二维码。',
      en: 'It was cancelled, or somebody logged out, on the computer. Open a new code there if you need one.',
    },
  },
  REPLACED: {
    heading: { 'zh-CN': '二维码已刷新', en: 'The code was refreshed' },
    advice: {
      'zh-CN': '请扫描电脑上显示的新二维码。',
      en: 'Scan the new code shown on the computer.',
    },
  },
  EXPIRED: {
    heading: { 'zh-CN': '二维码已过期', en: 'The code has expired' },
    advice: {
      'zh-CN': '二维码 10 分钟内有效。请在电脑上刷新后再扫。',
      en: 'A code is good for 10 minutes. Refresh it on the computer and scan again.',
    },
  },
  TRIES: {
    heading: { 'zh-CN': '上传次数过多', en: 'Too many uploads' },
    advice: {
      'zh-CN': '请在电脑上刷新二维码，或直接在电脑上选择文件。',
      en: 'Refresh the code on the computer, or choose a file there.',
    },
  },
} as const satisfies Readonly<Record<TurnedAway, { heading: Text; advice: Text }>>;

export type PhoneTextKey = keyof typeof PHONE_TEXTS;

/** Speaks one language; `{name}` is filled in from the params. */
export function phoneWords(language: Language) {
  return {
    say: (key: PhoneTextKey, params: Readonly<Record<string, string | number>> = {}): string =>
      PHONE_TEXTS[key][language].replace(/\{(\w+)\}/g, (hole, name: string) =>
        String(params[name] ?? hole),
      ),
    turnedAway: (why: TurnedAway): { heading: string; advice: string } => ({
      heading: TURNED_AWAY[why].heading[language],
      advice: TURNED_AWAY[why].advice[language],
    }),
  };
}

export type PhoneWords = ReturnType<typeof phoneWords>;
