// The empty room that the sample decree leaves for the visible stamp: the decree is set around it, the
// demo signs into it. Points from the last page's lower left corner.

export const STAMP_ROOM = { x: 316, y: 336, width: 220, height: 90 };
