/** What draws charts, fetched when the first one is shown. It stands here because a script that is fetched is named as it lies beside this one. */
export const loadChart = () => import('./chart.js');
