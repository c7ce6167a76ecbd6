/**
 * Gives up one macrotask, so that messages come in. Each time through a fresh channel: a settled promise lets no
 * message in, and one channel used again and again starves the other ports.
 */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
