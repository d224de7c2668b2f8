/** The encoding that a page declares in its first bytes, as browsers look for it; null when it declares none. */

const prologueBytes = 4_096;

export function declaredCharset(bytes: Uint8Array): string | null {
  const prologue = Buffer.from(bytes.subarray(0, prologueBytes))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '');
  const declared =
    /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(prologue) ??
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(prologue);
  return declared?.[1] ?? null;
}
