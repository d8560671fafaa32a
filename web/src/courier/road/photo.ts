// what the platform takes, with some room
const MOST_BYTES = 900_000;
const SIZES = [1600, 1200, 900, 640];

/// The size that a picture gets, so that its longer side is not longer than that.
export function within(width: number, height: number, most: number): { width: number; height: number } {
  const part = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(32, Math.round(width * part)), height: Math.max(32, Math.round(height * part)) };
}

/// Makes a camera's picture small enough to send over a bad connection.
export async function shrink(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  try {
    for (const most of SIZES) {
      const canvas = document.createElement("canvas");
      Object.assign(canvas, within(picture.width, picture.height, most));
      canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.8));
      if (blob && blob.size <= MOST_BYTES) return blob;
    }
  } finally {
    picture.close();
  }
  throw new Error("the picture can't be made small enough");
}
