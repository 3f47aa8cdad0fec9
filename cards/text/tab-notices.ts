/** What the tab says of a press, where a chat would have said it otherwise. */
export const tabNotices = {
  'tab-unreadable': 'Det du valgte, kunne ikke leses, så ingenting ble registrert. Last siden på nytt, og prøv igjen.',
  'tab-sent-to-chat': 'Det du ba om, kommer i en-til-en-chatten din med Utvalgsbot.',
  'tab-no-chat':
    'Det du ba om, sendes i en-til-en-chatten med Utvalgsbot, og den har du ikke ennå. Åpne chatten, skriv «hjelp», og velg det på nytt.',
} as const;
