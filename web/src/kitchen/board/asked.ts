import { kept } from "../../core/kept";

export interface Asked { order: number; id: number; name: string; until: string }

const MOST = 50;

/// What customers were asked from this device. The board doesn't say it; their orders do.
export const asked = kept<Asked[]>("kitchen.asked", []);

export const remember = (one: Asked): void => {
  asked.value = [...asked.value, one].slice(-MOST);
};
