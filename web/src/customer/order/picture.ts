const MOST_BYTES = 1 << 20;
const MOST_PIXELS = 1600;
const SEND_AS_IS = ["image/jpeg", "image/png", "image/webp"];

/// How large a picture of this size is sent: no side longer than we need to see what was wrong.
export function fitted(width: number, height: number): [number, number] {
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/// A photo as a telephone takes it, made small enough to send over a bad network. Drawing it anew
/// also leaves out where it was taken.
export async function prepared(file: Blob): Promise<Blob> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = fitted(image.width, image.height);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    for (const quality of [0.82, 0.6, 0.4]) {
      const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
      if (made && made.size <= MOST_BYTES) return made;
    }
  } catch {
    // a browser that can't draw it may still be able to send it
  }
  return SEND_AS_IS.includes(file.type) ? file : new Blob([file], { type: "image/jpeg" });
}
