// What opens the practice token. Public and worthless: whoever practises is told.

export const PRACTICE_PIN = '123456';
