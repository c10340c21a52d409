/** A text message or mail as the page shows it. */
export interface ShownMessage {
  /** Phone number or mailbox. */
  readonly to: string;
  readonly purpose: string;
  /** Null for text messages, which have none. */
  readonly subject: string | null;
  readonly body: string;
  readonly sentAt: Date;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem; }
  article { border-top: 1px solid #767676; padding: 0.75rem 0; }
  header { color: #595959; font-size: 0.9rem; }
  h2 { font-size: 1rem; margin: 0.25rem 0; }
  p { margin: 0.25rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }`;

const article = ({ to, purpose, subject, body, sentAt }: ShownMessage): string => `
    <article>
      <header><time datetime="${sentAt.toISOString()}">${escaped(
        sentAt.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' }),
      )}</time> · ${escaped(to)} · ${escaped(purpose)}</header>${
        subject === null
          ? ''
          : `
      <h2>${escaped(subject)}</h2>`
      }
      <p>${escaped(body)}</p>
    </article>`;

/** Messages of a demonstration, readable without a phone. Everything that comes from people is escaped. */
export function messagesPage(messages: readonly ShownMessage[], nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>演示短信和邮件 · Demo messages</title>
    <style nonce="${escaped(nonce)}">${STYLE}
    </style>
  </head>
  <body>
    <h1>演示短信和邮件 · Demo messages</h1>
    <p>演示环境不发送真实短信和邮件，最新的 50 条显示在这里。<br><span lang="en">A demonstration sends no real text messages or mails; the newest 50 are shown here.</span></p>${
      messages.length === 0
        ? '\n    <p>还没有短信和邮件。<span lang="en">None yet.</span></p>'
        : messages.map(article).join('')
    }
  </body>
</html>
`;
}
