/** Why a file could not be taken, or what became of one. */
export const fileNotices = {
  'file-not-docx': 'Filen er ikke et Word-dokument (.docx), og ble ikke tatt imot.',
  'file-type':
    'Filen ble ikke tatt imot. Jeg tar imot .docx, .pdf, .xlsx, .pptx, .odt, .png og .jpg, og handlingsplaner som .csv, og innholdet må være det navnet sier.',
  'file-too-large': 'Filen er for stor, og ble ikke tatt imot. Den kan ha høyst 8 MB.',
  'file-unreadable':
    'Filen kunne ikke leses som et Word-dokument, og ble ikke tatt imot. Lagre den på nytt fra Word og prøv igjen.',
  'file-empty': 'Det er ingen tekst i filen. Kontroller at det er riktig fil.',
  'file-text-too-long': 'Teksten i filen er for lang. Et referat kan ha høyst 200 000 tegn.',
  'file-not-fetched': 'Filen kunne ikke hentes fra Teams. Slipp den i chatten en gang til.',
  'file-for-others':
    'Filen ble ikke tatt imot. Skriv «meld sak» først, så kan du legge ved filer til saken. Referater sendes inn av sekretariatet og lederen i utvalget.',
  'file-offered': 'Filen er klar. Godta den i det neste kortet, så legges den i OneDrive.',
  'file-not-sent': 'Filen kunne ikke lagres i Teams. Be om den på nytt.',
} as const;
