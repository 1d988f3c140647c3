/** Twice as many pixels as the drawing has, for sharp screens; and no more on a side than every browser can paint. */
const density = 2;
const longestSide = 8000;

/** A drawing as the bytes of a PNG file, on a light ground; null where the browser cannot make one. Never rejects. */
export async function makePicture(svg: string): Promise<Uint8Array | null> {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  // A picture is pasted into documents, which do not follow the user's colours.
  root.classList.add('light');
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(root)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return await painted(image);
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function painted(image: HTMLImageElement): Promise<Uint8Array | null> {
  const scale = Math.min(density, longestSide / image.width, longestSide / image.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}
