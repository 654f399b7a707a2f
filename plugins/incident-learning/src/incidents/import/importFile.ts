import type { ImportFormat } from '@hindsight/backstage-plugin-incident-learning-common';

/** How the records of a file lie in it. */
export type Framing = 'lines' | 'csv' | 'whole';

/** A file that somebody picked, as far as its name and its beginning tell. */
export interface ImportFile {
  file: File;
  gzip: boolean;
  /** The id of the format it seems to have; undefined where nothing fits. */
  format?: string;
  /** The first bytes as text, unpacked. */
  head: string;
}

const PART_BYTES = 64 * 1024;
const HEAD_BYTES = 64 * 1024;

/**
 * Looks at a file's beginning.
 *
 * @throws Error when the file is empty, or named `.gz` and is not gzip
 */
export async function inspectFile(
  file: File,
  formats: ImportFormat[],
): Promise<ImportFile> {
  if (file.size === 0) {
    throw new Error(`${file.name} is empty.`);
  }
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b;
  if (!gzip && /\.gz$/i.test(file.name)) {
    throw new Error(
      `${file.name} is named .gz but is not packed with gzip. Pack it again, or rename it.`,
    );
  }
  const head = await headOf(file, gzip);
  return { file, gzip, head, format: guessFormat(file.name, head, formats) };
}

/** The file's bytes, unpacked, and how many bytes of the file itself were read for them. */
export function readFile({ file, gzip }: Pick<ImportFile, 'file' | 'gzip'>) {
  let bytesRead = 0;
  // Small parts, asked for one by one: a stream of the browser's own reads far ahead of what is done.
  const parts = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const part = file.slice(bytesRead, bytesRead + PART_BYTES);
        if (part.size === 0) {
          controller.close();
          return;
        }
        bytesRead += part.size;
        controller.enqueue(new Uint8Array(await part.arrayBuffer()));
      },
    },
    { highWaterMark: 0 },
  );
  return {
    chunks: chunksOf(
      gzip ? parts.pipeThrough(new DecompressionStream('gzip')) : parts,
    ),
    bytesRead: () => bytesRead,
  };
}

/** Which way a file is cut: a JSON array and what nobody knows how to cut go whole. */
export function framingOf(
  { file, head }: Pick<ImportFile, 'file' | 'head'>,
  format: ImportFormat,
): Framing {
  if (format.extensions.includes('.csv')) {
    return 'csv';
  }
  const isJson =
    format.extensions.some(extension => /^\.(nd)?jsonl?$/.test(extension)) ||
    /\.(nd)?jsonl?(\.gz)?$/i.test(file.name);
  const firstLine = trimStart(head).split('\n', 1)[0].trim();
  const isRecord = firstLine.startsWith('{') && firstLine !== '{';
  return isJson && isRecord ? 'lines' : 'whole';
}

function guessFormat(
  name: string,
  head: string,
  formats: ImportFormat[],
): string | undefined {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  const named = formats.filter(({ extensions }) =>
    extensions.some(extension => plain.endsWith(extension)),
  );
  const ids = (named.length > 0 ? named : formats).map(({ id }) => id);
  const start = trimStart(head);
  if (/^[{[]/.test(start)) {
    const isVeris =
      /"(incident_id|schema_version)"\s*:/.test(start) &&
      /"(action|actor|victim|asset)"\s*:/.test(start);
    return (
      ids.find(id => id === (isVeris ? 'veris' : 'incident')) ??
      (named.length === 1 ? ids[0] : undefined)
    );
  }
  return named.length > 0 ? ids[0] : undefined;
}

function trimStart(text: string): string {
  return text.replace(/^[\uFEFF\s]+/, '');
}

async function headOf(file: File, gzip: boolean): Promise<string> {
  const { chunks } = readFile({ file, gzip });
  const decoder = new TextDecoder();
  let head = '';
  try {
    for await (const chunk of chunks) {
      head += decoder.decode(chunk, { stream: true });
      if (head.length >= HEAD_BYTES) {
        break;
      }
    }
  } catch (error) {
    if (!head) {
      throw new Error(
        `${file.name} cannot be read: ${(error as Error).message}`,
      );
    }
  }
  return head.slice(0, HEAD_BYTES);
}

// Streams are not iterable everywhere yet.
async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
