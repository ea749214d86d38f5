/** Everything reads in black alone; colour only says whose letter it is. */
export const black = "#000000";
export const white = "#ffffff";
export const soft = "#4d4d4d";
export const hair = "#7f7f7f";
export const pale = "#b3b3b3";
