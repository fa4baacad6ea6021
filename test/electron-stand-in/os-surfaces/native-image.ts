import { readFileSync } from 'node:fs';
import { guard } from '../core/guard.ts';

interface Size {
  width: number;
  height: number;
}

/** Width and height as a PNG file says them, or a JPEG or ICO file roughly. */
function sizeOf(bytes: Buffer): Size | undefined {
  if (bytes.length >= 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.length >= 8 && bytes.readUInt32LE(0) === 0x00010000) {
    return { width: bytes[6] || 256, height: bytes[7] || 256 };
  }
  if (bytes.length > 2 && bytes.readUInt16BE(0) === 0xffd8) return { width: 1, height: 1 };
  return undefined;
}

type Imitated =
  | 'isEmpty'
  | 'getSize'
  | 'setTemplateImage'
  | 'isTemplateImage'
  | 'resize'
  | 'toPNG'
  | 'toDataURL'
  | 'isMacTemplateImage';

/** An image: its bytes and its size; nothing is drawn. */
export type NativeImage = Pick<Electron.NativeImage, Imitated>;

function create(bytes: Buffer, size: Size | undefined): NativeImage {
  let template = false;
  const image: NativeImage = guard('nativeImage', {
    isEmpty: () => size === undefined,
    getSize: () => size ?? { width: 0, height: 0 },
    setTemplateImage: (option: boolean) => {
      template = option;
    },
    isTemplateImage: () => template,
    get isMacTemplateImage() {
      return template;
    },
    set isMacTemplateImage(option: boolean) {
      template = option;
    },
    resize({ width, height }: Electron.ResizeOptions) {
      const from = size ?? { width: 0, height: 0 };
      const ratio = from.width === 0 ? 1 : from.height / from.width;
      const wide = width ?? Math.round((height ?? from.height) / (ratio || 1));
      const result = create(bytes, size && { width: wide, height: height ?? Math.round(wide * ratio) });
      return result as Electron.NativeImage;
    },
    toPNG: () => bytes,
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
  });
  return image;
}

/** An image from a file; like in Electron an unreadable one gives an empty image. */
export function imageFromPath(path: string): NativeImage {
  try {
    return imageFromBuffer(readFileSync(path));
  } catch {
    return create(Buffer.alloc(0), undefined);
  }
}

function imageFromBuffer(bytes: Buffer): NativeImage {
  return create(bytes, sizeOf(bytes));
}

export const nativeImage = guard('nativeImage', {
  createEmpty: () => create(Buffer.alloc(0), undefined),
  createFromPath: imageFromPath,
  createFromBuffer: imageFromBuffer,
  createFromDataURL: (url: string) => imageFromBuffer(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
});
