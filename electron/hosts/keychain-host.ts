// The keychain process as a utility process of Electron: the same as everywhere, on Electron's line.
import '../../native/keychain/host.ts';
