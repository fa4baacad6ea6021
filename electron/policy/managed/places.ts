/** Where each system keeps what an organisation has set (DESIGN §4). */
export const LINUX_FOLDER = '/etc/doorward';
export const LINUX_FILE = `${LINUX_FOLDER}/policy.json`;

/** The app's identifier, and so the domain of its managed settings. */
export const MACOS_DOMAIN = 'app.doorward.desktop';
export const MACOS_FOLDER = '/Library/Managed Preferences';

/** More than any policy needs; what is larger is refused unread. */
export const MAX_POLICY_BYTES = 1024 * 1024;
