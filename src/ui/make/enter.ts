/** Names what it needs behind a door of its own: the page's code has no room for the list. */
export const enter = () => import('./Make');
