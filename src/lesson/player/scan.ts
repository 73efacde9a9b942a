import jsQR from 'jsqr';

/** How often the camera's picture is looked at, ms, and how wide it is then: enough for a phone's screen at arm's length. */
const EVERY = 160;
const WIDE = 640;

/**
 * Looks for QR codes in what the camera sees, until it is told to stop. No picture leaves this function.
 * @param video shows the camera's picture
 * @param found is called with the text of a code, as often as it is seen
 * @returns a function that ends it and lets go of the camera
 * @throws DOMException where there is no camera, or it is not allowed
 */
export async function scan(video: HTMLVideoElement, found: (text: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment' } });
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const look = (): void => {
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0) return;
    [canvas.width, canvas.height] = [WIDE, Math.round((WIDE * videoHeight) / videoWidth)];
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const code = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
    if (code) found(code.data);
  };
  const timer = setInterval(look, EVERY);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}

/** Whether this page was opened from disk on a device that has a way to a camera. Served pages have none: their header says so. */
export const canScan = (): boolean => location.protocol === 'file:' && typeof navigator.mediaDevices?.getUserMedia === 'function';
