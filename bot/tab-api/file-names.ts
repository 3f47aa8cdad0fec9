/** The files that the tab's page is made of. `card.js` and `chart.js` are loaded when the first card or chart is shown. */
export const TAB_FILES = ['index.html', 'tab.js', 'tab.css', 'card.js', 'chart.js', 'configure.html', 'configure.js'];
