import { AppError } from '../base/errors';
import { buffersOf } from '../columns/transferables';

/**
 * Gives a value away: the port carries it from worker to worker through the page, which never unpacks it.
 *
 * @param buffers those given away with it, all by default; others are copied
 */
export function sendParcel(value: unknown, buffers: ArrayBuffer[] = buffersOf(value)): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(value, buffers);
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
