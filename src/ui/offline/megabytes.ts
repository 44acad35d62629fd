/** "8.2" of 8,234,567 bytes */
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
