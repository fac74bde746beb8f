// The token host as a utility process of Electron: the same as everywhere, on Electron's line.
import '../../native/pkcs11/host/main.ts';
