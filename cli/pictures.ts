// What pictures show under later stamps is read in a thread of its own, started for the first picture that needs it.
import { readPicturesBy } from '../core/validation/modifications/picture-shades.ts';
import { PictureThread } from '../native/pictures/picture-thread.ts';

readPicturesBy(new PictureThread());
