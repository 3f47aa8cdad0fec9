import { ApiError, NoContactError } from './api.ts';
import { SignInError, SilentHostError } from './host.ts';

/** Why there is nothing to show, in words for whoever looks. */
export type Trouble = { readonly title: string; readonly text: string; readonly canRetry: boolean };

/** What whoever looks is told of what went wrong, and whether trying again may help. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof SilentHostError)
    return {
      title: 'Teams svarer ikke',
      text: 'Fanen får ikke kontakt med Teams. Lukk fanen og åpne den på nytt, eller start Teams på nytt.',
      canRetry: true,
    };
  if (error instanceof SignInError) return { title: 'Du er ikke logget inn i fanen', ...signInText(error.reason) };
  if (error instanceof ApiError) return answeredWith(error.status);
  if (error instanceof NoContactError)
    return {
      title: 'Ingen kontakt med Utvalgsbot',
      text: 'Kontroller at du er på nett. Siden hentes på nytt når du er tilbake på nett.',
      canRetry: true,
    };
  return FAILED;
}

const FAILED: Trouble = {
  title: 'Noe gikk galt',
  text: 'Siden kunne ikke hentes. Det du har svart og skrevet før, er lagret.',
  canRetry: true,
};

const REFUSED: Trouble = {
  title: 'Siden finnes ikke, eller den er ikke for deg',
  text: 'Den som har gitt deg lenken, kan si hvilket utvalg siden hører til. Du ser bare utvalgene du selv er med i.',
  canRetry: false,
};

/** What is said of a page that is not theirs to see, and of one that is not there. */
export const refused: Trouble = REFUSED;

function answeredWith(status: number): Trouble {
  if (status === 401)
    return {
      title: 'Du er ikke logget inn i fanen',
      text: 'Utvalgsbot godtok ikke innloggingen. Prøv igjen. Hjelper ikke det, må administratoren kontrollere at organisasjonen har tilgang til appen.',
      canRetry: true,
    };
  if (status === 403 || status === 404) return REFUSED;
  if (status === 503)
    return {
      title: 'Utvalgsbot er ikke klar ennå',
      text: 'Innloggingen kan ikke kontrolleres akkurat nå. Vent litt, og prøv igjen.',
      canRetry: true,
    };
  return FAILED;
}

/** Teams' own reasons for giving no token, as the library passes them on. */
const SIGN_IN: readonly (readonly [RegExp, string])[] = [
  [
    /consent|invalid_grant|interaction_required/i,
    'Utvalgsbot har ikke fått lov til å vite hvem du er. Prøv igjen, og velg «Godta» hvis Teams spør. Spør Teams om en administrator, må administratoren godkjenne appen for organisasjonen i administrasjonssenteret for Teams.',
  ],
  [/cancel/i, 'Innloggingen ble avbrutt. Prøv igjen, og velg «Godta» når Teams spør.'],
  [
    /resourceDisabled|disabled|notAllowed|permission/i,
    'Appen er slått av for organisasjonen, eller for deg. En administrator kan slå den på i administrasjonssenteret for Teams.',
  ],
];

function signInText(reason: string): Pick<Trouble, 'text' | 'canRetry'> {
  const known = SIGN_IN.find(([words]) => words.test(reason))?.[1];
  const text =
    known ?? `Teams ga ingen innlogging. Prøv igjen. Hjelper ikke det, gi administratoren denne beskjeden: ${reason}`;
  return { text, canRetry: true };
}
