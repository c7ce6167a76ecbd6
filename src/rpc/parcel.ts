import { AppError } from '../base/errors';
import { buffersOf } from '../columns/transferables';

/**
 * Gives a value and all its buffers away: the port carries them from worker to worker through the page, which never
 * unpacks them.
 */
export function sendParcel(value: unknown): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(value, buffersOf(value));
  return port2;
}

/** Unpacks what {@link sendParcel} packed, in whichever thread the port has come to. */
export function takeParcel<T>(parcel: MessagePort): Promise<T> {
  return new Promise((resolve, reject) => {
    parcel.onmessage = (event: MessageEvent<T>) => {
      parcel.close();
      resolve(event.data);
    };
    parcel.onmessageerror = () => {
      parcel.close();
      reject(new AppError('internal.unexpected', 'What another thread sent could not be unpacked'));
    };
  });
}
