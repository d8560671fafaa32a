// Photos that wait to be sent, by ride: too large for localStorage.
const STORE = "photos";

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open("gofood.courier", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error as DOMException);
  });
}

async function on<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((done, fail) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      // stored only when the whole transaction is
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => fail(transaction.error as DOMException);
    });
  } finally {
    database.close();
  }
}

export const keepPhoto = (ride: number, photo: Blob): Promise<unknown> => on("readwrite", (store) => store.put(photo, ride));
export const keptPhoto = (ride: number): Promise<Blob | undefined> => on("readonly", (store) => store.get(ride) as IDBRequest<Blob | undefined>);
export const dropPhoto = (ride: number): Promise<unknown> => on("readwrite", (store) => store.delete(ride)).catch(() => undefined);
export const dropPhotos = (): Promise<unknown> => on("readwrite", (store) => store.clear()).catch(() => undefined);
